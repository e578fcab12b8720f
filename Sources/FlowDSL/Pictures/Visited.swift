/// The part of a flow that one case has passed, to be highlighted in a picture.
public struct Visited: Sendable, Hashable {
  /// From one step to the next, by name.
  public struct Passage: Sendable, Hashable {
    /// The step left.
    public var from: String
    /// The step reached.
    public var to: String

    /// From a step to a step.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// Names of steps and of interrupts.
  public var steps: Set<String>
  /// Passages between steps; those that the flow does not have are not shown.
  public var passages: Set<Passage>

  /// Steps and passages.
  public init(steps: Set<String>, passages: Set<Passage>) {
    self.steps = steps
    self.passages = passages
  }

  /// The steps of a walk in order, and the passages from each to the one after it.
  public init(path: [String]) {
    steps = Set(path)
    passages = Set(zip(path, path.dropFirst()).map { Passage(from: $0, to: $1) })
  }
}
