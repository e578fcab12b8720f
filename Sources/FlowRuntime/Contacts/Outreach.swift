import FEEL
import FlowDSL

/// Someone whom a case went to and came through to: a contact that was reached, a referral that was made.
public struct Outreach: Sendable, Hashable {
  /// Where the step stands in the walk.
  public let step: StepPath
  /// A role or a category of the directory.
  public let to: String
  /// The facts passed on that were known: names, in the order of `shares`.
  public let passedOn: [String]
}

extension State {
  /// The contacts reached and the referrals made, in order, as they count now: a number given is none, and what is withdrawn
  /// is left out.
  public var outreach: [Outreach] {
    answers.filter { !$0.isWithdrawn }.compactMap { said in
      switch said.event {
      case .contacted(let path, .reached), .referred(let path, .referred): outreach(at: path)
      default: nil
      }
    }
  }

  private func outreach(at path: StepPath) -> Outreach? {
    guard let place = place(of: path) else { return nil }
    let flow = program.flows[place.flow]
    let (to, sharing): (String, Sharing?)
    switch flow.steps[place.step].kind {
    case .contact(let contact): (to, sharing) = (contact.to, contact.sharing)
    case .refer(let referral): (to, sharing) = (referral.to, referral.sharing)
    default: return nil
    }
    let prefix = path.description.lastIndex(of: "/").map { path.description[...$0] } ?? ""
    let frame = frames.lastIndex { $0.flow == place.flow && $0.prefix == prefix }
    guard let sharing, let frame, mayPassOn(sharing, in: frame) else {
      return Outreach(step: path, to: to, passedOn: [])
    }
    let known = sharing.facts.filter { frames[frame].standings[$0] == .known }
    return Outreach(step: path, to: to, passedOn: known.map { flow.facts[$0].name })
  }
}
