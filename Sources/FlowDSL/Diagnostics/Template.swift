/// Words with `{placeholders}` and `[[optional parts]]`.
public struct Template: Sendable {
  private let text: String

  /// Words as a catalogue holds them.
  public init(_ text: String) { self.text = text }

  /// The names in braces, in the order of the text.
  public var placeholders: [String] {
    var names: [String] = []
    var rest = text[...]
    while let (before, name, after) = Self.nextPlaceholder(in: rest) {
      _ = before
      names.append(String(name))
      rest = after
    }
    return names
  }

  /// The words with each name replaced by its value. A part in double brackets is left out if a value in it is empty; a
  /// name without value stays as it is written.
  public func filled(with arguments: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      result += Self.fill(rest[..<open.lowerBound], arguments)
      let part = rest[open.upperBound..<close.lowerBound]
      let isComplete = Template(String(part)).placeholders.allSatisfy { arguments[$0]?.isEmpty == false }
      if isComplete { result += Self.fill(part, arguments) }
      rest = rest[close.upperBound...]
    }
    return result + Self.fill(rest, arguments)
  }

  private static func fill(_ text: Substring, _ arguments: [String: String]) -> String {
    var result = ""
    var rest = text
    while let (before, name, after) = nextPlaceholder(in: rest) {
      result += before
      result += arguments[String(name)] ?? "{\(name)}"
      rest = after
    }
    return result + rest
  }

  /// The next `{name}`: braces around lower-case letters and `_` only, so that YAML in words stays as it is.
  private static func nextPlaceholder(in text: Substring) -> (Substring, Substring, Substring)? {
    var from = text.startIndex
    while let open = text[from...].firstIndex(of: "{") {
      let name = text[text.index(after: open)...].prefix { ("a"..."z").contains($0) || $0 == "_" }
      if !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == "}" {
        return (text[..<open], name, text[text.index(after: name.endIndex)...])
      }
      from = text.index(after: open)
    }
    return nil
  }
}
