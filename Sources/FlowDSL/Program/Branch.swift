/// A branch of `together`.
public struct Branch: Sendable {
  /// Its name in the step.
  public var name: String
  /// What people read in place of the name.
  public var title: Words?
  /// The role that does what no step says otherwise of.
  public var by: String?
  /// Index of its first step in the flow.
  public var first: Int

  /// A branch that begins at a step.
  public init(name: String, title: Words? = nil, by: String? = nil, first: Int) {
    self.name = name
    self.title = title
    self.by = by
    self.first = first
  }
}
