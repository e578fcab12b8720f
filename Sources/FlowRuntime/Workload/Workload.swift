/// How much lies on one professional: to share out the work and to see who needs a rest, not to rank.
public struct Workload: Sendable {
  /// An open case, or one in which something is left undone, that the professional holds: got handed over, or else was the last to go on with.
  public struct HeldCase: Sendable {
    /// The case.
    public let identifier: String
    /// Steps and tasks that are late.
    public let overdue: Int
    /// Steps and tasks due, and waits over, by this time tomorrow.
    public let dueWithinDay: Int
    /// Open steps and tasks without a time.
    public let waiting: Int
    /// Levels in the upper half of their scale.
    public let highLevels: [AssessedLevel]

    init(_ identifier: String, _ state: State, now: Instant) {
      let due = state.dueSteps
      let tomorrow = Instant(milliseconds: now.milliseconds + 24 * 3_600_000)
      func isLate(_ step: DueStep) -> Bool { !step.isWait && step.due < now }
      let tasks = state.openTasks
      let times = tasks.compactMap(\.due)
      self.identifier = identifier
      overdue = due.count(where: isLate) + times.count { $0 < now }
      dueWithinDay =
        due.count { !isLate($0) && $0.due <= tomorrow } + times.count { now <= $0 && $0 <= tomorrow }
      waiting = state.waitingSteps.count + tasks.count - times.count
      highLevels = state.assessedLevels.filter(\.isInUpperHalf)
    }
  }

  /// As the service knows the professional.
  public let identifier: String
  /// The roles in which the professional acted or was handed a case, in the order of the alphabet.
  public internal(set) var roles: [String] = []
  /// The cases held, those with most that is late first.
  public internal(set) var held: [HeldCase] = []
  /// Cases acted in during the days looked at.
  public internal(set) var cases = 0
  /// Entries made in them during these days.
  public internal(set) var entries = 0
  /// Those made at night, from 21:00 to 06:00.
  public internal(set) var nightEntries = 0
  /// On how many different days; a night counts with the day on which it began.
  public var days: Int { worked.count }
  /// The longest run of such days in a row.
  public var longestRun: Int {
    worked.reduce(0) { longest, day in
      guard !worked.contains(day - 1) else { return longest }
      var end = day
      while worked.contains(end) { end += 1 }
      return max(longest, end - day)
    }
  }
  /// The last entry, however long ago; nil for one who was handed a case and has not acted yet.
  public internal(set) var lastEntry: Instant?

  /// Steps that are late in the cases held.
  public var overdue: Int { held.reduce(0) { $0 + $1.overdue } }
  /// Steps due, and waits over, by this time tomorrow in the cases held.
  public var dueWithinDay: Int { held.reduce(0) { $0 + $1.dueWithinDay } }
  /// The cases held with a level in the upper half of its scale.
  public var highCases: Int { held.count { !$0.highLevels.isEmpty } }

  /// The days worked, as `WorkingTime` numbers them.
  var worked: Set<Int> = []

  init(_ identifier: String) { self.identifier = identifier }
}
