/// Shows diagnostics to a person at a terminal.
///
/// A page holds the code and what is wrong, the place, the line itself with a mark under the range, what was expected and
/// what to write.
public struct DiagnosticRenderer: Sendable {
  private let words: DiagnosticWords
  private let style: TerminalStyle
  private let width: Int

  /// Shows in the language of the words, with or without colour, in so many columns (40 at least).
  public init(words: DiagnosticWords, colour: Bool, width: Int = 80) {
    self.words = words
    style = TerminalStyle(isOn: colour)
    self.width = max(40, width)
  }

  /// A diagnostic with the line it is about. `source` is the file of its place, where it is at hand; files of related
  /// places are found among `others`.
  public func render(_ diagnostic: Diagnostic, source: SourceText?, others: [SourceText] = []) -> String {
    let isError = diagnostic.severity == .error
    let heading = "\(words.label(diagnostic.severity.rawValue)) \(diagnostic.code.rawValue)"
    let title = LineWrapping.lines(
      "\(heading): \(words.title(diagnostic))", width: width, keepingMarks: true)
    var lines = title
    lines[0] = style.strong(heading, as: isError ? .error : .warning) + lines[0].dropFirst(heading.count)
    lines += excerpt(diagnostic.place, source: source)
    for related in diagnostic.related {
      let file = ([source].compactMap { $0 } + others).first { $0.path == related.place.file }
      lines += paragraph(words.label(related.role.rawValue)) + excerpt(related.place, source: file)
    }
    lines += paragraph(words.expected(diagnostic))
    lines += paragraph(words.write(diagnostic))
    return lines.map(Self.trimmed).joined(separator: "\n") + "\n"
  }

  /// Diagnostics one after the other, in the order given.
  public func render(_ diagnostics: [Diagnostic], sources: [SourceText]) -> String {
    let byPath = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return diagnostics.map { render($0, source: byPath[$0.place.file], others: sources) }.joined(
      separator: "\n")
  }

  /// A code explained.
  public func render(_ explanation: Explanation) -> String {
    var lines = [style.strong(explanation.code.rawValue, as: .note) + "  " + explanation.title, ""]
    lines += LineWrapping.lines(explanation.text, width: width, keepingMarks: true)
    for (label, example) in [("wrong", explanation.wrong), ("right", explanation.right)] {
      guard let example else { continue }
      if lines.last?.isEmpty == false { lines.append("") }
      lines +=
        [words.label(label), ""]
        + example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }
    while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
    return lines.map(Self.trimmed).joined(separator: "\n") + "\n"
  }

  private func paragraph(_ text: String) -> [String] {
    text.isEmpty ? [] : LineWrapping.lines(text, width: width - 2, keepingMarks: true).map { "  " + $0 }
  }

  private func excerpt(_ place: Place, source: SourceText?) -> [String] {
    let file = VisibleText(place.file).shortened(to: width - 20)
    let heading = "  " + style.quiet("\(file):\(place.start.line):\(place.start.column)")
    guard let source, let line = SourceLine(place, in: source, width: width - 10) else {
      return [heading, ""]
    }
    let number = String(place.start.line)
    let margin = String(repeating: " ", count: max(5, number.count + 1))
    let padding = String(repeating: " ", count: margin.count - number.count)
    return [
      heading,
      "",
      style.quiet("\(padding)\(number) |") + " " + line.text,
      style.quiet("\(margin) |") + " " + String(repeating: " ", count: line.indent)
        + style.strong(String(repeating: "^", count: line.length), as: .mark),
      "",
    ]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
