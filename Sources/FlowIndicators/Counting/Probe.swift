import FEEL
import FlowDSL

/// A criterion with the names of one program: what it looks for in that program's cases.
enum Probe: Sendable {
  case referred(Set<String>)
  case shared(Set<String>)
  case walked(Set<Int>)
  case condition(flow: Int, CompiledExpression)
  /// The program lacks the flow or the fact that is looked at: of none of its cases it can be told.
  case untellable

  /// A recipient that the program does not know is one to whom its cases were not referred.
  init(_ criterion: Indicators.Criterion, of program: Program) {
    self =
      switch criterion {
      case .referred(let names): .referred(Set(names))
      case .shared(let names): .shared(Set(names))
      case .walked(let names): Self.walked(names, of: program)
      case .condition(let name, let when): Self.condition(when, over: name, of: program)
      }
  }

  private static func walked(_ names: [String], of program: Program) -> Probe {
    let flows = names.compactMap { name in program.flows.firstIndex { $0.name == name } }
    return flows.count == names.count ? .walked(Set(flows)) : .untellable
  }

  private static func condition(_ when: String, over name: String, of program: Program) -> Probe {
    guard let flow = program.flows.firstIndex(where: { $0.name == name }),
      let condition = program.flows[flow].condition(when)
    else { return .untellable }
    return .condition(flow: flow, condition)
  }
}

extension Flow {
  /// A condition over its facts; `nil` where it does not fit them.
  ///
  /// The text was checked against the program of today (`FlowCompiler.indicators`). So whatever is a fault of it here comes of names
  /// and types that this program has otherwise, one of syntax too: `told-if` is read as `told - if` where no fact is called so.
  fileprivate func condition(_ text: String) -> CompiledExpression? {
    let variables = facts.map { Variable(name: $0.name, type: $0.type, mayBeNull: true) }
    return try? FEELCompiler.compile(
      expression: text, in: Scope(variables, unzoned: .comparable), expecting: .boolean)
  }
}
