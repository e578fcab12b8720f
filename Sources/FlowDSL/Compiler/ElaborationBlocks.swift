import FEEL

/// The pass over the steps of a block, and what each leads to.
extension Elaboration {
  /// Compiles the steps of a block, each knowing what holds where a walk arrives at it.
  mutating func elaborate(block: Int) {
    for index in outline.blocks[block].steps {
      let entry = outline.entries[index]
      let arrived = arriving[index]
      if arrived == nil { reportUnreachable(index) }
      // What no walk reaches is still checked, with nothing taken as known.
      var known = arrived ?? Knowledge(certain: [], settable: Set(facts.entries.indices))
      let before = known
      let when = entry.syntax.when.flatMap { condition($0, before) }
      // Its place in the list comes before those of its branches.
      let place = steps.count
      steps.append(Step(name: entry.syntax.name.value, next: entry.next, kind: .end))
      checkPlaces(in: entry.syntax.notes.texts, known)
      let kind = kind(of: entry.syntax, at: index, &known)
      let concurrence = entry.syntax.agree.flatMap { self.concurrence($0, &known) }
      settle(&known)
      produce(entry.syntax, at: place)
      let route = route(of: entry, at: index, known)
      checkPassingOver(entry)
      steps[place] = Step(
        name: entry.syntax.name.value, notes: notes(entry.syntax.notes, before), by: role(entry.syntax.by),
        when: when,
        due: due(entry.syntax.due, of: index, before), concurrence: concurrence, then: route,
        next: entry.next, task: task(of: entry.syntax), kind: kind ?? .end)
      guard arrived != nil else { continue }
      if case .end = entry.syntax.kind {
        atEnd = atEnd.map { $0.meeting(known) } ?? known
      } else {
        for target in Set(route.guards.map(\.go) + (route.otherwise.map { [$0] } ?? [])) {
          lead(to: target, from: index, known)
        }
      }
      if entry.syntax.when != nil, !isLast(index) || outline.blocks[block].owner != nil {
        lead(to: entry.next, from: index, before)
      }
    }
  }

  /// Who is passed over goes to the next step and not to `then`. Where the next is no end and has no condition of its own,
  /// that may not be meant; a `then` written as a list says that it is.
  private mutating func checkPassingOver(_ entry: Outline.Entry) {
    guard entry.syntax.when != nil, case .to(let target)? = entry.syntax.then,
      case .step(let next) = entry.next
    else { return }
    let following = outline.entries[next].syntax
    if case .end = following.kind { return }
    guard following.when == nil, target.value != following.name.value, target.value != "next" else { return }
    report(
      .passedOverGoesOn, at: target.place,
      ["name": entry.syntax.name.value, "next": following.name.value, "to": target.value],
      related: [.init(.other, at: following.name.place)])
  }

  private func isLast(_ index: Int) -> Bool { outline.entries[index].next == .endOfBranch }

  /// Facts that an interrupt may set to null are never certain.
  func settle(_ known: inout Knowledge) {
    known.certain.subtract(interruptible.null)
    known.settable.formUnion(interruptible.any)
  }

  private mutating func lead(to target: Target, from index: Int, _ known: Knowledge) {
    switch target {
    case .step(let step): arriving[step] = arriving[step].map { $0.meeting(known) } ?? known
    case .endOfBranch:
      let block = outline.entries[index].block
      leaving[block] = leaving[block].map { $0.meeting(known) } ?? known
    }
  }

  /// Only the first of a run of steps that no walk reaches is reported.
  private mutating func reportUnreachable(_ index: Int) {
    let entry = outline.entries[index]
    let block = outline.blocks[entry.block].steps
    guard let place = block.firstIndex(of: index) else { return }
    if place > 0, arriving[block[place - 1]] == nil { return }
    if place == 0, let owner = outline.blocks[entry.block].owner, arriving[owner] == nil { return }
    // The last step before it that walks reach leads past it.
    let before = block[..<place].last { arriving[$0] != nil }.map { outline.entries[$0].syntax }
    let targets = before?.then?.targets ?? []
    report(
      .unreachableStep, at: entry.syntax.name.place,
      [
        "name": entry.syntax.name.value, "before": targets.isEmpty ? "" : before?.name.value ?? "",
        "to": targets.joined(separator: ", "),
      ],
      related: before?.then.map { [.init(.other, at: $0.place)] } ?? [])
  }

  private mutating func kind(of step: StepSyntax, at index: Int, _ known: inout Knowledge) -> Step.Kind? {
    switch step.kind {
    case .ask(let questions):
      .ask(self.questions(questions, isAlwaysPut: true, isAlwaysSettled: true, &known))
    case .assess(let assess): assessment(assess, of: step, &known).map { .assess($0) }
    case .decide(let decide): decision(decide, of: step, &known).map { .decide($0) }
    case .do(let items): .do(ticks(items, isDone: true, &known))
    case .contact(let contact): self.contact(contact, of: step, &known).map { .contact($0) }
    case .refer(let refer): referral(refer, &known).map { .refer($0) }
    case .inform(let inform): .inform(information(inform, isLawful: !step.notes.law.isEmpty, &known))
    case .run(let run): call(run, of: step, &known).map { .run($0) }
    case .each(let each): iteration(each, of: step, &known).map { .each($0) }
    case .together(let branches): .together(self.branches(branches, of: index, &known))
    case .wait(let wait): .wait(self.wait(wait, &known))
    case .end: end(step, at: index)
    }
  }

  /// The task that a step leaves: a contact given up and a referral not made always leave one.
  private mutating func task(of step: StepSyntax) -> TaskRule? {
    switch step.kind {
    case .contact, .refer: task(step.task) ?? TaskRule()
    default: task(step.task)
    }
  }

  private mutating func end(_ step: StepSyntax, at index: Int) -> Step.Kind {
    if let then = step.then { report(.endWithThen, at: then.place) }
    if let owner = outline.blocks[outline.entries[index].block].owner {
      report(
        .endInBranch, at: step.name.place, ["name": step.name.value],
        related: [.init(.other, at: outline.entries[owner].syntax.name.place)])
    }
    return .end
  }

  /// Branches go on at the same time: in each, what the others set may be null at any moment.
  private mutating func branches(
    _ branches: [BranchSyntax], of index: Int, _ known: inout Knowledge
  ) -> [Branch] {
    let blocks = outline.branches[index] ?? []
    let writes = branches.map { branch in
      Set(factsSet(by: branch.steps).compactMap { facts.slot(of: $0.value) })
    }
    reportSetTwice(branches)
    var compiled: [Branch] = []
    var joined: Knowledge?
    for (place, (branch, block)) in zip(branches, blocks).enumerated() {
      guard let first = outline.blocks[block].steps.first else { continue }
      var entering = known
      for (other, slots) in writes.enumerated() where other != place {
        entering.certain.subtract(slots)
        entering.settable.formUnion(slots)
        entering.asked.subtract(slots)
      }
      if arriving[index] != nil { arriving[first] = entering }
      let outside = foreign
      for (other, slots) in writes.enumerated() where other != place {
        // What was known before is read as it stands.
        for slot in slots.subtracting(known.settable) { foreign[slot] = branches[other].name.value }
      }
      elaborate(block: block)
      foreign = outside
      if let left = leaving[block] {
        joined = Knowledge(
          certain: (joined?.certain ?? []).union(left.certain),
          settable: (joined?.settable ?? []).union(left.settable),
          answered: (joined?.answered ?? []).union(left.answered),
          asked: (joined?.asked ?? []).union(left.asked))
      }
      compiled.append(
        Branch(name: branch.name.value, title: branch.title?.words, by: role(branch.by), first: first))
    }
    if let joined { known = joined }
    return compiled
  }
}

extension Knowledge {
  /// What holds where two walks come together.
  func meeting(_ other: Knowledge) -> Knowledge {
    var met = self
    met.meet(other)
    return met
  }
}

extension RouteSyntax {
  /// The steps it leads to.
  fileprivate var targets: [String] {
    switch self {
    case .to(let step): [step.value]
    case .guards(let guards, let otherwise, _): guards.map(\.go.value) + (otherwise.map { [$0.value] } ?? [])
    }
  }

  /// Where it is written.
  var place: Place {
    switch self {
    case .to(let step): step.place
    case .guards(_, _, let place): place
    }
  }
}
