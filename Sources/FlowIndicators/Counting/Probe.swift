import FEEL
import FlowDSL

/// A criterion with the names of one program: what of it that program can show at all.
struct Probe: Sendable {
  enum Kind: Sendable {
    case referred(Set<String>)
    case shared(Set<String>)
    case walked(Set<Int>)
    case condition(flow: Int, CompiledExpression)
    /// The program has nothing of what is looked at.
    case nothing
  }

  let kind: Kind
  /// Whether the program has all that the criterion names: where it has not, only that it holds can be told.
  let isWhole: Bool

  init(_ criterion: Indicators.Criterion, of program: Program) {
    switch criterion {
    case .referred(let names):
      let known = program.recipients { _ in true }.intersection(names)
      kind = .referred(known)
      isWhole = known.isSuperset(of: names)
    case .shared(let names):
      let known = program.recipients { !$0.facts.isEmpty }.intersection(names)
      kind = .shared(known)
      isWhole = known.isSuperset(of: names)
    case .walked(let names):
      let flows = names.map { name in program.flows.firstIndex { $0.name == name } }
      kind = .walked(Set(flows.compactMap(\.self)))
      isWhole = !flows.contains(nil)
    case .condition(let name, let when):
      guard let flow = program.flows.firstIndex(where: { $0.name == name }),
        let condition = program.flows[flow].condition(when)
      else {
        kind = .nothing
        isWhole = false
        return
      }
      kind = .condition(flow: flow, condition)
      isWhole = true
    }
  }
}

extension Flow {
  /// A condition over its facts; `nil` where it does not fit them.
  ///
  /// The text was checked against the program of today (`FlowCompiler.indicators`). So whatever is a fault of it here comes of names
  /// and types that this program has otherwise, one of syntax too: `told-if` is read as `told - if` where no fact is called so.
  fileprivate func condition(_ text: String) -> CompiledExpression? {
    let variables = facts.map { Variable(name: $0.name, type: $0.type, mayBeNull: true) }
    return try? FEELCompiler.compile(expression: text, in: Scope(variables), expecting: .boolean)
  }
}

extension Program {
  /// The roles and categories that its contacts and referrals go to, where what they pass on is as asked for.
  fileprivate func recipients(where passes: (Sharing) -> Bool) -> Set<String> {
    var names: Set<String> = []
    let nothing = Sharing(facts: [], ground: .legal(""))
    for step in flows.flatMap(\.steps) {
      switch step.kind {
      case .contact(let contact) where passes(contact.sharing ?? nothing): names.insert(contact.to)
      case .refer(let referral) where passes(referral.sharing): names.insert(referral.to)
      default: continue
      }
    }
    return names
  }
}
