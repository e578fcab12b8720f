/// What French typography asks of line breaks.
enum Typography {
  /// The text with no-break spaces before `? ! : ; »` and after `«`, so that no line begins or ends with one of them.
  static func joined(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return text }
    var characters = Array(text)
    for index in characters.indices where characters[index] == " " {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let isBefore = next.map { "?!:;»".contains($0) } ?? false
      let isAfter = index > 0 && characters[index - 1] == "«"
      if isBefore && index > 0 || isAfter { characters[index] = "\u{A0}" }
    }
    return String(characters)
  }
}
