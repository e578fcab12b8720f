/// Which flow runs which: by `run`, by `each` and by interrupts.
struct CallGraph {
  /// A place where one flow runs another.
  struct Call {
    let flow: Located<String>
    /// Whether it stands in an interrupt.
    let isInterrupt: Bool
  }

  /// The calls of each flow, in the order of the text.
  let calls: [String: [Call]]

  init(_ flows: [FlowSyntax]) {
    var calls: [String: [Call]] = [:]
    for flow in flows where calls[flow.name.value] == nil {
      calls[flow.name.value] =
        Self.calls(of: flow.steps)
        + flow.interrupts.map { Call(flow: $0.run, isInterrupt: true) }
    }
    self.calls = calls
  }

  private static func calls(of steps: [StepSyntax]) -> [Call] {
    steps.flatMap { step -> [Call] in
      switch step.kind {
      case .run(let run): [Call(flow: run.flow ?? step.name, isInterrupt: false)]
      case .each(let each): [Call(flow: each.flow ?? step.name, isInterrupt: false)]
      case .together(let branches): branches.flatMap { calls(of: $0.steps) }
      default: []
      }
    }
  }

  /// A flow and all it runs, each once, the flow itself first, then in the order in which they are first named.
  func reachable(from main: String) -> [String] {
    var order = [main]
    var seen: Set<String> = [main]
    var next = 0
    while next < order.count {
      for call in calls[order[next]] ?? [] where calls[call.flow.value] != nil {
        if seen.insert(call.flow.value).inserted { order.append(call.flow.value) }
      }
      next += 1
    }
    return order
  }

  /// The flows so ordered that each comes after those it runs, and the calls that close a circle.
  func order(of flows: [String]) -> (order: [String], circles: [(call: Call, chain: [String])]) {
    var order: [String] = []
    var done: Set<String> = []
    var chain: [String] = []
    var circles: [(call: Call, chain: [String])] = []
    func visit(_ flow: String) {
      chain.append(flow)
      for call in calls[flow] ?? [] where calls[call.flow.value] != nil && !done.contains(call.flow.value) {
        if let start = chain.firstIndex(of: call.flow.value) {
          circles.append((call, Array(chain[start...]) + [call.flow.value]))
        } else {
          visit(call.flow.value)
        }
      }
      chain.removeLast()
      done.insert(flow)
      order.append(flow)
    }
    for flow in flows where !done.contains(flow) { visit(flow) }
    return (order, circles)
  }
}
