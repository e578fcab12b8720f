import FEEL

/// Sub-flows, for once or for every item of a list, and interrupts (grammar, sections 8.8, 8.9 and 9).
extension Elaboration {
  /// A sub-flow with what it takes and gives.
  mutating func call(_ syntax: RunSyntax, of step: StepSyntax, _ known: inout Knowledge) -> Call? {
    let name = syntax.flow ?? step.name
    guard let callee = callee(name) else {
      // Nothing more is said of a flow that cannot be read.
      for slot in (syntax.gives.map(\.to) + [syntax.result].compactMap(\.self)).compactMap({
        facts.slot(of: $0.value)
      }) {
        known.set(slot, maybeNull: true)
        mentioned.insert(slot)
      }
      return nil
    }
    let gives = gives(syntax.gives, of: callee, isCollected: false)
    let certain = surroundings.certain[name.value] ?? []
    var after = known
    for (slot, to) in gives {
      after.set(to, maybeNull: !certain.contains(callee.signature.facts.names[slot]))
      if surroundings.asked[name.value]?.contains(callee.signature.facts.names[slot]) == true {
        after.asked.insert(to)
      }
    }
    // A later round is handed what an earlier one gave.
    let before = syntax.repetition == nil ? known : known.meeting(after)
    let takes = takes(syntax.with, of: callee, at: name, item: nil, before)
    known = after
    let result = outcome(syntax.result, of: callee, &known)
    let repetition = syntax.repetition.flatMap { repetition in
      condition(repetition.until, known).map { until in
        checkChanges(until, by: gives.map { $0.1 }, result, callee: name, at: repetition.until.place)
        return Repetition(
          until: until, most: repetition.most.value, every: repetition.every?.milliseconds)
      }
    }
    return Call(flow: callee.index, takes: takes, gives: gives, result: result, repetition: repetition)
  }

  /// A warning where no round changes anything that the end of the rounds hangs on.
  private mutating func checkChanges(
    _ until: CompiledExpression, by gives: [Int], _ result: Int?, callee: Located<String>, at place: Place
  ) {
    let changing = Set(gives).union(interruptible.any).union(result.map { [$0] } ?? [])
    guard surroundings.isThorough, !until.slots.isEmpty, changing.isDisjoint(with: until.slots),
      until.slots.allSatisfy({ $0 < facts.entries.count })
    else { return }
    let names = until.slots.map { facts.names[$0] }.joined(separator: ", ")
    report(
      .roundsChangeNothing, at: place,
      ["condition": until.text, "names": names, "flow": callee.value])
  }

  /// A sub-flow for every item of a list.
  mutating func iteration(
    _ syntax: EachSyntax, of step: StepSyntax, _ known: inout Knowledge
  ) -> Iteration? {
    let name = syntax.flow ?? step.name
    let list = expression(syntax.list, expecting: .list(.any), known)
    guard let callee = callee(name) else { return nil }
    let item = calleeFact(syntax.item, of: callee, among: callee.signature.takes, else: .unknownInput)
    if let item, let list, case .list(let type) = list.type {
      checkFits(
        type, callee.signature.facts[item].type, at: syntax.list.place, name: syntax.item.value, .inputType)
    }
    let takes = takes(syntax.with, of: callee, at: name, item: item, known)
    let gives = gives(syntax.gives, of: callee, isCollected: true)
    // The list is there from the first item on, and empty where there is none.
    for (_, to) in gives { known.set(to, maybeNull: false) }
    guard let list, let item else { return nil }
    return Iteration(list: list, item: item, call: Call(flow: callee.index, takes: takes, gives: gives))
  }

  /// A flow that is walked as soon as a condition holds, whatever is known then.
  mutating func interrupt(_ syntax: InterruptSyntax) -> Interrupt? {
    let known = Knowledge(certain: [], settable: Set(facts.entries.indices))
    let when = syntax.when.flatMap { condition($0, known) }
    let late = syntax.late.flatMap { lateStep($0) }
    let reports = syntax.report.compactMap { report in
      slot(of: report.name, type: .boolean).map { (slot: $0, words: report.text.words) }
    }
    guard let callee = callee(syntax.run) else { return nil }
    let takes = takes(syntax.with, of: callee, at: syntax.run, item: nil, known)
    let gives = gives([], of: callee, isCollected: false)
    let ends = ends(syntax.ends, of: callee)
    guard when != nil || late != nil else { return nil }
    return Interrupt(
      name: syntax.name.value, title: syntax.title?.words, when: when, late: late,
      call: Call(flow: callee.index, takes: takes, gives: gives), reports: reports, ends: ends)
  }

  /// By outcome of an interrupt's flow, the end of this one that it leads to.
  private mutating func ends(_ syntax: [EndingSyntax], of callee: Callee) -> [String: Int] {
    var ends: [String: Int] = [:]
    for ending in syntax {
      let isThere = ending.outcome.map { expectOutcome($0, among: callee.signature.outcomes) } ?? true
      guard expectOutcome(ending.end, among: signature.outcomes), isThere,
        let step = outline.indices[ending.end.value]
      else { continue }
      for outcome in ending.outcome.map({ [$0.value] }) ?? callee.signature.outcomes { ends[outcome] = step }
    }
    return ends
  }

  private mutating func expectOutcome(_ name: Located<String>, among outcomes: [String]) -> Bool {
    if outcomes.contains(name.value) { return true }
    report(
      .unknownOutcome, at: name.place,
      ["name": name.value, "nearest": Nearest.name(to: name.value, among: outcomes) ?? ""])
    return false
  }

  /// An interrupt may lead to an end at any moment, whatever is known then.
  mutating func arriveByInterrupts() {
    for ending in flow.interrupts.flatMap(\.ends) {
      guard let step = outline.indices[ending.end.value], case .end = outline.entries[step].syntax.kind else {
        continue
      }
      arriving[step] = Knowledge(certain: [], settable: Set(facts.entries.indices))
    }
  }

  /// The step of the flow whose lateness fires an interrupt: one that can be late.
  private mutating func lateStep(_ name: Located<String>) -> Int? {
    guard let index = outline.indices[name.value] else {
      report(
        .unknownStep, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: outline.indices.keys) ?? ""])
      return nil
    }
    if outline.entries[index].syntax.due == nil {
      report(
        .neverLate, at: name.place, ["name": name.value],
        related: [.init(.declared, at: outline.entries[index].syntax.name.place)])
    }
    return index
  }

  private struct Callee {
    let index: Int
    let signature: FlowSignature
  }

  private mutating func callee(_ name: Located<String>) -> Callee? {
    if let signature = surroundings.signatures[name.value], let index = surroundings.indices[name.value] {
      return Callee(index: index, signature: signature)
    }
    if !surroundings.broken.contains(name.value) {
      let known = surroundings.signatures.keys.filter { $0 != flow.name.value }
      report(
        .unknownFlow, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: known) ?? ""])
    }
    return nil
  }

  /// A slot of the sub-flow among those it takes, or gives.
  private mutating func calleeFact(
    _ name: Located<String>, of callee: Callee, among slots: [Int], else code: DiagnosticCode
  ) -> Int? {
    let facts = callee.signature.facts
    if let slot = facts.slot(of: name.value), slots.contains(slot) { return slot }
    let known = slots.map { facts.names[$0] }
    report(
      code, at: name.place,
      [
        "name": name.value, "flow": callee.signature.flow.name.value, "known": known.joined(separator: ", "),
        "nearest": Nearest.name(to: name.value, among: known) ?? "",
      ])
    return nil
  }

  private mutating func takes(
    _ with: [AssignmentSyntax], of callee: Callee, at name: Located<String>, item: Int?, _ known: Knowledge
  ) -> [(slot: Int, from: Call.Argument)] {
    let theirs = callee.signature.facts
    var written: [Int: Call.Argument?] = [:]
    for assignment in with {
      let slot = calleeFact(assignment.fact, of: callee, among: callee.signature.takes, else: .unknownInput)
      let value = expression(
        assignment.expression, expecting: slot.map { theirs[$0].type } ?? .any, known)
      if let slot { written[slot] = .some(value.map { .expression($0) }) }
    }
    var takes: [(slot: Int, from: Call.Argument)] = []
    for slot in callee.signature.takes where slot != item {
      let fact = theirs.names[slot]
      if let argument = written[slot] {
        if let argument { takes.append((slot, argument)) }
      } else if let own = facts.slot(of: fact) {
        readFact(own, at: name.place, known)
        checkFits(facts[own].type, theirs[slot].type, at: name.place, name: fact, .inputType)
        takes.append((slot, .fact(own)))
      } else {
        report(
          .missingInput, at: name.place, ["name": fact, "flow": callee.signature.flow.name.value],
          related: [.init(.declared, at: theirs[slot].syntax.name.place)])
      }
    }
    return takes
  }

  private mutating func gives(
    _ renamed: [GiveSyntax], of callee: Callee, isCollected: Bool
  ) -> [(slot: Int, to: Int)] {
    let theirs = callee.signature.facts
    var gives: [(slot: Int, to: Int)] = []
    for give in renamed {
      let from = calleeFact(give.from, of: callee, among: callee.signature.gives, else: .unknownOutput)
      let to = slot(of: give.to)
      guard let from, let to else { continue }
      let type = isCollected ? .list(theirs[from].type) : theirs[from].type
      checkFits(type, facts[to].type, at: give.to.place, name: give.to.value, .outputType)
      gives.append((from, to))
    }
    guard !isCollected else { return gives }
    for slot in callee.signature.gives where !renamed.contains(where: { $0.from.value == theirs.names[slot] })
    {
      guard let own = facts.slot(of: theirs.names[slot]) else { continue }
      mentioned.insert(own)
      checkFits(
        theirs[slot].type, facts[own].type, at: facts[own].syntax.type.place, name: theirs.names[slot],
        .outputType)
      gives.append((slot, own))
    }
    return gives
  }

  /// Values handed from one flow to another keep their type.
  private mutating func checkFits(
    _ found: ValueType, _ expected: ValueType, at place: Place, name: String, _ code: DiagnosticCode
  ) {
    guard !found.isOpen, !expected.isOpen, !found.conforms(to: expected) else { return }
    report(code, at: place, ["name": name, "expected": expected.written, "found": found.written])
  }

  /// The fact that takes the outcome: a choice of all outcomes of the sub-flow.
  private mutating func outcome(
    _ name: Located<String>?, of callee: Callee, _ known: inout Knowledge
  ) -> Int? {
    guard let name, let slot = slot(of: name) else { return nil }
    known.set(slot, maybeNull: false)
    let outcomes = callee.signature.outcomes
    if case .choice(let values) = facts[slot].type, Set(outcomes).isSubset(of: values) { return slot }
    report(
      .resultChoice, at: name.place,
      [
        "name": name.value, "expected": ValueType.choice(outcomes).written,
        "found": facts[slot].type.written,
      ],
      related: [.init(.declared, at: facts[slot].syntax.type.place)])
    return nil
  }
}
