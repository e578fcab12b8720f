/// Flows that run one another: no circles, and not too deep or too many.
enum FlowGraphCheck {
  /// Diagnostics on the flows that a main flow is made of.
  static func check(_ flows: [FlowSyntax], _ graph: CallGraph) -> [Diagnostic] {
    let (order, circles) = graph.order(of: flows.map(\.name.value))
    guard circles.isEmpty else {
      return circles.map { call, chain in
        Diagnostic(.recursiveFlow, at: call.flow.place, ["chain": chain.joined(separator: " → ")])
      }
    }
    let byName = Dictionary(flows.map { ($0.name.value, $0) }) { first, _ in first }
    var diagnostics: [Diagnostic] = []
    var depth: [String: Int] = [:]
    var steps: [String: Int] = [:]
    for name in order {
      guard let flow = byName[name] else { continue }
      let calls = graph.calls[name] ?? []
      depth[name] = 1 + (calls.compactMap { depth[$0.flow.value] }.max() ?? 0)
      let own = flow.steps.flatMap(\.all).count
      steps[name] = min(
        Limits.programSteps * 2, own + calls.compactMap { steps[$0.flow.value] }.reduce(0, +))
      if let found = depth[name], found == Limits.flowDepth + 1 {
        diagnostics.append(
          Diagnostic(
            .flowsTooDeep, at: flow.name.place, ["limit": String(Limits.flowDepth), "found": String(found)]))
      }
      if let found = steps[name], found > Limits.programSteps {
        diagnostics.append(
          Diagnostic(
            .programTooLarge, at: flow.name.place,
            ["limit": String(Limits.programSteps), "found": String(found)]))
      }
    }
    if flows.count > Limits.flows {
      for flow in flows {
        let found = graph.reachable(from: flow.name.value).count
        guard found > Limits.flows else { continue }
        diagnostics.append(
          Diagnostic(
            .tooManyFlows, at: flow.name.place, ["limit": String(Limits.flows), "found": String(found)]))
      }
    }
    return diagnostics
  }
}
