import FEEL

/// Compiles the elements of a model and of its imports, each after those that it requires.
struct ModelCompiler {
  let graph: RequirementsGraph
  private(set) var faults: [LogicFault] = []
  private(set) var undeclared: [LogicFault] = []
  private var types: [ItemTypes] = []
  private var decisions: [ElementKey: DecisionProgram] = [:]
  private var functions: [ElementKey: FunctionProgram] = [:]
  private var inputs: [ElementKey: InputProgram] = [:]
  /// What of each element cannot run here.
  private var notApplicable: [ElementKey: [ForeignLogic]] = [:]
  private let names: [ElementKey: GivenName]
  /// What is known of the inputs, by name.
  private let known: [String: Variable]
  /// Whether that is anything, or the model is compiled for whatever inputs there may be.
  private let isNarrow: Bool

  init(_ graph: RequirementsGraph, knowing inputs: [Variable]? = nil) {
    self.graph = graph
    names = graph.givenNames()
    known = Dictionary((inputs ?? []).map { ($0.name, $0) }) { first, _ in first }
    isNarrow = inputs != nil
    types = graph.models.indices.map { ModelCompiler.types(of: $0, graph.models, outer: []) }
    faults = types.flatMap(\.faults)
  }

  /// The types of a model with those of its imports; imports in a circle see each other only once.
  private static func types(of index: Int, _ models: [Definitions], outer: Set<Int>) -> ItemTypes {
    let imports = models[index].imports.compactMap { imported -> (name: String, types: ItemTypes)? in
      guard let place = models.firstIndex(where: { $0.namespace == imported.namespace }),
        place != index, !outer.contains(place)
      else { return nil }
      return (imported.name, types(of: place, models, outer: outer.union([index])))
    }
    return ItemTypes(models[index], imports: imports)
  }

  /// The program of all elements.
  mutating func program() -> Program {
    for key in graph.order { compile(key) }
    return Program(decisions: decisions, functions: functions, inputs: inputs)
  }

  private mutating func compile(_ key: ElementKey) {
    guard let element = graph.elements[key] else { return }
    let required = graph.requirements[key] ?? []
    notApplicable[key] = required.flatMap { notApplicable[$0] ?? [] }
    switch element.kind {
    case .input(let input): compile(input, key, element)
    case .decision(let decision): compile(decision, key, element)
    case .knowledge(let knowledge): compile(knowledge, key, element)
    case .service(let service): compile(service, key, element)
    }
  }

  private mutating func compile(_ input: InputData, _ key: ElementKey, _ element: Element) {
    var compiler = LogicCompiler(element: input.name, types: types[element.model])
    inputs[key] = InputProgram(
      name: input.name, type: compiler.type(input.typeName, at: input.place))
    note(compiler)
  }

  private mutating func compile(_ decision: Decision, _ key: ElementKey, _ element: Element) {
    var compiler = LogicCompiler(
      element: decision.name, types: types[element.model], isNarrow: isNarrow)
    let (scope, sources) = scope(of: key, in: element.model)
    let declared = compiler.type(decision.typeName, at: decision.place)
    let logic = decision.logic.map {
      compiler.compile($0, in: scope).coerced(to: declared, as: decision.name)
    }
    var type = declared
    if case .plain(.any) = declared, let logic { type = .plain(logic.type) }
    notApplicable[key, default: []] += compiler.notApplicable
    decisions[key] = DecisionProgram(
      name: decision.name, type: type, shape: logic?.shape ?? Shape(type: type.narrowType), sources: sources,
      logic: logic, notApplicable: notApplicable[key] ?? [])
    note(compiler)
  }

  private mutating func compile(_ knowledge: KnowledgeModel, _ key: ElementKey, _ element: Element) {
    var compiler = LogicCompiler(element: knowledge.name, types: types[element.model])
    var (scope, sources) = scope(of: key, in: element.model)
    let definition = knowledge.function
    let parameters = compiler.parameters(definition?.parameters ?? [], at: knowledge.place)
    // A function may call itself by its name, unless it requires something else of that name.
    if !scope.variables.contains(where: { $0.name == knowledge.name }) {
      scope = scope.adding(knowledge.name, .function(parameters.map(\.type.valueType), .any))
      sources.append(.element(key))
    }
    for parameter in parameters { scope = scope.adding(parameter.name, parameter.type.valueType) }
    let declared = compiler.type(knowledge.typeName, at: knowledge.place).result
    var logic = Logic.missing
    if let definition, definition.kind != .feel {
      logic = compiler.refuse(definition.kind == .pmml ? .pmml : .java, at: knowledge.place)
    } else if let body = definition?.body {
      logic = compiler.compile(body, in: scope)
    }
    notApplicable[key, default: []] += compiler.notApplicable
    var type = declared
    if case .plain(.any) = declared { type = .plain(logic.type) }
    functions[key] = FunctionProgram(
      name: knowledge.name, parameters: parameters, type: type, body: .logic(sources, logic))
    note(compiler)
  }

  private mutating func compile(_ service: DecisionService, _ key: ElementKey, _ element: Element) {
    var compiler = LogicCompiler(element: service.name, types: types[element.model])
    func keys(_ requirements: [Requirement]) -> [ElementKey] {
      requirements.map { ElementKey(reference: $0.reference, in: key.namespace) }
    }
    // Input data come before input decisions (DMN 1.5, 10.4).
    let inputKeys = keys(service.inputData) + keys(service.inputDecisions)
    let parameters = inputKeys.map { Parameter(name: name(of: $0), type: self.type(of: $0)) }
    let outputKeys = keys(service.outputs)
    let outputs = outputKeys.map { (name: name(of: $0), key: $0) }
    var type = compiler.type(service.typeName, at: service.place).result
    if case .plain(.any) = type {
      type =
        outputs.count == 1
        ? self.type(of: outputKeys[0])
        : .context(outputKeys.map { (name: name(of: $0), type: .plain(self.type(of: $0).valueType)) })
    }
    functions[key] = FunctionProgram(
      name: service.name, parameters: parameters, type: type,
      body: .service(outputs: outputs, inputs: inputKeys))
    note(compiler)
  }

  private mutating func note(_ compiler: LogicCompiler) {
    faults += compiler.faults
    undeclared += compiler.undeclared
  }

  private func name(of key: ElementKey) -> String { graph.elements[key]?.name ?? "" }

  /// The type of an element as a variable.
  private func type(of key: ElementKey) -> ItemType {
    if let decision = decisions[key] { return decision.type }
    if let input = inputs[key] { return input.type }
    guard let function = functions[key] else { return .any }
    return .plain(.function(function.parameters.map(\.type.valueType), function.type.valueType))
  }

  /// What an element's value is known to be, as far as it is known for the inputs at hand.
  private func shape(of key: ElementKey) -> Shape {
    if let decision = decisions[key], isNarrow { return decision.shape }
    if let input = inputs[key], let known = names[key].flatMap({ known[$0.whole] }),
      known.type.conforms(to: input.type.valueType)
    {
      return Shape(
        type: known.type == .any ? input.type.valueType : known.type,
        mayBeNull: known.mayBeNull || !input.type.accepts(known.type))
    }
    return Shape(type: type(of: key).valueType)
  }

  /// The variables that an element sees: what it requires, that of other models under the name of the import.
  private func scope(of key: ElementKey, in model: Int) -> (LogicScope, [Source]) {
    var scope = LogicScope()
    var sources: [Source] = []
    var imported: [String: [(name: String, source: Source, type: ValueType)]] = [:]
    for required in graph.requirements[key] ?? [] {
      let name = name(of: required)
      let shape = shape(of: required)
      let alias = graph.models[model].imports.first { $0.namespace == required.namespace }?.name
      if required.namespace != graph.models[model].namespace, let alias, !alias.isEmpty {
        imported[alias, default: []].append((name, .element(required), shape.type))
      } else {
        scope = scope.adding(name, shape.type, mayBeNull: shape.mayBeNull)
        sources.append(.element(required))
      }
    }
    // Tools that name a variable otherwise than its element write either name in expressions.
    for required in graph.requirements[key] ?? [] where required.namespace == graph.models[model].namespace {
      guard let variable = graph.elements[required]?.variable,
        !scope.variables.contains(where: { $0.name == variable })
      else { continue }
      let shape = shape(of: required)
      scope = scope.adding(variable, shape.type, mayBeNull: shape.mayBeNull)
      sources.append(.element(required))
    }
    for (alias, entries) in imported.sorted(by: { $0.key < $1.key }) {
      scope = scope.adding(alias, .context(entries.map { Field(name: $0.name, type: $0.type) }))
      sources.append(.imported(entries.map { ($0.name, $0.source) }))
    }
    return (scope, sources)
  }
}
