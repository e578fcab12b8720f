/// String functions (DMN 1.5, 10.3.4.3); characters are code points.
extension BuiltIns {
  static let strings: [BuiltIn] = [
    BuiltIn(
      "substring",
      .init(["string": .string, "start position": .number], .string) { arguments, _ in
        substring(arguments[0].asString, from: arguments[1].asInteger, length: nil)
      },
      .init(["string": .string, "start position": .number, "length": .any], .string) { arguments, _ in
        if arguments[2] == .null {
          return substring(arguments[0].asString, from: arguments[1].asInteger, length: nil)
        }
        guard let length = arguments[2].asInteger, length >= 1 else { return nil }
        return substring(arguments[0].asString, from: arguments[1].asInteger, length: length)
      }),
    BuiltIn(
      "string length",
      .init(["string": .string], total: true, .number) { arguments, _ in
        arguments[0].asString.map { .number(Number($0.unicodeScalars.count)) }
      }),
    BuiltIn(
      "upper case",
      .init(["string": .string], total: true, .string) { arguments, _ in
        arguments[0].asString.map { .string($0.uppercased()) }
      }),
    BuiltIn(
      "lower case",
      .init(["string": .string], total: true, .string) { arguments, _ in
        arguments[0].asString.map { .string($0.lowercased()) }
      }),
    BuiltIn(
      "substring before",
      .init(["string": .string, "match": .string], total: true, .string) { arguments, _ in
        let (text, match) = scalars(arguments)
        return .string(firstIndex(of: match, in: text).map { string(text[..<$0]) } ?? "")
      }),
    BuiltIn(
      "substring after",
      .init(["string": .string, "match": .string], total: true, .string) { arguments, _ in
        let (text, match) = scalars(arguments)
        return .string(firstIndex(of: match, in: text).map { string(text[($0 + match.count)...]) } ?? "")
      }),
    BuiltIn(
      "contains",
      .init(["string": .string, "match": .string], total: true, .boolean) { arguments, _ in
        let (text, match) = scalars(arguments)
        return .boolean(firstIndex(of: match, in: text) != nil)
      }),
    BuiltIn(
      "starts with",
      .init(["string": .string, "match": .string], total: true, .boolean) { arguments, _ in
        let (text, match) = scalars(arguments)
        return .boolean(text.starts(with: match))
      }),
    BuiltIn(
      "ends with",
      .init(["string": .string, "match": .string], total: true, .boolean) { arguments, _ in
        let (text, match) = scalars(arguments)
        return .boolean(text.reversed().starts(with: match.reversed()))
      }),
    BuiltIn(
      "string join",
      .init(["list": .list(.any)], .string) { join($0[0], .null, .null, .null, &$1) },
      .init(["list": .list(.any), "delimiter": .any], .string) { join($0[0], $0[1], .null, .null, &$1) },
      .init(["list": .list(.any), "delimiter": .any, "prefix": .any, "suffix": .any], .string) {
        join($0[0], $0[1], $0[2], $0[3], &$1)
      }),
  ]

  private static func substring(_ text: String?, from start: Int?, length: Int?) -> Value? {
    guard let text, let start, start != 0 else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard start.magnitude <= scalars.count else { return start > 0 ? .string("") : nil }
    let first = start > 0 ? start - 1 : scalars.count + start
    let end = min(length.map { first.addingReportingOverflow($0).partialValue } ?? .max, scalars.count)
    return .string(string(scalars[first..<max(first, end)]))
  }

  private static func join(
    _ list: Value, _ delimiter: Value, _ prefix: Value, _ suffix: Value, _ evaluation: inout Evaluation
  ) -> Value? {
    guard let items = list.asList else { return nil }
    let present = items.filter { $0 != .null }
    let texts = present.compactMap(\.asString)
    guard texts.count == present.count,
      [delimiter, prefix, suffix].allSatisfy({ $0 == .null || $0.asString != nil })
    else { return nil }
    let separator = delimiter.asString ?? ""
    let size = texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count }
    guard evaluation.spend(size / 16, at: 0..<0) else { return nil }
    return .string((prefix.asString ?? "") + texts.joined(separator: separator) + (suffix.asString ?? ""))
  }

  private static func scalars(_ arguments: [Value]) -> ([Unicode.Scalar], [Unicode.Scalar]) {
    (Array((arguments[0].asString ?? "").unicodeScalars), Array((arguments[1].asString ?? "").unicodeScalars))
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func firstIndex(of match: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard match.count <= text.count else { return nil }
    return (0...(text.count - match.count)).first { text[$0...].starts(with: match) }
  }
}
