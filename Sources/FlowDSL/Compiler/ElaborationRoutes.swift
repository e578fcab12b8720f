import FEEL

/// Where a step leads.
extension Elaboration {
  /// The guards of a step in order, and what is left.
  mutating func route(of entry: Outline.Entry, at index: Int, _ known: Knowledge) -> Route {
    switch entry.syntax.then {
    case nil: return Route(guards: [], otherwise: entry.next)
    case .to(let name)?: return Route(guards: [], otherwise: target(name, from: index) ?? entry.next)
    case .guards(let written, let otherwise, let place)?:
      var guards: [(when: CompiledExpression, go: Target)] = []
      var routes: [(written: GuardSyntax, when: CompiledExpression)] = []
      for one in written {
        let compiled = condition(one.when, known)
        let target = target(one.go, from: index)
        if let compiled { routes.append((one, compiled)) }
        if let compiled, let target { guards.append((compiled, target)) }
      }
      checkRoutesTaken(routes, known)
      if let otherwise {
        return Route(guards: guards, otherwise: target(otherwise, from: index) ?? entry.next)
      }
      if routes.count == written.count {
        checkRouteCovers(routes.map(\.when), known, at: place)
      }
      return Route(guards: guards, otherwise: nil)
    }
  }

  /// The step a route names: further down in the same block.
  private mutating func target(_ name: Located<String>, from index: Int) -> Target? {
    let entry = outline.entries[index]
    if name.value == "next" { return entry.next }
    let block = outline.blocks[entry.block]
    let later = block.steps.filter { $0 > index }.map { outline.entries[$0].syntax.name.value }
    guard let found = outline.indices[name.value] else {
      report(
        .unknownStep, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: later) ?? ""])
      return nil
    }
    let declared = Diagnostic.Related(.declared, at: outline.entries[found].syntax.name.place)
    guard outline.entries[found].block == entry.block else {
      report(
        .routeOutOfBlock, at: name.place, ["name": name.value, "known": later.joined(separator: ", ")],
        related: [declared])
      return nil
    }
    guard found > index else {
      report(
        .routeBackward, at: name.place, ["name": name.value, "known": later.joined(separator: ", ")],
        related: [declared])
      return nil
    }
    return .step(found)
  }

  /// When a step is due, seen from where a walk arrives at it.
  mutating func due(_ syntax: DueSyntax?, of index: Int, _ known: Knowledge) -> Due? {
    guard let syntax else { return nil }
    let length: Due.Length
    switch syntax.time {
    case .duration(let duration): length = .milliseconds(duration.milliseconds)
    case .expression(let written):
      guard let compiled = expression(written, expecting: .daysDuration, known) else { return nil }
      length = .expression(compiled)
    case .workingDays(let days):
      if surroundings.calendar == nil { report(.calendarMissing, at: days.place) }
      length = .workingDays(days.value)
    case .at(let written): return expression(written, expecting: .dateTime, known).map { .at($0) }
    }
    guard let from = syntax.from else { return .after(length, from: .reached) }
    return start(from, of: index).map { .after(length, from: $0) }
  }

  /// From when a due time counts: a fact or a step further up.
  private mutating func start(_ from: Located<String>, of index: Int) -> Due.Start? {
    let step = outline.indices[from.value]
    if let slot = facts.slot(of: from.value), facts[slot].type == .dateTime || step == nil {
      read.insert(slot)
      return self.slot(of: from, type: .dateTime).map { .fact($0) }
    }
    guard let step else {
      let known = facts.names + outline.entries[..<index].map(\.syntax.name.value)
      report(
        .unknownDueStart, at: from.place,
        ["name": from.value, "nearest": Nearest.name(to: from.value, among: known) ?? ""])
      return nil
    }
    guard step < index else {
      report(
        .dueFromLaterStep, at: from.place, ["name": from.value],
        related: [.init(.declared, at: outline.entries[step].syntax.name.place)])
      return nil
    }
    return .done(step)
  }
}
