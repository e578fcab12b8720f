/// What a person does next: says something, in a role, after some time.
public struct Act: Sendable, Hashable {
  /// What is said.
  public var event: Event
  /// In which role.
  public var role: String
  /// By whom, where that matters.
  public var person: String?
  /// Milliseconds after the entry before.
  public var after: Int64

  /// Something said in a role after some time.
  public init(event: Event, role: String, after: Int64 = 0, person: String? = nil) {
    self.person = person
    self.event = event
    self.role = role
    self.after = after
  }
}
