import DMN
import FEEL

/// Decision tables, expressions and decisions of models (grammar, section 8.3).
extension Elaboration {
  /// A decision with its table, expressions or model compiled.
  mutating func decision(
    _ syntax: DecideSyntax, of step: StepSyntax, _ known: inout Knowledge
  ) -> Decision? {
    var outputs: [Int?] = []
    let logic: Decision.Logic?
    switch syntax.logic {
    case .values(let values):
      var expressions: [CompiledExpression] = []
      for value in values {
        let slot = slot(of: value.fact)
        outputs.append(slot)
        let expression = expression(value.expression, expecting: slot.map { facts[$0].type } ?? .any, known)
        if let slot { known.set(slot, maybeNull: expression?.mayBeNull ?? true) }
        if let expression { expressions.append(expression) }
      }
      logic = expressions.count == values.count ? .expressions(expressions) : nil
    case .table(let table):
      outputs = table.outputs.map { slot(of: $0) }
      let compiled = decisionTable(table, outputs, known)
      for slot in outputs.compactMap(\.self) { known.set(slot, maybeNull: compiled?.mayBeNull(slot) ?? true) }
      logic = compiled.map { .table($0.table) }
    case .model(let model):
      outputs = syntax.outputs.map { slot(of: $0) }
      logic = modelDecision(model, outputs, &known).map { .model($0) }
    }
    let override = decisionOverride(syntax, outputs)
    guard let logic, outputs.allSatisfy({ $0 != nil }) else { return nil }
    return Decision(outputs: outputs.compactMap(\.self), logic: logic, override: override)
  }

  private mutating func decisionOverride(_ syntax: DecideSyntax, _ outputs: [Int?]) -> Override? {
    guard let override = syntax.override else { return nil }
    if outputs.count != 1 { report(.overrideOfSeveral, at: override.place) }
    var scale: [String]?
    if let slot = outputs.first.flatMap(\.self), case .choice(let values) = facts[slot].type {
      scale = values
    }
    return self.override(override, scale: scale)
  }
}
