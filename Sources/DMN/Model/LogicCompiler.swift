import FEEL

/// Compiles the boxed expressions of one element of a model.
struct LogicCompiler {
  let element: String
  let types: ItemTypes
  private(set) var faults: [LogicFault] = []
  /// What of it cannot run here: Java, PMML, another expression language.
  private(set) var notApplicable: [ForeignLogic] = []

  /// The names that texts use and nothing declares.
  private(set) var undeclared: [LogicFault] = []

  /// Whether what is known of the inputs was handed over, so that it is worth looking for what tables leave open.
  let isNarrow: Bool

  init(element: String, types: ItemTypes, isNarrow: Bool = false) {
    self.element = element
    self.types = types
    self.isNarrow = isNarrow
  }

  /// The logic of an expression; its value is coerced to the type that the expression declares.
  mutating func compile(_ expression: BoxedExpression, in scope: LogicScope) -> Logic {
    let logic = compile(expression.kind, in: scope, at: expression.place)
    return coerced(logic, to: expression.typeName, at: expression.place)
  }

  private mutating func compile(
    _ kind: BoxedExpression.Kind, in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    switch kind {
    case .literal(let written): return literal(written, in: scope)
    case .context(let entries): return context(entries, in: scope, at: place)
    case .list(let items):
      let items = items.map { compile($0, in: scope) }
      return Logic(type: .list(.any), shape: Shape(type: .list(.any), mayBeNull: false)) {
        slots, evaluation in
        var values: [Value] = []
        for item in items { values.append(item.run(slots, &evaluation)) }
        return .list(values)
      }
    case .relation(let columns, let rows): return relation(columns, rows, in: scope, at: place)
    case .invocation(let callee, let bindings): return invocation(callee, bindings, in: scope, at: place)
    case .function(let definition): return function(definition, in: scope, at: place)
    case .conditional(let condition, let then, let otherwise):
      let condition = compile(condition, in: scope)
      let then = compile(then, in: scope)
      let otherwise = compile(otherwise, in: scope)
      let name = element
      var shape = then.shape.union(otherwise.shape)
      if condition.type != .boolean { shape.mayBeNull = true }
      return Logic(type: then.type == otherwise.type ? then.type : .any, shape: shape) { slots, evaluation in
        switch condition.run(slots, &evaluation) {
        case true: return then.run(slots, &evaluation)
        case false, .null: return otherwise.run(slots, &evaluation)
        case let value:
          evaluation.warn(.invalidArgument(function: name, parameter: "if", value: value.description))
          return .null
        }
      }
    case .filter(let list, let match): return filter(list, match, in: scope, at: place)
    case .iteration(let variable, let list, let body):
      return iteration(variable, list, body, in: scope, at: place)
    case .quantified(let quantifier, let variable, let list, let condition):
      return quantified(quantifier, variable, list, condition, in: scope, at: place)
    case .table(let table): return self.table(table, in: scope, at: place)
    }
  }

  /// A text of FEEL.
  mutating func literal(_ written: WrittenText, in scope: LogicScope) -> Logic {
    guard let compiled = expression(written, in: scope) else { return .missing }
    if compiled.syntax.isExternal { notApplicable.append(.java) }
    return Logic(type: compiled.type, shape: compiled.shape) { compiled.evaluate($0, in: &$1) }
  }

  /// A text of FEEL; nil, with a fault noted, when it is not.
  mutating func expression(_ written: WrittenText, in scope: LogicScope) -> CompiledExpression? {
    isFEEL(written) ? expression(written.text, in: scope, at: written.place) : nil
  }

  /// Whether a text is one of FEEL; notes the language that it is in where it is another.
  mutating func isFEEL(_ written: WrittenText) -> Bool {
    guard let language = written.foreignLanguage else { return true }
    _ = refuse(.language(language), at: written.place)
    return false
  }

  /// A text of FEEL; nil, with a fault noted, when it is not.
  mutating func expression(
    _ text: String, in scope: LogicScope, at place: TextPlace
  ) -> CompiledExpression? {
    let scope = feelScope(scope)
    return attempt(text, at: place) { () throws(CompilationFailure) in
      try FEELCompiler.compile(
        FEELCompiler.parse(expression: text, in: scope), text: text, in: scope, strictness: .lenient)
    }.map { compiled in
      note(undeclared: compiled.undeclared, at: place)
      return compiled
    }
  }

  /// A tree of FEEL made of parts.
  mutating func expression(
    _ tree: Expression, text: String, in scope: LogicScope, at place: TextPlace
  ) -> CompiledExpression? {
    let scope = feelScope(scope)
    return attempt(text, at: place) { () throws(CompilationFailure) in
      try FEELCompiler.compile(tree, text: text, in: scope, strictness: .lenient)
    }.map { compiled in
      note(undeclared: compiled.undeclared, at: place)
      return compiled
    }
  }

  /// Notes names that are used in a text and declared nowhere, each once.
  mutating func note(undeclared names: [Fault], at place: TextPlace) {
    for name in names {
      let fault = LogicFault(element: element, problem: .undeclaredName(name), place: place)
      if !undeclared.contains(where: { $0.name == fault.name }) { undeclared.append(fault) }
    }
  }

  /// The tree of a text of FEEL.
  mutating func tree(_ written: WrittenText, in scope: LogicScope) -> Expression? {
    guard isFEEL(written) else { return nil }
    let scope = feelScope(scope)
    return attempt(written.text, at: written.place) { () throws(CompilationFailure) in
      try FEELCompiler.parse(expression: written.text, in: scope)
    }
  }

  /// What compiling gives; nil, with a fault noted, when it throws.
  mutating func attempt<Result>(
    _ text: String, at place: TextPlace, _ body: () throws(CompilationFailure) -> Result
  ) -> Result? {
    do throws(CompilationFailure) {
      return try body()
    } catch {
      note(.syntax(text: text, error), at: place)
      return nil
    }
  }

  func feelScope(_ scope: LogicScope) -> Scope { Scope(scope.variables, types: types.valueTypes) }

  /// The type of a name; any, with a fault noted, when nothing has that name.
  mutating func type(_ name: TypeName?, at place: TextPlace) -> ItemType {
    guard let name else { return .any }
    if let type = types.named(name) { return type }
    note(.unknownType(name.written), at: place)
    return .any
  }

  /// The logic with its value coerced to a named type; null when it is none of that type.
  mutating func coerced(_ logic: Logic, to typeName: TypeName?, at place: TextPlace) -> Logic {
    guard let typeName else { return logic }
    let type = type(typeName, at: place)
    return logic.coerced(to: type, as: element)
  }

  mutating func note(_ problem: LogicFault.Problem, at place: TextPlace) {
    faults.append(LogicFault(element: element, problem: problem, place: place))
  }

  /// What cannot run here: null.
  mutating func refuse(_ what: ForeignLogic, at place: TextPlace) -> Logic {
    notApplicable.append(what)
    note(.notApplicable(what), at: place)
    return .missing
  }
}

extension Logic {
  /// The logic with its value coerced to a type; null with a warning when it is none of that type.
  func coerced(to type: ItemType, as element: String) -> Logic {
    if case .plain(.any) = type { return self }
    return Logic(type: type.valueType, shape: shape.coerced(to: type)) { slots, evaluation in
      let value = run(slots, &evaluation)
      if let coerced = type.coerced(value) { return coerced }
      evaluation.warn(
        .failed(function: element, reason: .notOfType(value: value.description, type.valueType)))
      return .null
    }
  }
}

extension CompiledExpression {
  /// What is known of its value: of a text written out, that it is just this one.
  var shape: Shape {
    if case .string(let text)? = constant { return Shape(type: .choice([text]), mayBeNull: false) }
    return Shape(type: type, mayBeNull: mayBeNull)
  }
}

extension LogicFault {
  /// The name that is declared nowhere.
  fileprivate var name: String? {
    guard case .undeclaredName(let fault) = problem, case .unknownName(let name, _) = fault.kind else {
      return nil
    }
    return name
  }
}
