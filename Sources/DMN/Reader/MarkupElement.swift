/// An XML element with what is inside.
struct MarkupElement: Sendable {
  /// The namespace's URI; empty for none.
  let namespace: String
  /// The name without its prefix.
  let name: String
  var attributes: [Attribute]
  /// The elements inside, in order.
  var children: [MarkupElement] = []
  /// The characters directly inside, all together.
  var text = ""
  /// Where these characters begin.
  var textPlace: TextPlace?
  let place: TextPlace
  /// The namespaces of the prefixes that are declared here or around; the empty prefix for names without one.
  let prefixes: [String: String]

  struct Attribute: Sendable {
    let namespace: String
    let name: String
    let value: String
  }

  /// The value of an attribute without a prefix.
  subscript(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace.isEmpty }?.value
  }

  /// The value of an attribute of a namespace.
  subscript(_ name: String, in namespace: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// The first child of the same namespace with a name.
  func child(_ name: String) -> MarkupElement? {
    children.first { $0.name == name && $0.namespace == namespace }
  }

  /// The children of the same namespace with a name.
  func children(_ name: String) -> [MarkupElement] {
    children.filter { $0.name == name && $0.namespace == namespace }
  }

  /// The characters of the first child with a name.
  func text(of child: String) -> String? {
    self.child(child)?.text
  }

  /// The characters of the first child with a name, with the place where they begin and the language that this element
  /// gives for them.
  func writtenText(of child: String) -> WrittenText? {
    self.child(child).map {
      WrittenText(text: $0.text, place: $0.textPlace ?? $0.place, foreignLanguage: foreignLanguage)
    }
  }

  /// Whether an attribute is true, as XML Schema writes booleans; it is not where it is missing.
  func isTrue(_ attribute: String) -> Bool {
    ["true", "1"].contains(self[attribute]?.trimmed)
  }
}

/// A text as a model writes it, with the place where it begins.
struct WrittenText: Sendable {
  let text: String
  let place: TextPlace
  /// The language that it is written in, where this is not FEEL.
  let foreignLanguage: String?
}
