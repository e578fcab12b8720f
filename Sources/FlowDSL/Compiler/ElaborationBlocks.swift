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
      let kind = kind(of: entry.syntax, at: index, &known)
      settle(&known)
      produce(entry.syntax, at: place)
      let route = route(of: entry, at: index, known)
      steps[place] = Step(
        name: entry.syntax.name.value, notes: notes(entry.syntax.notes), by: role(entry.syntax.by),
        when: when,
        due: due(entry.syntax.due, of: index), then: route, next: entry.next, kind: kind ?? .end)
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
    report(.unreachableStep, at: entry.syntax.name.place, ["name": entry.syntax.name.value])
  }

  private mutating func kind(of step: StepSyntax, at index: Int, _ known: inout Knowledge) -> Step.Kind? {
    switch step.kind {
    case .ask(let questions):
      .ask(self.questions(questions, isAlwaysPut: true, isAlwaysSettled: true, &known))
    case .assess(let assess): assessment(assess, of: step, &known).map { .assess($0) }
    case .decide(let decide): decision(decide, of: step, &known).map { .decide($0) }
    case .do(let items): .do(ticks(items, &known))
    case .contact(let contact): self.contact(contact, of: step, &known).map { .contact($0) }
    case .refer(let refer): referral(refer, &known).map { .refer($0) }
    case .inform(let inform): .inform(information(inform, &known))
    case .run(let run): call(run, of: step, &known).map { .run($0) }
    case .each(let each): iteration(each, of: step, &known).map { .each($0) }
    case .together(let branches): .together(self.branches(branches, of: index, &known))
    case .wait(let wait): .wait(self.wait(wait, &known))
    case .end: end(step, at: index)
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
      elaborate(block: block)
      if let left = leaving[block] {
        joined = Knowledge(
          certain: (joined?.certain ?? []).union(left.certain),
          settable: (joined?.settable ?? []).union(left.settable),
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
  /// Where it is written.
  var place: Place {
    switch self {
    case .to(let step): step.place
    case .guards(_, _, let place): place
    }
  }
}
