/// What is known of facts from the text of the whole flow.
extension Elaboration {
  /// Facts set by steps, as the text says.
  func factsSet(by steps: [StepSyntax]) -> [Located<String>] {
    FactsSet(surroundings: surroundings).facts(by: steps)
  }

  /// Facts that an interrupt may set at any moment, and among them those it may set to null.
  static func interruptible(
    _ signature: FlowSignature, _ surroundings: Surroundings
  ) -> (null: Set<Int>, any: Set<Int>) {
    var null: Set<Int> = []
    var any: Set<Int> = []
    for interrupt in signature.flow.interrupts {
      any.formUnion(interrupt.report.compactMap { signature.facts.slot(of: $0.name.value) })
      for name in FactsSet(surroundings: surroundings).given(by: interrupt.run, renamed: []) {
        guard let slot = signature.facts.slot(of: name.value) else { continue }
        any.insert(slot)
        if surroundings.certain[interrupt.run.value]?.contains(name.value) != true { null.insert(slot) }
      }
    }
    return (null, any)
  }

  /// Facts that only questions set, none of which accepts "unknown" or "declined" or is put after a contact or a referral, and that no
  /// caller hands in.
  ///
  /// A fact answered "unknown" has an answer, so that a question that accepts none such is not put any more.
  static func alwaysAnswered(_ signature: FlowSignature, _ surroundings: Surroundings) -> Set<Int> {
    var slots = Set(signature.facts.entries.indices).subtracting(signature.takes)
    func remove(_ name: Located<String>) {
      if let slot = signature.facts.slot(of: name.value) { slots.remove(slot) }
    }
    let facts = FactsSet(surroundings: surroundings)
    for step in signature.flow.steps.flatMap(\.all) {
      switch step.kind {
      case .ask, .wait, .assess:
        for question in step.questions
        where (question.unknown?.value ?? true) || (question.declined?.value ?? true) {
          remove(question.fact)
        }
      case .contact, .refer, .run, .each, .decide: facts.facts(by: step).forEach(remove)
      case .do, .inform, .together, .end: break
      }
    }
    return slots.subtracting(interruptible(signature, surroundings).null)
  }

  /// A fact set in two branches would depend on who is faster.
  mutating func reportSetTwice(_ branches: [BranchSyntax]) {
    var first: [Int: (branch: String, place: Place)] = [:]
    for branch in branches {
      for name in factsSet(by: branch.steps) {
        guard let slot = facts.slot(of: name.value) else { continue }
        if let other = first[slot], other.branch != branch.name.value {
          report(
            .setInTwoBranches, at: name.place,
            ["name": name.value, "first": other.branch, "second": branch.name.value],
            related: [.init(.first, at: other.place)])
        } else {
          first[slot] = (branch.name.value, name.place)
        }
      }
    }
  }
}
