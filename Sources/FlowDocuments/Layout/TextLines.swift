import FlowDSL

/// Breaks words into lines of a width.
enum TextLines {
  /// Lines of at most so many columns, the first after a marker, the others set in as far as the marker and `indent`.
  /// A word that is longer than a line is cut. No line begins with a sign that French sets a space before.
  static func wrapped(_ text: String, columns: Int, marker: String = "", indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: DisplayWidth.columns(of: marker) + indent)
    var lines: [String] = []
    var line = marker
    var used = DisplayWidth.columns(of: marker)
    var isEmpty = true
    func breakLine() {
      lines.append(line)
      line = margin
      used = margin.count
      isEmpty = true
    }
    for word in words(of: text) {
      let width = DisplayWidth.columns(of: word)
      if !isEmpty, used + 1 + width > columns { breakLine() }
      if !isEmpty {
        line += " "
        used += 1
      }
      for character in word {
        let step = DisplayWidth.columns(of: character)
        if used + step > columns { breakLine() }
        line.append(character)
        used += step
        isEmpty = false
      }
    }
    return lines + [line]
  }

  /// Words between spaces; signs that French sets a space before stay with the word before them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var opens = false
    for word in text.split(separator: " ") {
      let isSign = ["?", "!", ":", ";", "»"].contains(word.first.map(String.init) ?? "")
      if (isSign && word.count <= 2 || opens), let last = words.last {
        words[words.count - 1] = last + "\u{A0}" + word
      } else {
        words.append(String(word))
      }
      opens = word == "«"
    }
    return words
  }
}
