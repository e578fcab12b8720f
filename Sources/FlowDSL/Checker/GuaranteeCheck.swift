import FEEL

/// Guarantees: their names and types (grammar, section 10).
extension Elaboration {
  /// A guarantee whose steps exist and whose conditions are decided.
  mutating func guarantee(_ syntax: GuaranteeSyntax) -> Guarantee? {
    let known = Knowledge(certain: [], settable: Set(facts.entries.indices))
    func shape() -> Guarantee.Shape? {
      switch syntax.shape {
      case .always(let steps, let given):
        let condition = given.map { guaranteed($0, known) }
        guard steps.map({ checkPath($0) }).allSatisfy(\.self) else { return nil }
        switch condition {
        case nil: return .always(steps: steps.map(\.value), given: nil)
        case .some(nil): return nil
        case .some(let condition?):
          if let given { checkPassed(steps, given, condition, syntax.name, known) }
          return .always(steps: steps.map(\.value), given: condition)
        }
      case .never(let condition): return guaranteed(condition, known).map { .never($0) }
      case .mustHold(let step, let condition):
        let condition = guaranteed(condition, known)
        guard checkPath(step), let condition else { return nil }
        return .mustHold(step: step.value, condition)
      case .passedBefore(let step, let passed):
        let isThere = checkPath(step)
        guard checkPath(passed), isThere else { return nil }
        checkApart(step, passed, of: syntax.name)
        return .passedBefore(step: step.value, passed: passed.value)
      case .within(let duration, let from, let to):
        let isThere = checkPath(from)
        guard checkPath(to), isThere else { return nil }
        checkApart(from, to, of: syntax.name)
        return .within(milliseconds: duration.milliseconds, from: from.value, to: to.value)
      }
    }
    let notes = notes(syntax.notes, known)
    return shape().map { Guarantee(name: syntax.name.value, notes: notes, shape: $0) }
  }

  private mutating func guaranteed(_ syntax: ExpressionSyntax, _ known: Knowledge) -> CompiledExpression? {
    guard let compiled = condition(syntax, known, extra: [Guarantee.outcome]) else { return nil }
    if surroundings.isThorough { checkOutcomes(in: compiled, at: syntax.place) }
    return compiled
  }

  /// A warning where a condition speaks of an outcome that no end of the flow has.
  private mutating func checkOutcomes(in condition: CompiledExpression, at place: Place) {
    let name = Guarantee.outcome.name
    let use = FactUse.uses(of: [name], in: [condition.syntax])[name]
    let unknown = (use?.constants ?? []).compactMap { value -> String? in
      if case .string(let text) = value, !signature.outcomes.contains(text) { text } else { nil }
    }
    guard let found = unknown.min(), !signature.outcomes.isEmpty else { return }
    report(
      .noSuchOutcome, at: place,
      [
        "name": flow.name.value, "found": found,
        "nearest": Nearest.name(to: found, among: signature.outcomes) ?? "",
        "known": signature.outcomes.joined(separator: ", "),
      ])
  }

  /// A warning where the only step that is promised under a condition is passed over whenever that holds.
  private mutating func checkPassed(
    _ steps: [Located<String>], _ given: ExpressionSyntax, _ condition: CompiledExpression,
    _ name: Located<String>, _ known: Knowledge
  ) {
    guard surroundings.isThorough, steps.count == 1, let index = outline.indices[steps[0].value],
      let written = outline.entries[index].syntax.when
    else { return }
    let scope = scope(known, extra: [Guarantee.outcome])
    guard
      let when = try? FEELCompiler.compile(expression: written.text, in: scope, expecting: .boolean),
      areApart(condition, when, scope.variables)
    else { return }
    report(
      .neverTogether, at: given.place,
      ["name": name.value, "first": condition.text, "second": when.text],
      related: [.init(.other, at: written.place)])
  }

  /// A warning where a guarantee names the same step twice: it would hold whatever happens.
  private mutating func checkApart(_ one: Located<String>, _ other: Located<String>, of name: Located<String>)
  {
    guard surroundings.isThorough, one.value == other.value else { return }
    report(
      .sameStepTwice, at: other.place, ["name": name.value, "step": other.value],
      related: [.init(.first, at: one.place)])
  }

  /// A path to a step, through steps that run flows and through interrupts.
  private mutating func checkPath(_ path: Located<String>) -> Bool {
    var signature = self.signature
    let names = path.value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for (place, name) in names.enumerated() {
      if name.hasPrefix("!"), place + 1 < names.count {
        guard let callee = interrupt(String(name.dropFirst()), of: signature, at: path.place) else {
          return false
        }
        guard let next = surroundings.signatures[callee.value] else { return false }
        signature = next
        continue
      }
      guard let index = signature.outline.indices[name] else {
        report(
          .unknownStepOfPath, at: path.place,
          [
            "name": name, "flow": signature.flow.name.value,
            "nearest": Nearest.name(to: name, among: signature.outline.indices.keys) ?? "",
            "known": signature.outline.entries.map(\.syntax.name.value).joined(separator: ", "),
          ])
        return false
      }
      guard place + 1 < names.count else { return true }
      guard let callee = signature.outline.entries[index].syntax.callee else {
        report(.stepRunsNoFlow, at: path.place, ["name": name])
        return false
      }
      // A flow that is missing or cannot be read is reported where it is run.
      guard let next = surroundings.signatures[callee.value] else { return false }
      signature = next
    }
    return true
  }

  /// The flow that an interrupt of a flow runs.
  private mutating func interrupt(
    _ name: String, of signature: FlowSignature, at place: Place
  ) -> Located<String>? {
    let interrupts = signature.flow.interrupts
    if let found = interrupts.first(where: { $0.name.value == name }) { return found.run }
    let nearest = Nearest.name(to: name, among: interrupts.map(\.name.value)) ?? ""
    report(.unknownInterrupt, at: place, ["name": name, "nearest": nearest])
    return nil
  }
}

extension Guarantee {
  /// What a condition of a guarantee reads after the flow's facts and the entry's moment: the outcome, null before the end.
  public static let outcome = Variable(name: "outcome", type: .string, mayBeNull: true)
}

extension StepSyntax {
  /// The flow that the step runs.
  var callee: Located<String>? {
    switch kind {
    case .run(let run): run.flow ?? name
    case .each(let each): each.flow ?? name
    default: nil
    }
  }
}
