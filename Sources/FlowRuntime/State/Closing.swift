import FlowDSL

extension State {
  /// Roles to which the case is closed, by what was ticked and still counts.
  public var closedTo: Set<String> {
    var roles: Set<String> = []
    for record in said where !record.isWithdrawn {
      guard case .ticked(let path, let item, true, _) = record.event, let (flow, step) = place(of: path)
      else {
        continue
      }
      let ticks = program.flows[flow].steps[step].kind.ticks
      if let tick = ticks.first(where: { $0.name == item }) { roles.formUnion(tick.closes) }
    }
    return roles
  }

  /// Whether somebody may see the case: nobody in a role to which it is closed, or in no role that is known, unless they took
  /// part in it or it was handed over to them.
  ///
  /// - Parameters:
  ///   - identifier: As the service knows the person.
  ///   - role: The role in which they look; `nil` where nobody said it.
  public func maySee(_ identifier: String, role: String?) -> Bool {
    let closed = closedTo
    if closed.isEmpty { return true }
    if let role, !closed.contains(role) { return true }
    return said.contains { record in
      if case .handedOver(let next, _) = record.event, next.identifier == identifier { return true }
      if case .clock = record.event { return false }
      return record.by.identifier == identifier
    }
  }
}
