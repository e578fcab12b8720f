/// What can be told of guarantees by the routes and due times alone: an order that no walk keeps, a time that the due times on
/// the way do not promise. The rest is looked at on walks (grammar, section 10).
struct GuaranteeReach {
  /// The flows compiled so far, by name.
  let flows: [String: Flow]
  /// The name of each flow by its index in the program.
  let names: [Int: String]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ flows: [String: Flow], indices: [String: Int]) {
    self.flows = flows
    names = Dictionary(indices.map { ($1, $0) }) { first, _ in first }
  }

  /// Looks at the guarantees of a flow.
  mutating func check(_ syntax: FlowSyntax) {
    guard let flow = flows[syntax.name.value] else { return }
    let routes = FlowRoutes(flow)
    for guarantee in syntax.guarantees {
      switch guarantee.shape {
      case .passedBefore(let step, let passed): checkOrder(passed, step, guarantee, flow, routes)
      case .within(let limit, let from, let to):
        guard checkOrder(from, to, guarantee, flow, routes) else { continue }
        checkTime(limit.milliseconds, from, to, guarantee, flow, routes)
      case .always, .never, .mustHold: break
      }
    }
  }

  /// Whether a walk may come from one step to another; `true` too where that cannot be told.
  @discardableResult
  private mutating func checkOrder(
    _ first: Located<String>, _ last: Located<String>, _ guarantee: GuaranteeSyntax, _ flow: Flow,
    _ routes: FlowRoutes
  ) -> Bool {
    guard let one = flow.step(leadingTo: first.value), let other = flow.step(leadingTo: last.value),
      one != other, !routes.areAtOnce(one, other), !routes.leads(from: one, to: other)
    else { return true }
    diagnostics.append(
      Diagnostic(
        .neverInThisOrder, at: guarantee.name.place,
        ["name": guarantee.name.value, "first": first.value, "last": last.value]))
    return false
  }

  private mutating func checkTime(
    _ limit: Int64, _ from: Located<String>, _ to: Located<String>, _ guarantee: GuaranteeSyntax,
    _ flow: Flow,
    _ routes: FlowRoutes
  ) {
    guard !from.value.contains("/"), let first = flow.step(leadingTo: from.value),
      let last = flow.step(leadingTo: to.value), routes.areInOneBlock(first, last)
    else { return }
    let inside = to.value.split(separator: "/").dropFirst().map(String.init)
    let time = time(of: flow, from: first, to: last, inside: inside, routes)
    if !time.open.isEmpty {
      diagnostics.append(
        Diagnostic(
          .timeNotPromised, at: guarantee.name.place,
          [
            "name": guarantee.name.value, "steps": time.open.joined(separator: ", "), "first": from.value,
            "last": to.value,
          ]))
    } else if time.most > limit {
      diagnostics.append(
        Diagnostic(
          .timeTooShort, at: guarantee.name.place,
          [
            "name": guarantee.name.value, "found": DurationParser.text(of: time.most),
            "limit": DurationParser.text(of: limit), "first": from.value, "last": to.value,
          ]))
    }
  }

  /// The most time that the due times leave between two steps, and the steps on the way whose time nothing promises.
  private func time(
    of flow: Flow, from first: Int, to last: Int, inside: [String], _ routes: FlowRoutes
  ) -> (most: Int64, open: [String]) {
    var latest: [Int: Int64] = [first: 0]
    var open: [String] = []
    let way = routes.between(first, last)
    for step in way {
      let before = way.filter { $0 < step && routes.leads(from: $0, to: step) } + [first]
      let reached = before.compactMap { latest[$0] }.max() ?? 0
      let definition = flow.steps[step]
      let own = latestEnd(of: definition, reached: reached, latest, isBefore: { $0 <= first })
      if step == last, !inside.isEmpty {
        guard let inner = timeInside(definition, to: inside) else {
          latest[step] = own ?? reached
          if own == nil { open.append(definition.name) }
          continue
        }
        open += inner.open.map { definition.name + "/" + $0 }
        latest[step] = min(reached + inner.most, own ?? .max)
      } else if let own {
        latest[step] = own
      } else {
        open.append(definition.name)
        latest[step] = reached
      }
    }
    return (latest[last] ?? 0, open)
  }

  /// When a step is done at the latest, as its due time promises; `nil` where nothing does.
  private func latestEnd(
    of step: Step, reached: Int64, _ latest: [Int: Int64], isBefore: (Int) -> Bool
  ) -> Int64? {
    if case .decide(let decision) = step.kind, decision.override == nil { return reached }
    if case .end = step.kind { return reached }
    if let due = step.due {
      // Of what an expression or a calendar gives, no length is known.
      guard let within = due.within else { return nil }
      switch due.from {
      case .reached?: return reached + within
      case .done(let start)?: return latest[start].map { $0 + within } ?? (isBefore(start) ? within : nil)
      case .fact?, nil: return nil
      }
    }
    if case .wait(let wait) = step.kind, let duration = wait.duration { return reached + duration }
    return nil
  }

  /// The most time inside the flow that a step runs, up to a step of it.
  private func timeInside(_ step: Step, to inside: [String]) -> (most: Int64, open: [String])? {
    guard case .run(let call) = step.kind, let name = names[call.flow], let flow = flows[name],
      let target = inside.first, let last = flow.steps.firstIndex(where: { $0.name == target })
    else { return nil }
    let routes = FlowRoutes(flow)
    let rest = Array(inside.dropFirst())
    if last == flow.first {
      guard rest.isEmpty else { return timeInside(flow.steps[last], to: rest) }
      return latestEnd(of: flow.steps[last], reached: 0, [:], isBefore: { _ in false }).map { ($0, []) } ?? (
        0, [target]
      )
    }
    guard routes.areInOneBlock(flow.first, last) else { return nil }
    let first = latestEnd(of: flow.steps[flow.first], reached: 0, [:], isBefore: { _ in false })
    let after = time(of: flow, from: flow.first, to: last, inside: rest, routes)
    return ((first ?? 0) + after.most, (first == nil ? [flow.steps[flow.first].name] : []) + after.open)
  }
}

extension Flow {
  /// The step of this flow that a path leads through first.
  fileprivate func step(leadingTo path: String) -> Int? {
    let name = path.prefix { $0 != "/" }
    return steps.firstIndex { $0.name == name }
  }
}

extension DurationParser {
  /// A length as it is written: `PT1H30M`, `P2D`.
  static func text(of milliseconds: Int64) -> String {
    let seconds = (milliseconds + 999) / 1000
    let date = seconds / 86_400 > 0 ? "\(seconds / 86_400)D" : ""
    let parts = [(seconds / 3600 % 24, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    let time = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    if date.isEmpty, time.isEmpty { return "PT0S" }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }
}
