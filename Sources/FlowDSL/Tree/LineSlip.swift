/// Slips of the pen that can be told from a line alone.
enum LineSlip {
  /// Words in single quotes that hold an apostrophe: the quotes end there. What stands before it.
  static func wordsBeforeApostrophe(_ line: String) -> String? {
    var opening: String.Index?
    var before: Character = " "
    for index in line.indices {
      let character = line[index]
      if character == "'" {
        if let start = opening {
          let next = line.index(after: index)
          if next < line.endIndex, line[next].isLetter {
            return String(line[line.index(after: start)..<index])
          }
          opening = nil
        } else if before == " " || before == "{" || before == "[" {
          opening = index
        }
      }
      before = character
    }
    return nil
  }

  /// Whether a line begins with a key whose colon stands at this place: no colon within a sentence.
  static func beginsWithKey(_ line: String, upTo colon: Int) -> Bool {
    let characters = Array(line.unicodeScalars.prefix(colon))
    let key = characters.drop { $0 == " " || $0 == "-" }
    return !key.isEmpty && key.startIndex > 0
      && key.allSatisfy { $0.properties.isAlphabetic || $0 == "_" || $0 == "-" || ("0"..."9").contains($0) }
  }

  /// A step without its hyphen: its kind.
  static func kindWithoutDash(_ line: String) -> String? {
    let words = line.drop { $0 == " " }
    guard words.startIndex > line.startIndex, let colon = words.firstIndex(of: ":") else { return nil }
    let key = String(words[..<colon])
    return Grammar.stepKinds.contains { $0.key == key } ? key : nil
  }
}
