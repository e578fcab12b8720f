/// From text to something that evaluates: lexer, parser, checker, code.
public enum FEELCompiler {
  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - scope: the names it may use.
  ///   - expected: the type the result must have; a string literal outside an expected choice is a fault.
  ///   - allowsNull: whether the result may be null; when not, `Fault.Kind.mayBeNull` names the variables.
  /// - Throws: every fault that was found, in the order of the text.
  public static func compile(
    expression text: String, in scope: Scope, expecting expected: ValueType? = nil, allowsNull: Bool = true,
    strictness: Strictness = .strict
  ) throws(CompilationFailure) -> CompiledExpression {
    try compile(
      parse(expression: text, in: scope), text: text, in: scope, expecting: expected, allowsNull: allowsNull,
      strictness: strictness)
  }

  /// Compiles a tree that was parsed, or made of trees that were.
  ///
  /// - Throws: every fault that was found, in the order of the text.
  public static func compile(
    _ syntax: Expression, text: String, in scope: Scope, expecting expected: ValueType? = nil,
    allowsNull: Bool = true, strictness: Strictness = .strict
  ) throws(CompilationFailure) -> CompiledExpression {
    var checker = Checker(scope: scope, strictness: strictness)
    let resolved = checker.resolve(syntax)
    if let expected { checker.expectResult(resolved, expected) }
    if !allowsNull, resolved.nullness.isPossible, checker.faults.isEmpty {
      let variables = resolved.nullness.causes.sorted().map { scope.variables[$0].name }
      checker.faults.append(Fault(.mayBeNull(variables: variables), at: syntax.range))
    }
    try checker.finish()
    let slots = checker.slots.sorted()
    return CompiledExpression(
      CompiledExpression.Parts(
        text: text, syntax: syntax, type: resolved.type, mayBeNull: resolved.nullness.isPossible,
        causesOfNull: resolved.nullness.causes.sorted(), slots: slots, code: CodeGenerator.code(resolved),
        truth: CodeGenerator.truth(resolved),
        guardProgram: GuardBuilder.program(resolved, slotCount: (slots.last ?? -1) + 1),
        undeclared: checker.undeclared))
  }

  /// Compiles the unary tests of a table's cell.
  ///
  /// - Parameters:
  ///   - inputType: the type of what is tested.
  ///   - inputMayBeNull: whether that may be null.
  /// - Throws: every fault that was found, in the order of the text.
  public static func compile(
    unaryTests text: String, of inputType: ValueType, inputMayBeNull: Bool = true,
    in scope: Scope = Scope([]),
    strictness: Strictness = .strict
  ) throws(CompilationFailure) -> CompiledUnaryTests {
    let syntax = try parse(unaryTests: text, in: scope)
    let input = Checker.Input(type: inputType, mayBeNull: inputMayBeNull)
    var checker = Checker(scope: scope, strictness: strictness, input: input)
    let (code, program, nullness) = checker.unaryTests(syntax)
    try checker.finish()
    let slots = checker.slots.sorted()
    return CompiledUnaryTests(
      text: text, syntax: syntax, mayBeNull: nullness.isPossible, slots: slots,
      scopeSize: (slots.last ?? -1) + 1,
      test: code, guardProgram: program, undeclared: checker.undeclared)
  }

  /// The tree of an expression; names of several words are known from the scope.
  ///
  /// - Throws: the first fault of syntax.
  public static func parse(
    expression text: String, in scope: Scope = Scope([])
  ) throws(CompilationFailure) -> Expression {
    try Parser.expression(text, known: knownNames(scope), types: scope.types)
  }

  /// The tree of unary tests.
  ///
  /// - Throws: the first fault of syntax.
  public static func parse(
    unaryTests text: String, in scope: Scope = Scope([])
  ) throws(CompilationFailure) -> UnaryTests {
    try Parser.unaryTests(text, known: knownNames(scope), types: scope.types)
  }

  private static let standardNames = KnownNames(BuiltIns.names + Properties.longNames)

  private static func knownNames(_ scope: Scope) -> KnownNames {
    var known = standardNames
    for name in scope.functions.keys { known.insert(name) }
    for variable in scope.variables {
      known.insert(variable.name)
      insertFields(variable.type, into: &known)
    }
    return known
  }

  private static func insertFields(_ type: ValueType, into known: inout KnownNames) {
    switch type {
    case .context(let fields):
      for field in fields {
        known.insert(field.name)
        insertFields(field.type, into: &known)
      }
    case .list(let item), .range(let item): insertFields(item, into: &known)
    default: break
    }
  }
}

extension Checker {
  /// Throws what was found, in the order of the text.
  fileprivate func finish() throws(CompilationFailure) {
    guard faults.isEmpty else {
      let sorted = faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
      throw CompilationFailure(faults: sorted)
    }
  }

  /// Reports a result that is not of the expected type.
  fileprivate mutating func expectResult(_ resolved: Resolved, _ expected: ValueType) {
    switch (resolved.node, expected) {
    case (.conditional(_, let then, let otherwise), _):
      expectResult(then, expected)
      expectResult(otherwise, expected)
    case (.list(let items), .list(let item)):
      for element in items { expectResult(element, item) }
    case (.constant(.string), .choice): checkChoice(expected, resolved)
    default:
      if !resolved.type.conforms(to: expected), resolved.type != .any, !isEmptyList(resolved) {
        fault(.resultMismatch(expected: expected, found: resolved.type), at: resolved.range)
      }
    }
  }

  private func isEmptyList(_ resolved: Resolved) -> Bool {
    if case .list(let items) = resolved.node { return items.isEmpty }
    return false
  }

  /// The code and program of unary tests, and when they may be null.
  fileprivate mutating func unaryTests(_ tests: UnaryTests) -> (TestCode, GuardProgram?, Nullness) {
    let value = Resolved(
      node: .input, type: input?.type ?? .any, nullness: input?.mayBeNull == false ? .never : .possible,
      itemsMayBeNull: false, range: 0..<0)
    switch tests.kind {
    case .any: return ({ _, _ in true }, nil, .never)
    case .oneOf(let expressions):
      let (resolved, nullness) = resolve(expressions, value)
      return (
        CodeGenerator.any(resolved),
        GuardBuilder.program(resolved, input: value, negated: false, slotCount: (slots.max() ?? -1) + 1),
        nullness
      )
    case .noneOf(let expressions):
      let (resolved, nullness) = resolve(expressions, value)
      let any = CodeGenerator.any(resolved)
      return (
        { value, evaluation in any(value, &evaluation).map { !$0 } },
        GuardBuilder.program(resolved, input: value, negated: true, slotCount: (slots.max() ?? -1) + 1),
        nullness
      )
    }
  }

  private mutating func resolve(
    _ expressions: [Expression], _ value: Resolved
  ) -> ([Resolved.Test], Nullness) {
    let tests = expressions.map { test($0, of: value, allowsConditions: true) }
    return (tests.map(\.0), tests.reduce(.never) { $0 | $1.1 })
  }
}
