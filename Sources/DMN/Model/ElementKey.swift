/// Names an element in all models together.
struct ElementKey: Sendable, Hashable {
  let namespace: String
  let id: String

  init(namespace: String, id: String) {
    self.namespace = namespace
    self.id = id
  }

  /// What a reference written in a model of some namespace names: `#id`, `id`, or `namespace#id`.
  init(reference: String, in namespace: String) {
    guard let mark = reference.lastIndex(of: "#") else {
      self.init(namespace: namespace, id: reference)
      return
    }
    let before = String(reference[..<mark])
    self.init(
      namespace: before.isEmpty ? namespace : before, id: String(reference[reference.index(after: mark)...]))
  }
}

/// An element of a model, with the model that it belongs to.
struct Element: Sendable {
  let kind: Kind
  /// The place of its model among all models.
  let model: Int

  enum Kind: Sendable {
    case input(InputData)
    case decision(Decision)
    case knowledge(KnowledgeModel)
    case service(DecisionService)
  }

  var name: String {
    switch kind {
    case .input(let element): element.name
    case .decision(let element): element.name
    case .knowledge(let element): element.name
    case .service(let element): element.name
    }
  }

  /// The name of its variable, where that is another than its own.
  var variable: String? {
    let variable: String?
    switch kind {
    case .input(let element): variable = element.variable
    case .decision(let element): variable = element.variable
    case .knowledge, .service: variable = nil
    }
    return variable == name || variable?.isEmpty == true ? nil : variable
  }

  var place: TextPlace {
    switch kind {
    case .input(let element): element.place
    case .decision(let element): element.place
    case .knowledge(let element): element.place
    case .service(let element): element.place
    }
  }

  /// The elements that it requires, as written.
  var requirements: [Requirement] {
    switch kind {
    case .input: []
    case .decision(let decision): decision.requirements
    case .knowledge(let knowledge): knowledge.requirements
    case .service(let service): service.outputs + service.inputDecisions + service.inputData
    }
  }
}
