/// Diagnostics for programs: `--format json`.
public struct DiagnosticJSON: Sendable {
  private let words: DiagnosticWords

  /// In the language of the words.
  public init(words: DiagnosticWords) { self.words = words }

  /// An array of objects with `code`, `severity`, `place` (`file`, `start` and `end`, each `line`, `column` and `offset`),
  /// `title`, `expected`, `write`, `arguments` and `related`.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    JSONText.array(diagnostics.map(object)) + "\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    JSONText.object([
      ("code", JSONText.string(diagnostic.code.rawValue)),
      ("severity", JSONText.string(diagnostic.severity.rawValue)),
      ("place", place(diagnostic.place)),
      ("title", JSONText.string(words.title(diagnostic))),
      ("expected", JSONText.string(words.expected(diagnostic))),
      ("write", JSONText.string(words.write(diagnostic))),
      (
        "arguments",
        JSONText.object(
          diagnostic.arguments.sorted { $0.key < $1.key }.map { ($0.key, JSONText.string($0.value)) })
      ),
      (
        "related",
        "["
          + diagnostic.related.map {
            JSONText.object([("role", JSONText.string($0.role.rawValue)), ("place", place($0.place))])
          }.joined(separator: ", ") + "]"
      ),
    ])
  }

  private func place(_ place: Place) -> String {
    JSONText.object([
      ("file", JSONText.string(place.file)), ("start", position(place.start)), ("end", position(place.end)),
    ])
  }

  private func position(_ position: Position) -> String {
    JSONText.object([
      ("line", String(position.line)), ("column", String(position.column)),
      ("offset", String(position.offset)),
    ])
  }
}

/// JSON as text (RFC 8259).
enum JSONText {
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  static func array(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n" + items.map { "  " + $0 }.joined(separator: ",\n") + "\n]"
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
