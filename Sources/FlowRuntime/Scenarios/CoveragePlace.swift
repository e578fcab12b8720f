import FlowDSL

extension ProtocolSyntax {
  /// Where a part of a flow is written; `nil` where the folder has no such part.
  public func place(of part: Coverage.Part) -> Place? {
    let flow = flows.first { $0.name.value == part.flow }
    guard let step = flow?.steps.flatMap(\.all).first(where: { $0.name.value == part.step }) else {
      return nil
    }
    return switch part.kind {
    case .passed: step.name.place
    case .skipped: step.when?.place ?? step.name.place
    case .route(let number): step.place(ofRoute: number)
    case .row(let number): step.place(ofRow: number)
    case .factor(let name): step.place(ofFactor: name)
    }
  }
}

extension StepSyntax {
  fileprivate func place(ofRoute number: Int) -> Place? {
    guard case .guards(let guards, let otherwise, let place) = then else { return nil }
    return number <= guards.count ? guards[number - 1].when.place : otherwise?.place ?? place
  }

  fileprivate func place(ofRow number: Int) -> Place? {
    switch kind {
    case .assess(let assess) where number <= assess.level.count: assess.level[number - 1].place
    case .decide(let decide):
      if case .table(let table) = decide.logic, number <= table.rules.count {
        table.rules[number - 1].place
      } else {
        nil
      }
    default: nil
    }
  }

  fileprivate func place(ofFactor name: String) -> Place? {
    guard case .assess(let assess) = kind else { return nil }
    return (assess.risk + assess.safety).first { $0.name.value == name }?.name.place
  }
}
