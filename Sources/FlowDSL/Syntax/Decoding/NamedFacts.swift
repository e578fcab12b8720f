/// The names in a file that may be those of facts: in keys, in lists and in expressions, and in the places of its texts.
///
/// By them a flow that names a fact of `shared.yaml` knows it (grammar, section 13.4). Words that people read name none but in
/// `{{braces}}`, and what stands in an expression between quotes is text.
struct NamedFacts {
  private(set) var names: Set<String> = []

  /// The names in a tree.
  init(in node: Node) { visit(node, isText: false) }

  /// Keys whose values are read by people, or cite.
  private static let texts: Set<String> = [
    "title", "summary", "notice", "say", "why", "help", "law", "labels", "sources", "source", "roles",
    "heading",
  ]

  private mutating func visit(_ node: Node, isText: Bool) {
    switch node.form {
    case .scalar(let scalar): isText ? takePlaces(scalar.text) : takeNames(scalar.text)
    case .sequence(let items): for item in items { visit(item, isText: isText) }
    case .mapping(let entries):
      for entry in entries {
        let key = entry.key.value
        let isText = key != "when" && isText || Self.texts.contains(key) || Languages.isCode(key)
        if !isText { takeNames(key) }
        visit(entry.value, isText: isText)
      }
    }
  }

  private mutating func takeNames(_ text: String) {
    var rest = text.utf8[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "\""):
        rest = rest.dropFirst().drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case _ where first.isNameByte:
        let name = rest.prefix { $0.isNameByte }
        names.insert(String(decoding: name, as: UTF8.self))
        rest = rest.dropFirst(name.count)
      default: rest = rest.dropFirst()
      }
    }
    takePlaces(text)
  }

  private mutating func takePlaces(_ text: String) {
    guard text.contains("{{") else { return }
    _ = Words(["": text]).filled { name in
      names.insert(name)
      return nil
    }
  }
}

extension UInt8 {
  /// Whether a name of a fact may have it: `a` to `z`, digits, `_`.
  fileprivate var isNameByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || self == UInt8(ascii: "_")
  }
}
