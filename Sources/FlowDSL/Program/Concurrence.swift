/// Persons in several roles who have to agree before a step is done.
public struct Concurrence: Sendable, Hashable {
  /// One person in each, and nobody in two.
  public var roles: [String]
  /// Fact of type `[agreed, disagreed]`.
  public var result: Int

  /// Roles, and the slot of the fact that takes whether they agreed.
  public init(roles: [String], result: Int) {
    self.roles = roles
    self.result = result
  }
}
