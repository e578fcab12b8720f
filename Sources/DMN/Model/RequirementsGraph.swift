/// Who requires whom, over a model and everything that it imports (DMN 1.5, 6.2.1).
struct RequirementsGraph: Sendable {
  /// The model itself, then those it imports.
  let models: [Definitions]
  private(set) var elements: [ElementKey: Element] = [:]
  /// All elements in the order of the files.
  private(set) var keys: [ElementKey] = []
  private(set) var requirements: [ElementKey: [ElementKey]] = [:]

  /// All elements, each after those that it requires; functions that require one another in a circle as the circle is met.
  private(set) var order: [ElementKey] = []

  /// The longest chain of decisions, so that a hostile file makes no types of endless depth.
  static let depth = 2_000

  /// Links references; throws what is missing or goes in a circle.
  ///
  /// - Parameter others: the models at hand. Those that are not imported, directly or through others, play no part.
  init(_ model: Definitions, imports others: [Definitions]) throws(ModelFault) {
    models = try [model] + model.imported(among: others)
    for index in models.indices { try add(index) }
    for key in keys { try link(key) }
    try refuseCycles()
    order = try sorted(keys) {
      requirements[$0] ?? []
    } inCircle: { _ in
    }
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
    if elements[key] != nil { return key }
    // Some tools leave the namespace out, and the element is in a model that this one imports.
    let other = models.first { elements[ElementKey(namespace: $0.namespace, id: key.id)] != nil }
    if let other, key.namespace == namespace {
      throw .namespaceMissing(requirement.reference, other.namespace + "#" + key.id, requirement.place)
    }
    throw .unknownReference(requirement.reference, requirement.place)
  }

  /// Decisions must not require themselves, however indirectly. Functions may call themselves: calls have a limit of
  /// their own.
  private func refuseCycles() throws(ModelFault) {
    func decisions(requiredBy key: ElementKey) -> [ElementKey] {
      (requirements[key] ?? []).filter { decision($0) != nil }
    }
    let order = try sorted(keys.filter { decision($0) != nil }, decisions) { circle throws(ModelFault) in
      guard let place = elements[circle[0]]?.place else { return }
      throw .cycle((circle + [circle[0]]).compactMap { elements[$0]?.name }, place)
    }
    var lengths: [ElementKey: Int] = [:]
    for key in order {
      let length = decisions(requiredBy: key).compactMap { lengths[$0] }.max() ?? 0
      guard length < RequirementsGraph.depth else {
        throw .tooDeep(limit: RequirementsGraph.depth, elements[key]?.place ?? models[0].place)
      }
      lengths[key] = length + 1
    }
  }

  private func decision(_ key: ElementKey) -> Decision? {
    if case .decision(let decision)? = elements[key]?.kind { return decision }
    return nil
  }

  /// The keys and all that they lead to, each after what it leads to, by a walk that keeps its own stack: chains may be
  /// long. `inCircle` is told of each circle that is met.
  private func sorted(
    _ keys: [ElementKey], _ next: (ElementKey) -> [ElementKey],
    inCircle: ([ElementKey]) throws(ModelFault) -> Void
  ) throws(ModelFault) -> [ElementKey] {
    var order: [ElementKey] = []
    var met: Set<ElementKey> = []
    var places: [ElementKey: Int] = [:]
    for key in keys where met.insert(key).inserted {
      var path = [(key: key, rest: next(key)[...])]
      places[key] = 0
      while let (last, _) = path.last {
        guard let required = path[path.count - 1].rest.popFirst() else {
          path.removeLast()
          places[last] = nil
          order.append(last)
          continue
        }
        if let start = places[required] {
          try inCircle(path[start...].map(\.key))
        } else if met.insert(required).inserted {
          places[required] = path.count
          path.append((required, next(required)[...]))
        }
      }
    }
    return order
  }
}
