import FEEL

/// A DMN model that is linked, compiled and ready to evaluate.
///
/// ```swift
/// let model = try DecisionModel(Definitions(dmn: bytes))
/// let result = model.evaluate(decision: "Approval", inputs: Context(["Score": 700]))
/// ```
public struct DecisionModel: Sendable {
  /// The model's name.
  public let name: String
  /// Its namespace.
  public let namespace: String
  /// What is wrong with parts of the model. Such a part gives null; the rest works.
  public let faults: [LogicFault]
  /// The names that texts of the model use and nothing declares: they are null.
  public let undeclared: [LogicFault]
  /// The names of the decisions, in the order of the file.
  public let decisions: [String]
  /// The names of the decision services, in the order of the file.
  public let services: [String]
  /// What the decisions are handed, in the order of the file; without the inputs of imported models.
  public let inputs: [Input]

  let program: Program
  let elements: [(name: String, key: ElementKey)]
  let givenNames: [ElementKey: GivenName]
  /// What each element requires, by its key.
  let requirements: [ElementKey: [ElementKey]]

  /// Something that decisions are handed.
  public struct Input: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its type, without the limits of item definitions.
    public let type: ValueType
  }

  /// What an evaluation gave.
  public struct Result: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// Why parts of it are null.
    public let warnings: [Warning]
  }

  /// Links and compiles a model.
  ///
  /// - Parameters:
  ///   - definitions: the model.
  ///   - imports: all models that it imports, and that those import; others play no part.
  ///   - inputs: what is known of the values that the inputs will have, by name: types within those that the model
  ///     declares, and whether they may be null. With it, ``signature(ofDecision:)`` tells what may come out. Whoever
  ///     says so hands in no other values.
  /// - Throws: a reference, an import or an identifier that is wrong, or requirements in a circle.
  public init(
    _ definitions: Definitions, imports: [Definitions] = [], knowing inputs: [Variable]? = nil
  ) throws(ModelFault) {
    let graph = try RequirementsGraph(definitions, imports: imports)
    var compiler = ModelCompiler(graph, knowing: inputs)
    let program = compiler.program()
    self.program = program
    name = definitions.name
    namespace = definitions.namespace
    faults = compiler.faults
    undeclared = compiler.undeclared
    decisions = definitions.decisions.map(\.name)
    services = definitions.services.map(\.name)
    elements = graph.keys.map { (graph.elements[$0]?.name ?? "", $0) }
    givenNames = graph.givenNames()
    requirements = graph.requirements
    self.inputs = graph.keys.filter { $0.namespace == definitions.namespace }.compactMap { key in
      program.inputs[key].map { Input(name: $0.name, type: $0.type.valueType) }
    }
  }

  /// Evaluates a decision with all that it requires.
  ///
  /// - Parameters:
  ///   - name: the decision's name.
  ///   - inputs: values of input data, and of decisions that are not to be evaluated, by name. What is of an imported
  ///     model is given as an entry of a context under the import's name, or by its name alone where nothing else has
  ///     that name. What is missing is null.
  ///   - now: what `now()` gives.
  /// - Returns: the value with warnings; nil when there is no decision of that name.
  public func evaluate(decision name: String, inputs: Context, now: DateTime? = nil) -> Result? {
    guard let key = key(name, in: program.decisions.keys) else { return nil }
    var evaluation = Evaluation(now: now)
    var run = Run(program: program, values: values(inputs, &evaluation))
    let value = run.value(of: key, &evaluation)
    return Result(value: value, warnings: evaluation.warnings)
  }

  /// Calls a decision service or a business knowledge model with arguments by name; missing ones are null.
  ///
  /// - Returns: the value with warnings; nil when there is neither of that name.
  public func evaluate(function name: String, inputs: Context, now: DateTime? = nil) -> Result? {
    guard let key = key(name, in: program.functions.keys), let function = program.functions[key],
      case .function(let callee) = program.function(key)
    else { return nil }
    var evaluation = Evaluation(now: now)
    let arguments = function.parameters.map { inputs[$0.name] ?? .null }
    let value = evaluation.call(callee, arguments)
    return Result(value: value, warnings: evaluation.warnings)
  }

  /// What of a decision, or of what it requires, cannot run here: Java or PMML functions, other expression languages.
  public func notApplicable(inDecision name: String) -> [ForeignLogic] {
    key(name, in: program.decisions.keys).flatMap { program.decisions[$0]?.notApplicable } ?? []
  }

  func key(_ name: String, in keys: some Collection<ElementKey>) -> ElementKey? {
    let known = Set(keys)
    let named = elements.filter { $0.name == name && known.contains($0.key) }
    return (named.first { $0.key.namespace == namespace } ?? named.first)?.key
  }

  /// The values by element: of the inputs, null where nothing is given, and of the decisions that are given.
  private func values(_ inputs: Context, _ evaluation: inout Evaluation) -> [ElementKey: Value] {
    var values: [ElementKey: Value] = [:]
    for element in elements {
      let given = givenNames[element.key]?.value(in: inputs)
      if let input = program.inputs[element.key] {
        values[element.key] = coerced(given ?? .null, to: input.type, element.name, &evaluation)
      } else if let given, let decision = program.decisions[element.key] {
        values[element.key] = coerced(given, to: decision.type, element.name, &evaluation)
      }
    }
    return values
  }

  private func coerced(
    _ value: Value, to type: ItemType, _ name: String, _ evaluation: inout Evaluation
  ) -> Value {
    if let coerced = type.coerced(value) { return coerced }
    evaluation.warn(type.warning(value, of: name, in: self.name))
    return .null
  }
}
