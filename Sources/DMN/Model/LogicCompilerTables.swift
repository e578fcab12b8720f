import FEEL

/// Decision tables as expressions.
extension LogicCompiler {
  mutating func table(_ definition: TableDefinition, in scope: LogicScope, at place: TextPlace) -> Logic {
    guard let table = decisionTable(definition, in: scope, at: place) else { return .missing }
    let names = definition.outputs.map(\.name)
    let inputNames = definition.inputs.map { $0.label ?? $0.expression.text }
    let outputTypes = definition.outputs.map { type($0.typeName, at: $0.place) }
    let name = element
    let shape = shape(of: table, names, outputTypes)
    return Logic(type: resultType(of: table, names), shape: shape) { slots, evaluation in
      for (input, inputName) in zip(table.inputs, inputNames) {
        guard let allowed = input.allowed else { continue }
        let value = input.expression.evaluate(slots, in: &evaluation)
        if value != .null, allowed.evaluate(value, slots) != true {
          evaluation.warn(.invalidArgument(function: name, parameter: inputName, value: value.description))
          return .null
        }
      }
      let outcome = table.decide(slots, in: &evaluation)
      for warning in outcome.warnings {
        evaluation.warn(.failed(function: name, reason: warning.reason))
      }
      return LogicCompiler.result(outcome, of: table, names: names, types: outputTypes)
    }
  }

  private func resultType(of table: DecisionTable, _ names: [String?]) -> ValueType {
    if names.count == 1 { return table.resultType(ofOutput: 0) }
    let row = ValueType.context(
      zip(table.outputs, names).map { Field(name: $1 ?? "", type: $0.type) })
    return table.hitPolicy.isSingleHit ? row : .list(row)
  }

  /// One output is a value; several are a context, or one for each rule (DMN 1.5, 8.2.10).
  private static func result(
    _ outcome: Outcome, of table: DecisionTable, names: [String?], types: [ItemType]
  ) -> Value {
    let isList = !table.hitPolicy.isSingleHit
    if names.count == 1 {
      if case .list(let items) = outcome.outputs[0], isList {
        return .list(items.map { types[0].coerced($0) ?? .null })
      }
      return isList ? outcome.outputs[0] : types[0].coerced(outcome.outputs[0]) ?? .null
    }
    func row(_ value: (Int) -> Value) -> Value {
      var context = Context()
      for (place, name) in names.enumerated() {
        context[name ?? ""] = types[place].coerced(value(place)) ?? .null
      }
      return .context(context)
    }
    guard isList, case .list(let first) = outcome.outputs[0], !outcome.rules.isEmpty || first.isEmpty else {
      if outcome.outputs.allSatisfy({ $0 == .null }) { return .null }
      return row { outcome.outputs[$0] }
    }
    return .list(
      first.indices.map { index in
        row { place in
          guard case .list(let values) = outcome.outputs[place] else { return .null }
          return values[index]
        }
      })
  }

  private mutating func decisionTable(
    _ definition: TableDefinition, in scope: LogicScope, at place: TextPlace
  ) -> DecisionTable? {
    var inputs: [DecisionTable.Input] = []
    for input in definition.inputs {
      guard let compiled = self.input(input, in: scope) else { return nil }
      inputs.append(compiled)
    }
    var outputs: [DecisionTable.Output] = []
    for output in definition.outputs {
      guard let compiled = self.output(output, in: scope) else { return nil }
      outputs.append(compiled)
    }
    var rules: [DecisionTable.Rule] = []
    for rule in definition.rules {
      guard let compiled = self.rule(rule, inputs, in: scope) else { return nil }
      rules.append(compiled)
    }
    do throws(TableFault) {
      return try DecisionTable(
        inputs: inputs, outputs: outputs, rules: rules, hitPolicy: definition.hitPolicy)
    } catch {
      note(.table(error), at: place)
      return nil
    }
  }

  private mutating func input(
    _ input: TableDefinition.Input, in scope: LogicScope
  ) -> DecisionTable.Input? {
    guard let expression = expression(input.expression, in: scope) else { return nil }
    let declared = type(input.typeName, at: input.place).valueType
    let inputType = expression.type == .any || expression.type == .null ? declared : expression.type
    var allowed: CompiledUnaryTests?
    if let written = input.allowed, !written.text.trimmed.isEmpty {
      guard let tests = tests(written, of: inputType, in: scope) else { return nil }
      allowed = tests
    }
    return DecisionTable.Input(
      expression: expression, name: input.label, type: inputType,
      mayBeNull: !isNarrow || expression.mayBeNull, allowed: allowed)
  }

  private mutating func output(
    _ output: TableDefinition.Output, in scope: LogicScope
  ) -> DecisionTable.Output? {
    let outputType = type(output.typeName, at: output.place)
    var values: [Value] = []
    if let written = output.values {
      guard let written = self.values(written, of: outputType) else { return nil }
      values = written
    } else if let allowed = output.typeName.flatMap({ types.allowedValues($0) }),
      allowed.foreignLanguage == nil,
      let tests = try? FEELCompiler.compile(
        unaryTests: allowed.text, of: outputType.valueType, strictness: .lenient)
    {
      // What is wrong with these tests is told of the type.
      values = tests.values
    }
    var defaultEntry: CompiledExpression?
    if let written = output.defaultEntry,
      !["", "-"].contains(written.text.trimmed) || written.foreignLanguage != nil
    {
      guard let compiled = expression(written, in: scope) else { return nil }
      defaultEntry = compiled
    }
    return DecisionTable.Output(
      name: output.name, type: outputType.valueType, values: values, defaultEntry: defaultEntry)
  }

  /// The output values, which are written as unary tests (DMN 1.5, 8.3.2); nil, with a fault noted, where they are none.
  private mutating func values(_ written: WrittenText, of type: ItemType) -> [Value]? {
    if written.text.trimmed.isEmpty { return [] }
    return tests(written, of: type.valueType, in: LogicScope())?.values
  }

  private mutating func rule(
    _ rule: TableDefinition.Rule, _ inputs: [DecisionTable.Input], in scope: LogicScope
  ) -> DecisionTable.Rule? {
    var tests: [CompiledUnaryTests?] = []
    for (written, input) in zip(rule.tests, inputs) {
      guard !["", "-"].contains(written.text.trimmed) || written.foreignLanguage != nil else {
        tests.append(nil)
        continue
      }
      guard let compiled = self.tests(written, of: input.type, in: scope) else { return nil }
      tests.append(compiled)
    }
    var outputs: [CompiledExpression] = []
    for written in rule.outputs {
      let isEmpty = ["", "-"].contains(written.text.trimmed)
      guard isFEEL(written),
        let compiled = expression(isEmpty ? "null" : written.text, in: scope, at: written.place)
      else { return nil }
      outputs.append(compiled)
    }
    return DecisionTable.Rule(tests: tests, outputs: outputs)
  }

  private mutating func tests(
    _ written: WrittenText, of type: ValueType, in scope: LogicScope
  ) -> CompiledUnaryTests? {
    guard isFEEL(written) else { return nil }
    let scope = feelScope(scope)
    return attempt(written.text, at: written.place) { () throws(CompilationFailure) in
      try FEELCompiler.compile(unaryTests: written.text, of: type, in: scope, strictness: .lenient)
    }.map { compiled in
      note(undeclared: compiled.undeclared, at: written.place)
      return compiled
    }
  }
}

extension CompiledUnaryTests {
  /// The values that the tests list, in their order: constants, and ranges as ranges.
  fileprivate var values: [Value] {
    guard case .oneOf(let expressions) = syntax.kind else { return [] }
    let bytes = Array(text.utf8)
    return expressions.compactMap { expression in
      guard !expression.mentionsInput else { return nil }
      let source = String(decoding: bytes[expression.range], as: UTF8.self)
      return try? FEELCompiler.compile(expression: source, in: Scope([]), strictness: .lenient).evaluate([])
    }
  }
}
