import FEEL

/// Contacts, referrals and waits (grammar, sections 8.5, 8.6, 8.11 and 11).
extension Elaboration {
  /// A contact; its questions are put only where it is reached.
  mutating func contact(
    _ syntax: ContactSyntax, of step: StepSyntax, _ known: inout Knowledge
  ) -> Contact? {
    let to = syntax.to ?? step.name
    checkRecipient(to)
    let sharing = syntax.sharing.flatMap { self.sharing($0, to: to, known) }
    // A call may be put off: then nobody was asked yet.
    let asks = questions(syntax.asks, isAlwaysPut: false, isAlwaysSettled: false, &known)
    let result = result(syntax.result, ["reached", "unreached"], perhaps: "put-off", &known)
    return Contact(to: to.value, asks: asks, result: result, sharing: sharing)
  }

  /// A referral to a category of the directory.
  mutating func referral(_ syntax: ReferSyntax, _ known: inout Knowledge) -> Referral? {
    if !surroundings.categories.contains(syntax.to.value) {
      report(
        .unknownCategory, at: syntax.to.place,
        [
          "name": syntax.to.value,
          "nearest": Nearest.name(to: syntax.to.value, among: surroundings.categories) ?? "",
        ])
    }
    let sharing = sharing(syntax.sharing, to: syntax.to, known)
    let asks = questions(syntax.asks, isAlwaysPut: false, isAlwaysSettled: true, &known)
    let result = result(syntax.result, ["referred", "number-given", "impossible"], &known)
    return sharing.map { Referral(to: syntax.to.value, sharing: $0, asks: asks, result: result) }
  }

  /// A wait; its condition is looked at each time something is said.
  mutating func wait(_ syntax: WaitSyntax, _ known: inout Knowledge) -> Wait {
    let until = syntax.until.flatMap { expression($0, expecting: .dateTime, known) }
    let asks = questions(syntax.asks, isAlwaysPut: false, isAlwaysSettled: false, &known)
    // A wait is how one branch waits for another.
    let outside = foreign
    foreign = [:]
    let on = syntax.on.flatMap { condition($0, known) }
    foreign = outside
    let result = result(syntax.result, ["elapsed", "happened"], &known)
    return Wait(
      duration: syntax.duration?.milliseconds, until: until, on: on, asks: asks, result: result)
  }

  /// Roles that exist, and the fact that takes whether they agreed.
  mutating func concurrence(_ syntax: ConcurrenceSyntax, _ known: inout Knowledge) -> Concurrence? {
    for role in syntax.roles { _ = self.role(role) }
    return result(syntax.result, ["agreed", "disagreed"], &known).map {
      Concurrence(roles: syntax.roles.map(\.value), result: $0)
    }
  }

  /// The fact that takes the result of a step: a choice of exactly these values, and perhaps one more.
  mutating func result(
    _ name: Located<String>?, _ values: [String], perhaps other: String? = nil, _ known: inout Knowledge
  ) -> Int? {
    guard let name, let slot = slot(of: name) else { return nil }
    known.set(slot, maybeNull: false)
    let type = facts[slot].type
    if case .choice(let found) = type, Set(found.filter { $0 != other }) == Set(values),
      Set(found).count == found.count
    {
      return slot
    }
    if type == .any { return nil }
    report(
      .resultChoice, at: name.place,
      ["name": name.value, "expected": ValueType.choice(values).written, "found": type.written],
      related: [.init(.declared, at: facts[slot].syntax.type.place)])
    return nil
  }

  /// What is passed on: each fact may be seen by the recipient, and consent or an article allows it.
  private mutating func sharing(_ syntax: SharingSyntax, to: Located<String>, _ known: Knowledge) -> Sharing?
  {
    var shared: [Int] = []
    var hidden: [(name: Located<String>, slot: Int)] = []
    for name in syntax.shares {
      guard let slot = slot(of: name) else { continue }
      read.insert(slot)
      shared.append(slot)
      if !ownRoles.contains(to.value), !facts[slot].syntax.see.contains(where: { $0.value == to.value }) {
        hidden.append((name, slot))
      }
    }
    if let first = hidden.first {
      report(
        .notToBeSeen, at: first.name.place,
        ["name": hidden.map(\.name.value).joined(separator: ", "), "recipient": to.value],
        related: [.init(.declared, at: facts[first.slot].syntax.name.place)])
    }
    switch syntax.ground {
    case .consent(let fact):
      let slot = slot(of: fact, type: .boolean)
      if let slot { readFact(slot, at: fact.place, known) }
      return slot.map { Sharing(facts: shared, ground: .consent($0)) }
    case .legal(let article): return Sharing(facts: shared, ground: .legal(article.value))
    case .both(let fact, let article):
      // The article allows it whatever was answered; the answer is kept all the same.
      let slot = slot(of: fact, type: .boolean)
      if let slot { readFact(slot, at: fact.place, known) }
      return Sharing(facts: shared, ground: .legal(article.value), consentBeside: slot)
    }
  }

  /// Roles that work on this flow: listed in it, or named by a `by`.
  var ownRoles: Set<String> {
    var roles = Set(flow.roles.map(\.name.value))
    for step in flow.steps.flatMap(\.all) {
      if let by = step.by { roles.insert(by.value) }
      if case .together(let branches) = step.kind { roles.formUnion(branches.compactMap { $0.by?.value }) }
    }
    return roles
  }
}
