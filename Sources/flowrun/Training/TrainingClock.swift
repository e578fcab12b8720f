import FlowRuntime

/// The time of an exercise: it begins when its story does, goes on as the machine's does, and leaps over what is waited for.
final class TrainingClock {
  private let machine: () -> Instant
  private var ahead: Int64

  /// A clock that shows an instant now.
  init(showing start: Instant, machine: @escaping () -> Instant = SystemClock.now) {
    self.machine = machine
    ahead = start.milliseconds - machine().milliseconds
  }

  /// The moment of the exercise.
  var now: Instant { machine().advanced(by: ahead) }

  /// Leaps to an instant; one that is past changes nothing.
  func skip(to instant: Instant) { ahead += max(0, instant.milliseconds - now.milliseconds) }
}

/// The journal of an exercise: nothing of it is kept, so that it is never taken for a case.
final class ExerciseJournal: CaseJournal {
  private var said: [Entry] = []

  var isKept: Bool { false }

  func append(_ entries: [Entry]) throws(Failure) { said += entries }

  func entries() throws(Failure) -> [Entry] { said }
}
