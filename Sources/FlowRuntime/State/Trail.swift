/// A step that the walk reached or passed over.
public struct TrailStep: Sendable, Hashable {
  /// How the step stands.
  public enum Course: Sendable, Hashable {
    case open
    /// Done.
    case passed
    /// Passed over, since its `when` did not hold.
    case skipped
    /// Open when an interrupt put an end to it.
    case cancelled
    /// Done before a correction, no longer part of the walk.
    case withdrawn
  }

  /// Where the step stands in the walk.
  public let path: StepPath
  /// Index of the flow in the program.
  public let flow: Int
  /// Index of the step in the flow.
  public let step: Int
  /// How it stands.
  public internal(set) var course: Course
  /// The entry at which it was reached or passed over; for a withdrawn one, the first that is withdrawn.
  public let sequence: Int
}
