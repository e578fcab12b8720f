import FEEL
import FlowDSL

/// A case as it stands after some entries: a value that depends on the program and the entries alone.
public struct State: Sendable {
  /// Where a case is in its life.
  public enum Status: Sendable, Hashable {
    case notStarted
    case running
    case ended(outcome: String)
    case abandoned
  }

  /// The program the case is pinned to.
  public let program: Program
  /// Where the case is in its life.
  public internal(set) var status = Status.notStarted
  /// Number of the last entry; 0 when there is none.
  public internal(set) var sequence = 0
  /// Instant of the last entry.
  public internal(set) var now = Instant(milliseconds: .min)
  /// How far the place's clocks were ahead of UTC at the last entry.
  public internal(set) var offset = UTCOffset.utc
  /// BCP 47 code of the language the professional reads.
  public internal(set) var language = ""
  /// Who handles the case.
  public internal(set) var handler: Person?

  /// All flows walked, in the order in which they were begun; the main one first.
  var frames: [Frame] = []
  /// Open frames with interrupts, outermost first.
  var watching: [Int] = []
  /// Where the walk stands, in the order of the flow.
  var tokens: [Token] = []
  var joins: [Join] = []
  /// Interrupts under way, the innermost last.
  var interruptions: [Interruption] = []

  /// What persons said, in order.
  var said: [Said] = []
  /// Indices in `said` of what is withdrawn, in order.
  var held: [Int] = []
  /// What the walk added and still holds.
  var added: [Added] = []
  /// Entries of the walk that a correction withdrew.
  var revoked: [Int] = []
  var steps: [TrailStep] = []
  /// What was left undone, in the order in which it was; what was done since is among it.
  var leftUndone: [LeftUndone] = []
  /// What was to be done when a correction was made, and has no place in the walk after it.
  var setAside: [SetAside] = []
  /// What others were told, in the order in which they were; a correction takes back nothing of it.
  var told: [Told] = []
  /// The number of each task, and from when it has been one.
  var taskOrigins: [TaskKey: TaskOrigin] = [:]
  /// From when the due times of steps have counted, the earliest instant of each.
  var clocks: [ClockKey: Instant] = [:]
  /// When the case first came to each step that reads the moment.
  var firstMoments: [ClockKey: PlaceMoment] = [:]
  /// How needs stood before the last correction, and what papers could be made.
  var needsBefore: [NeedBefore] = []
  var papersBefore: [DocumentBefore] = []
  /// Steps to which the walk came otherwise than by a correction alone; of the others, the entry that was corrected.
  var walked: Set<StepPath> = []
  var ledTo: [StepPath: Int] = [:]
  /// The guarantees that the walk did not keep, in the order in which they were broken.
  var broken: [BrokenGuarantee] = []
  /// No open step is due before; `nil` when none is due.
  var nextDue: Instant?

  /// Which parts of the program the walk used, where that is asked for; no part of what a case is.
  public internal(set) var coverage: Coverage?

  /// Scratch of one step, empty between steps.
  var scratch = Scratch()

  /// A case of which nothing is recorded yet.
  public init(program: Program) { self.program = program }

  /// What the walk added, with its number in the journal.
  struct Added: Sendable, Equatable {
    var sequence: Int
    var event: Event
  }

  /// What is needed while an entry is taken.
  struct Scratch: Sendable {
    /// What the walk adds to the entry.
    var events: [Event] = []
    /// Facts changed since interrupts were last looked at.
    var factsChanged = false
    /// Frames with guarantees whose facts changed since guarantees were last looked at.
    var touched: [Int] = []
    /// The said entry that is taken, or taken again.
    var current = 0
    /// When it was said, where it is reinstated: before the entry at which it is.
    var reinstatedFrom: PlaceMoment?
    /// The interrupt that it reports.
    var report: Alarm?
    /// Steps that have become late.
    var late: [Token] = []
    /// Interrupts that fired.
    var firings = 0
    /// The walk is computed again after a correction.
    var isRefolding = false
    /// The corrected entry, which must be taken.
    var corrected: Int?
    /// Why it was not.
    var refusal: Refusal?
  }
}

extension State: Equatable {
  /// The same case at the same point, of the same program.
  public static func == (left: State, right: State) -> Bool {
    left.sequence == right.sequence && left.now == right.now && left.offset == right.offset
      && left.added == right.added
      && left.revoked == right.revoked && left.setAside == right.setAside && left.clocks == right.clocks
      && left.firstMoments == right.firstMoments
      && left.needsBefore == right.needsBefore && left.papersBefore == right.papersBefore
      && left.walked == right.walked && left.ledTo == right.ledTo
      && left.told == right.told && left.taskOrigins == right.taskOrigins
      && left.isSameWalk(as: right)
  }

  /// Whether both stand at the same point in the same way, whatever the journal's numbers and the clock.
  func isSameWalk(as other: State) -> Bool {
    program.hash == other.program.hash && status == other.status && language == other.language
      && handler == other.handler && frames == other.frames && tokens == other.tokens && joins == other.joins
      && interruptions == other.interruptions && said == other.said && held == other.held
      && steps == other.steps && leftUndone == other.leftUndone
      && added.map(\.event) == other.added.map(\.event)
  }
}
