import DMN

/// The DMN models that lie beside the flows, as far as flows name them (grammar, section 8.3).
struct ModelFolder {
  /// The names of all models, sorted.
  let names: [String]
  private let models: [String: Result<Definitions, ModelFault>]
  private let sources: [String: SourceText]

  /// Reads the models that steps name, and, where these import others, all that lie there.
  init(_ folder: ProtocolSyntax, flows: [FlowSyntax], edition: Edition = .current) {
    func read(_ source: SourceText) -> Result<Definitions, ModelFault> {
      do throws(ModelFault) {
        return .success(
          try Definitions(
            dmn: Array(source.text.utf8), file: source.path, ignoresLanguages: edition < .second))
      } catch { return .failure(error) }
    }
    let files = folder.sources.filter { $0.path.isModel }
    sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    names = sources.keys.sorted()
    let named = flows.flatMap(\.steps).flatMap(\.all).compactMap { step -> String? in
      guard case .decide(let decide) = step.kind, case .model(let model) = decide.logic else { return nil }
      return model.model.value
    }
    var models: [String: Result<Definitions, ModelFault>] = [:]
    for name in Set(named) { models[name] = sources[name].map(read) }
    if models.values.contains(where: { (try? $0.get().imports.isEmpty) == false }) {
      for name in names where models[name] == nil { models[name] = sources[name].map(read) }
    }
    self.models = models
    used = Set(named).union(named.flatMap { ModelFolder.imports(of: $0, among: models) })
  }

  /// The files that the flows need: those that steps name, and those that these import.
  let used: Set<String>

  /// A model by the name of its file; nil when there is none.
  subscript(name: String) -> Result<Definitions, ModelFault>? { models[name] }

  /// The models that a model imports, and that those import.
  func imports(of name: String) -> [Definitions] {
    ModelFolder.imports(of: name, among: models).sorted().compactMap { try? models[$0]?.get() }
  }

  /// The texts of the models, by name.
  func source(_ name: String) -> SourceText? { sources[name] }

  private static func imports(
    of name: String, among models: [String: Result<Definitions, ModelFault>]
  ) -> Set<String> {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      for imported in (try? models[next]?.get().imports) ?? [] {
        let file = models.keys.sorted().first { other in
          (try? models[other]?.get().namespace) == imported.namespace
        }
        if let file, file != name, found.insert(file).inserted { open.append(file) }
      }
    }
    return found
  }
}

extension String {
  /// Whether a path is that of a DMN model beside the flows.
  var isModel: Bool { hasSuffix(".dmn") && !contains("/") }
}
