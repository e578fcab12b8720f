/// Breaks words into lines of a width.
enum TextLines {
  /// Lines of at most so many columns, the first after a marker, the others set in as far as the marker and `indent`.
  /// A word that is longer than a line is cut. No line begins with a sign that French sets a space before.
  static func wrapped(_ text: String, columns: Int, marker: String = "", indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: self.columns(of: marker) + indent)
    var lines: [String] = []
    var line = marker
    var used = self.columns(of: marker)
    var isEmpty = true
    func breakLine() {
      lines.append(line)
      line = margin
      used = margin.count
      isEmpty = true
    }
    for word in words(of: text) {
      let width = self.columns(of: word)
      if !isEmpty, used + 1 + width > columns { breakLine() }
      if !isEmpty {
        line += " "
        used += 1
      }
      for character in word {
        let step = self.columns(of: character)
        if used + step > columns { breakLine() }
        line.append(character)
        used += step
        isEmpty = false
      }
    }
    return lines + [line]
  }

  /// Columns of a text on a terminal or a page of equal columns.
  static func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

  /// 0 for a lone mark, 2 for East Asian wide characters and emoji (UAX 11), 1 for all others.
  private static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x200B...0x200F, 0x2060: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
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
