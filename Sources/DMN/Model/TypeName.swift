/// A type as a model names it: in DMN 1.1 a qualified name, since DMN 1.2 a name alone (DMN 1.5, 7.3.2).
struct TypeName: Sendable, Hashable {
  /// As it is written, with its prefix.
  let written: String
  /// The name without a prefix.
  let name: String
  let origin: Origin

  /// Whose type is meant.
  enum Origin: Sendable, Hashable {
    /// The model's, or else FEEL's.
    case anyone
    /// FEEL's own.
    case feel
    /// That of the model with this namespace.
    case model(String)
  }
}

extension MarkupElement {
  /// The type that an attribute or, in item definitions, an element names. A prefix may be declared on that element.
  var typeName: TypeName? {
    if let written = self["typeRef"] { return typeName(written) }
    let element = children.first {
      $0.name == "typeRef" && ($0.namespace == namespace || TypeName.isFEEL($0.namespace))
    }
    return element.map { $0.typeName($0.text) }
  }

  /// The type of a name that is written in this element, by the prefixes that hold here.
  func typeName(_ written: String) -> TypeName {
    let written = written.trimmed
    guard let colon = written.firstIndex(of: ":") else {
      let isFEEL = TypeName.isFEEL(prefixes[""] ?? "")
      return TypeName(written: written, name: written, origin: isFEEL ? .feel : .anyone)
    }
    let prefix = String(written[..<colon])
    let name = String(written[written.index(after: colon)...])
    guard let namespace = prefixes[prefix] else {
      // Since DMN 1.2 no prefix is declared for FEEL, and some tools go on writing it.
      return prefix == "feel"
        ? TypeName(written: written, name: name, origin: .feel)
        : TypeName(written: written, name: written, origin: .anyone)
    }
    if TypeName.isFEEL(namespace) { return TypeName(written: written, name: name, origin: .feel) }
    let isOfDMN = Definitions.namespaces.contains(namespace)
    return TypeName(written: written, name: name, origin: isOfDMN ? .anyone : .model(namespace))
  }
}

extension TypeName {
  /// Whether types of a namespace are FEEL's: FEEL's own of any version of DMN, or those of XML Schema.
  fileprivate static func isFEEL(_ namespace: String) -> Bool {
    namespace == "http://www.w3.org/2001/XMLSchema"
      || (namespace.contains("://www.omg.org/spec/") && namespace.contains("/FEEL"))
  }
}
