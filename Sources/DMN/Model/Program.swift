import FEEL

/// The compiled elements of a model and of its imports.
final class Program: Sendable {
  let decisions: [ElementKey: DecisionProgram]
  let functions: [ElementKey: FunctionProgram]
  let inputs: [ElementKey: InputProgram]

  init(
    decisions: [ElementKey: DecisionProgram], functions: [ElementKey: FunctionProgram],
    inputs: [ElementKey: InputProgram]
  ) {
    self.decisions = decisions
    self.functions = functions
    self.inputs = inputs
  }

  /// The function of a knowledge model or decision service.
  func function(_ key: ElementKey) -> Value {
    guard let function = functions[key] else { return .null }
    return .function(
      Function(parameters: function.parameters, resultType: function.type.valueType, name: function.name) {
        [self] arguments, evaluation in
        function.call(arguments, in: self, &evaluation)
      })
  }
}

/// What a decision is handed.
struct InputProgram: Sendable {
  let name: String
  let type: ItemType
}

/// A decision: where the values of its scope come from, and its logic.
struct DecisionProgram: Sendable {
  let name: String
  let type: ItemType
  /// What is known of its value.
  let shape: Shape
  let sources: [Source]
  let logic: Logic?
  /// What of it, or of what it requires, cannot run here.
  let notApplicable: [ForeignLogic]

  /// The elements that the values come from.
  var required: [ElementKey] { sources.flatMap(\.elements) }
}

/// Where the value of a variable comes from.
enum Source: Sendable {
  case element(ElementKey)
  /// The required elements of an imported model, as a context under the import's name.
  case imported([(name: String, source: Source)])

  var elements: [ElementKey] {
    switch self {
    case .element(let key): [key]
    case .imported(let entries): entries.flatMap(\.source.elements)
    }
  }
}

/// A knowledge model or decision service as a function.
struct FunctionProgram: Sendable {
  let name: String
  let parameters: [Parameter]
  /// The type of its result.
  let type: ItemType
  let body: Body

  enum Body: Sendable {
    /// The logic over the required functions, then the parameters.
    case logic([Source], Logic)
    /// The decisions that are its outputs; the elements that the parameters stand for.
    case service(outputs: [(name: String, key: ElementKey)], inputs: [ElementKey])
  }

  func call(_ arguments: [Value], in program: Program, _ evaluation: inout Evaluation) -> Value {
    let value: Value
    switch body {
    case .logic(let sources, let logic):
      var run = Run(program: program, values: [:])
      var slots = sources.map { run.value(of: $0, &evaluation) }
      slots += arguments
      value = logic.run(slots, &evaluation)
    case .service(let outputs, let inputs):
      var run = Run(program: program, values: Dictionary(zip(inputs, arguments)) { $1 })
      value = run.outputs(outputs, &evaluation)
    }
    if let coerced = type.coerced(value) { return coerced }
    evaluation.warn(
      .failed(function: name, reason: .notOfType(value: value.description, type.valueType)))
    return .null
  }
}

/// One evaluation of decisions from given inputs; each decision is evaluated once.
struct Run {
  let program: Program
  /// The inputs that are given, and what is known so far.
  var values: [ElementKey: Value]

  mutating func value(of source: Source, _ evaluation: inout Evaluation) -> Value {
    switch source {
    case .element(let key): return value(of: key, &evaluation)
    case .imported(let entries):
      var context = Context()
      for entry in entries { context[entry.name] = value(of: entry.source, &evaluation) }
      return .context(context)
    }
  }

  /// The value of an element. Chains of decisions may be long: those that are required come first, by a stack of its own.
  mutating func value(of key: ElementKey, _ evaluation: inout Evaluation) -> Value {
    var open = [key]
    while let next = open.popLast() {
      guard values[next] == nil, let decision = program.decisions[next] else { continue }
      let missing = decision.required.filter { values[$0] == nil && program.decisions[$0] != nil }
      guard missing.isEmpty else {
        open.append(next)
        open += missing.reversed()
        continue
      }
      var slots: [Value] = []
      for source in decision.sources { slots.append(value(of: source, &evaluation)) }
      values[next] = decision.logic?.run(slots, &evaluation) ?? .null
    }
    return values[key] ?? program.function(key)
  }

  /// The value of the one output, or a context of all.
  mutating func outputs(
    _ outputs: [(name: String, key: ElementKey)], _ evaluation: inout Evaluation
  ) -> Value {
    if outputs.count == 1 { return value(of: outputs[0].key, &evaluation) }
    var context = Context()
    for output in outputs { context[output.name] = value(of: output.key, &evaluation) }
    return .context(context)
  }
}
