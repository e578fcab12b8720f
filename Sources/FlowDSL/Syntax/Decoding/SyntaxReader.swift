/// Reads one file as what its first key says it is.
public enum SyntaxReader {
  /// What a file holds.
  public enum File: Sendable, Hashable {
    case flow(FlowSyntax)
    case roles(RolesSyntax)
    case shared(SharedSyntax)
    case calendar(CalendarSyntax)
    case directory(DirectorySyntax)
    case scenario(ScenarioSyntax)
    case vignette(VignetteSyntax)
    case document(DocumentSyntax)
    case indicators(IndicatorsSyntax)
    case law(LawSyntax)

    /// The key that begins such a file.
    public var kind: String {
      switch self {
      case .flow: "flow"
      case .roles: "roles"
      case .shared: "shared"
      case .calendar: "calendar"
      case .directory: "directory"
      case .scenario: "scenario"
      case .vignette: "vignette"
      case .document: "document"
      case .indicators: "indicators"
      case .law: "law"
      }
    }
  }

  /// What a file holds, `nil` where it has an error; and what is wrong with it, in the order of the text.
  public static func read(_ source: SourceText) -> (file: File?, diagnostics: [Diagnostic]) {
    read(source, TreeReader.read(source))
  }

  /// The same of a file whose tree is read already.
  static func read(_ source: SourceText, _ tree: Tree) -> (file: File?, diagnostics: [Diagnostic]) {
    guard let root = tree.root else { return (nil, tree.diagnostics) }
    var decoder = Decoder(source)
    let file = decoder.file(root)
    // Where two steps are run together, the keys of the second stand there twice.
    let ofTree = tree.diagnostics.filter { fault in
      fault.code != .duplicateKey || !decoder.mergedSteps.contains { $0.contains(fault.place) }
    }
    let diagnostics = (ofTree + decoder.diagnostics).sorted { $0.place < $1.place }
    return (diagnostics.contains { $0.severity == .error } ? nil : file, diagnostics)
  }
}

extension Decoder {
  fileprivate mutating func file(_ root: Node) -> SyntaxReader.File? {
    guard case .mapping(let entries) = root.form, let first = entries.first else {
      report(.unknownFileKind, at: root.place, ["found": written(root)])
      return nil
    }
    let kind = first.key.value
    let field = Field(name: kind, example: kind, keyPlace: first.key.place, node: root)
    switch kind {
    case "flow": return flow(field).map { .flow($0) }
    case "roles": return roles(field).map { .roles($0) }
    case "shared": return shared(field).map { .shared($0) }
    case "calendar": return calendar(field).map { .calendar($0) }
    case "directory": return directory(field).map { .directory($0) }
    case "scenario": return scenario(field).map { .scenario($0) }
    case "vignette": return vignette(field).map { .vignette($0) }
    case "document": return document(field).map { .document($0) }
    case "indicators": return indicators(field).map { .indicators($0) }
    case "law": return lawTable(field).map { .law($0) }
    default:
      let later = entries.map(\.key.value).first(where: Grammar.fileKinds.contains)
      let nearest = later ?? Nearest.name(to: kind, among: Grammar.fileKinds)
      report(.unknownFileKind, at: first.key.place, ["found": kind, "nearest": nearest ?? ""])
      return nil
    }
  }
}
