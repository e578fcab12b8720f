/// How a text is written in YAML so that it is read back as it is.
enum ScalarWriting {
  /// In quotes: double ones, single ones where the text itself holds double ones.
  static func quoted(_ text: String) -> String {
    if text.contains("\"") || text.contains("\\") {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    return "\"" + text + "\""
  }

  /// Without quotes where that is safe wherever it stands, else in quotes.
  static func plainOrQuoted(_ text: String) -> String {
    guard let first = text.first, first.isLetter || first.isNumber || first == "(" else {
      return quoted(text)
    }
    let isSafe =
      !text.contains { ",[]{}'".contains($0) } && !text.contains(": ") && !text.contains(" #")
      && text.last != ":"
    return isSafe ? text : quoted(text)
  }
}
