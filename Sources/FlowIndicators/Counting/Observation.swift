/// What a case shows of one thing that is counted.
public enum Observation: Sendable, Hashable {
  /// It is not among the cases that this is counted of.
  case apart
  /// It is counted: whether it has the event.
  case counted(event: Bool)
  /// The program that the case is pinned to does not say: it lacks what is looked at.
  case untold
}
