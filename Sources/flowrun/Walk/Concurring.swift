import FlowDSL
import FlowRuntime

extension Walk {
  /// What somebody says who agrees, or does not; `nil` when the person goes back instead of giving a reason.
  func concurrence(at path: StepPath, agrees: Bool) throws(Stop) -> Event? {
    if agrees { return .concurred(step: path, agrees: true, reason: nil) }
    return try askReason(words(.disagreeReason)).map { .concurred(step: path, agrees: false, reason: $0) }
  }

  /// Who says it: the person at the terminal, or a colleague in a role that is still awaited.
  func concurring(_ concurrence: Concurrence, _ agreed: [Person]) throws(Stop) -> Person? {
    let roles = concurrence.missing(agreed)
    if roles.contains(session.person.role),
      !agreed.contains(where: { $0.identifier == session.person.identifier })
    {
      return session.person
    }
    var about = Screen()
    about.add(
      words(.concurAwaited, ["roles": roles.map(names.recipient).joined(separator: ", ")]), indent: 2)
    guard let identifier = try askIdentifier(words(.concurWho), about: about) else { return nil }
    if roles.count == 1 { return Person(identifier: identifier, role: roles[0]) }
    return try choose(words(.handOverRole), roles.map(names.recipient)).map {
      Person(identifier: identifier, role: roles[$0])
    }
  }
}
