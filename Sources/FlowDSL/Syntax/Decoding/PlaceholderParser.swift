/// Reads words with places for facts.
///
/// Of Mustache only `{{name}}` is read, where the name is that of a fact; what a document leaves out or repeats is said by
/// its sections, so that it can be checked against whom the document is for.
enum PlaceholderParser {
  /// What is wrong with a place for a fact.
  struct Fault {
    let code: DiagnosticCode
    let place: Place
    let found: String
    /// How it would be written, with the name that is meant where it can be told.
    var example: String {
      let name = String(found.filter { $0 != "{" && $0 != "}" && !$0.isWhitespace })
      return "{{\(Names.isFactName(name) ? name : "danger")}}"
    }
  }

  /// The parts of some words, in order, and what is wrong with them.
  static func parse(_ syntax: ExpressionSyntax) -> (parts: [TemplateSyntax.Part], faults: [Fault]) {
    var parts: [TemplateSyntax.Part] = []
    var faults: [Fault] = []
    let text = syntax.text
    var start = text.startIndex
    var index = text.startIndex

    func place(_ range: Range<String.Index>) -> Place {
      let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return syntax.place(of: lower..<(lower + text[range].utf8.count))
    }
    func take(upTo end: String.Index) {
      if start < end { parts.append(.words(String(text[start..<end]))) }
    }

    while index < text.endIndex {
      let rest = text[index...]
      guard let first = rest.first, first == "{" || first == "}" else {
        index = text.index(after: index)
        continue
      }
      guard rest.hasPrefix("{{") else {
        let end = rest.hasPrefix("}}") ? text.index(index, offsetBy: 2) : single(rest)
        if let end {
          let range = index..<end
          let isName = first == "{"
          faults.append(
            Fault(
              code: isName ? .placeholderNotFact : .bracesUnpaired, place: place(range),
              found: String(text[range])))
          index = end
        } else {
          index = text.index(after: index)
        }
        continue
      }
      guard let close = rest.firstRange(of: "}}") else {
        faults.append(
          Fault(code: .bracesUnpaired, place: place(index..<text.endIndex), found: String(rest.prefix(20))))
        index = text.endIndex
        continue
      }
      take(upTo: index)
      var end = close.upperBound
      if rest.hasPrefix("{{{"), text[end...].hasPrefix("}") { end = text.index(after: end) }
      let inside = text[text.index(index, offsetBy: 2)..<close.lowerBound]
      let name = inside.trimmed
      if Names.isFactName(name) {
        let lower = inside.firstRange(of: name)?.lowerBound ?? inside.startIndex
        parts.append(.fact(Located(name, at: place(lower..<text.index(lower, offsetBy: name.count)))))
      } else {
        faults.append(
          Fault(code: .placeholderNotFact, place: place(index..<end), found: String(text[index..<end])))
      }
      start = end
      index = end
    }
    take(upTo: text.endIndex)
    return (parts, faults)
  }

  /// The end of `{name}`: a place for a fact with a brace too few at each side.
  private static func single(_ rest: Substring) -> String.Index? {
    guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
    let inside = rest[rest.index(after: rest.startIndex)..<close]
    return Names.isFactName(inside.trimmed) ? rest.index(after: close) : nil
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
