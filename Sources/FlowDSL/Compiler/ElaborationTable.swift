import DMN
import FEEL

/// Decision tables: columns, rows, and whether they cover every case exactly once.
extension Elaboration {
  /// A table and which of its outputs may be null.
  struct CompiledTable {
    let table: DecisionTable
    let nullable: Set<Int>

    func mayBeNull(_ slot: Int) -> Bool { nullable.contains(slot) }
  }

  /// A table whose outputs go to facts; `nil` stands for a fact that is not declared.
  mutating func decisionTable(
    _ syntax: TableSyntax, _ slots: [Int?], _ known: Knowledge
  ) -> CompiledTable? {
    let policy = syntax.hit?.value.policy ?? .unique
    let inputs = syntax.on.map { expression($0, expecting: .any, known) }
    let types = zip(syntax.outputs, slots).map { cellType(of: $0, slot: $1, policy) }
    var rules: [DecisionTable.Rule] = []
    var isFaulty = false
    for row in syntax.rules {
      var tests: [CompiledUnaryTests?] = []
      for (cell, input) in zip(row.inputs, inputs) {
        guard let input else { continue }
        let (compiled, isWrong) = self.tests(cell, of: input, known)
        tests.append(compiled)
        isFaulty = isFaulty || isWrong
      }
      let outputs = zip(row.outputs, types).compactMap { expression($0, expecting: $1, known) }
      isFaulty = isFaulty || outputs.count != row.outputs.count
      rules.append(DecisionTable.Rule(tests: tests, outputs: outputs))
    }
    let compiledInputs = inputs.compactMap(\.self)
    guard !isFaulty, compiledInputs.count == syntax.on.count, slots.allSatisfy({ $0 != nil }) else {
      return nil
    }
    let table: DecisionTable
    do throws(TableFault) {
      table = try DecisionTable(
        inputs: zip(compiledInputs, syntax.on).map { input($0, $1) },
        outputs: zip(syntax.outputs, types).map { output($0, $1) }, rules: rules, hitPolicy: policy)
    } catch {
      report(error, in: syntax)
      return nil
    }
    let isComplete = checkTable(table, syntax)
    var nullable: Set<Int> = []
    for (place, slot) in slots.enumerated() {
      let mayBeNull = rules.contains { $0.outputs[place].mayBeNull }
      if let slot, policy.mayGiveNull(isComplete: isComplete, cellMayBeNull: mayBeNull) {
        nullable.insert(slot)
      }
    }
    return CompiledTable(table: table, nullable: nullable)
  }

  /// An input; one that is just a fact has the fact's allowed values.
  private mutating func input(_ compiled: CompiledExpression, _ syntax: ExpressionSyntax)
    -> DecisionTable.Input
  {
    var allowed: CompiledUnaryTests?
    if case .name(let name) = compiled.syntax.kind, let slot = facts.slot(of: name) {
      allowed = self.allowed[slot]
    }
    return DecisionTable.Input(expression: compiled, name: syntax.text, allowed: allowed)
  }

  /// By priority, what is furthest along the scale comes first.
  private func output(_ name: Located<String>, _ type: ValueType) -> DecisionTable.Output {
    var values: [Value] = []
    if case .choice(let scale) = type { values = scale.reversed().map { .string($0) } }
    return DecisionTable.Output(name: name.value, type: type, values: values)
  }

  /// The type of a cell: that of the fact, or of its items where the table gives a list.
  private mutating func cellType(of name: Located<String>, slot: Int?, _ policy: HitPolicy) -> ValueType {
    guard let slot else { return .any }
    let type = facts[slot].type
    switch policy {
    case .unique, .any, .first, .priority: return type
    case .collect(.count):
      expect(.number, of: slot, at: name.place)
      return .any
    case .collect(.sum):
      expect(.number, of: slot, at: name.place)
      return .number
    case .collect(.min), .collect(.max): return type
    case .ruleOrder, .outputOrder, .collect(nil):
      if case .list(let item) = type { return item }
      report(
        .factType, at: name.place,
        ["name": name.value, "expected": ValueType.list(type).written, "found": type.written],
        related: [.init(.declared, at: facts[slot].syntax.type.place)])
      return .any
    }
  }

  private mutating func expect(_ type: ValueType, of slot: Int, at place: Place) {
    guard facts[slot].type != type else { return }
    report(
      .factType, at: place,
      ["name": facts.names[slot], "expected": type.written, "found": facts[slot].type.written],
      related: [.init(.declared, at: facts[slot].syntax.type.place)])
  }

  private mutating func report(_ fault: TableFault, in syntax: TableSyntax) {
    let place = syntax.hit?.place ?? syntax.place
    switch fault {
    case .outputValuesMissing(let policy):
      report(.priorityWithoutScale, at: place, ["hit": policy.description])
    case .aggregatesSeveralOutputs(let aggregation, _):
      report(.aggregatesSeveral, at: place, ["hit": "collect \(aggregation.rawValue)"])
    case .noOutputs, .wrongTestCount, .wrongOutputCount: break
    }
  }
}

extension TableSyntax.HitPolicy {
  /// The policy of the same name.
  var policy: HitPolicy { HitPolicy(rawValue) ?? .unique }
}

extension HitPolicy {
  /// Whether a result may be null.
  fileprivate func mayGiveNull(isComplete: Bool, cellMayBeNull: Bool) -> Bool {
    switch self {
    case .ruleOrder, .outputOrder, .collect(nil), .collect(.count): false
    case .collect: !isComplete || cellMayBeNull
    case .unique, .any, .first, .priority: !isComplete || cellMayBeNull
    }
  }
}
