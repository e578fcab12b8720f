/// For whom what is left undone is a task, and by when (grammar, section 12.8).
public struct TaskRule: Sendable, Hashable {
  /// The role that is to do it; without it, that of the step.
  public var by: String?
  /// Milliseconds from the moment at which it was left; without it, as the step is due.
  public var within: Int64?

  /// A task for a role, by a time.
  public init(by: String? = nil, within: Int64? = nil) {
    self.by = by
    self.within = within
  }
}
