/// Who requires whom, over a model and everything that it imports (DMN 1.5, 6.2.1).
struct RequirementsGraph: Sendable {
  /// The model itself, then those it imports.
  let models: [Definitions]
  private(set) var elements: [ElementKey: Element] = [:]
  /// All elements in the order of the files.
  private(set) var keys: [ElementKey] = []
  private(set) var requirements: [ElementKey: [ElementKey]] = [:]

  /// The longest chain of requirements that is followed.
  static let depth = 500

  /// Links references; throws what is missing or goes in a circle.
  init(_ model: Definitions, imports: [Definitions]) throws(ModelFault) {
    models = [model] + imports
    for model in models {
      for imported in model.imports where !models.contains(where: { $0.namespace == imported.namespace }) {
        throw .missingImport(namespace: imported.namespace, imported.place)
      }
    }
    for index in models.indices { try add(index) }
    for key in keys { try link(key) }
    try refuseCycles()
  }

  private mutating func add(_ index: Int) throws(ModelFault) {
    let model = models[index]
    for input in model.inputs { try add(.input(input), input.id, index) }
    for decision in model.decisions { try add(.decision(decision), decision.id, index) }
    for knowledge in model.knowledgeModels { try add(.knowledge(knowledge), knowledge.id, index) }
    for service in model.services { try add(.service(service), service.id, index) }
  }

  private mutating func add(_ kind: Element.Kind, _ id: String?, _ model: Int) throws(ModelFault) {
    let element = Element(kind: kind, model: model)
    // What has no identifier cannot be required, and goes by its name.
    let key = ElementKey(namespace: models[model].namespace, id: id ?? "\u{0}" + element.name)
    guard elements.updateValue(element, forKey: key) == nil else {
      throw .duplicateIdentifier(key.id, element.place)
    }
    keys.append(key)
  }

  private mutating func link(_ key: ElementKey) throws(ModelFault) {
    var linked: [ElementKey] = []
    for requirement in elements[key]?.requirements ?? [] {
      let required = try resolve(requirement, in: key.namespace)
      if !linked.contains(required) { linked.append(required) }
    }
    requirements[key] = linked
  }

  /// The element that a reference names.
  func resolve(_ requirement: Requirement, in namespace: String) throws(ModelFault) -> ElementKey {
    let key = ElementKey(reference: requirement.reference, in: namespace)
    guard elements[key] != nil else { throw .unknownReference(requirement.reference, requirement.place) }
    return key
  }

  /// Decisions must not require themselves, however indirectly. Functions may call themselves: calls have a limit of
  /// their own.
  private func refuseCycles() throws(ModelFault) {
    var done: Set<ElementKey> = []
    for key in keys {
      var path: [ElementKey] = []
      try visit(key, &path, &done)
    }
  }

  private func visit(
    _ key: ElementKey, _ path: inout [ElementKey], _ done: inout Set<ElementKey>
  ) throws(ModelFault) {
    guard case .decision(let decision)? = elements[key]?.kind, !done.contains(key) else { return }
    if let start = path.firstIndex(of: key) {
      throw .cycle((path[start...] + [key]).compactMap { elements[$0]?.name }, decision.place)
    }
    guard path.count < RequirementsGraph.depth else {
      throw .tooDeep(limit: RequirementsGraph.depth, decision.place)
    }
    path.append(key)
    for required in requirements[key] ?? [] { try visit(required, &path, &done) }
    path.removeLast()
    done.insert(key)
  }
}
