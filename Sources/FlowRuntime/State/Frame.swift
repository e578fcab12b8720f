import FEEL
import FlowDSL

/// One flow that is walked, or was.
struct Frame: Sendable, Equatable {
  /// Why it is walked.
  enum Origin: Sendable, Equatable {
    case main
    /// A `run` step, which goes on when the frame ends.
    case call(Token)
    /// An `each` step, at one of its items.
    case item(Token, items: [Value], index: Int)
    case interrupt(Int)
  }

  /// Index of the flow in the program.
  var flow: Int
  /// The frame of the caller, or that declares the interrupt; `nil` for the main flow.
  var parent: Int?
  var origin: Origin
  /// What comes before a step's name in its path, `""` or `danger-check/`.
  var prefix: String
  /// Values of the facts by slot, then what expressions read of the entry (`EntryMoment`).
  var slots: [Value]
  var standings: [Standing]
  /// Slots that a computation left without a value: nobody has answered them, however they stand.
  private(set) var leftOpen: Set<Int> = []
  /// When each step was done: what a correction gives back was done when it was said.
  var done: [Instant?]
  /// When the walk came past each step: what a correction gives back it passes when it comes there again.
  var passed: [Instant?]
  /// Whether each interrupt's condition held when last looked at.
  var alarms: [Bool]
  /// How often each interrupt fired.
  var firings: [Int]
  /// The items of the `each` steps it is inside of, outermost first: what an answer given here was about.
  var items: [Value]
  /// The reports that began the interrupts it is inside of, outermost first: an answer about one attack is never one about
  /// another.
  var reports: [Int] = []
  var isOpen = true
  var outcome: String?

  /// A frame in which nothing is known.
  init(
    flow: Int, of definition: Flow, parent: Int?, origin: Origin, prefix: String, items: [Value],
    reports: [Int] = []
  ) {
    self.flow = flow
    self.parent = parent
    self.origin = origin
    self.prefix = prefix
    self.items = items
    self.reports = reports
    slots = [Value](repeating: .null, count: definition.facts.count + EntryMoment.variables.count)
    standings = [Standing](repeating: .unset, count: definition.facts.count)
    done = [Instant?](repeating: nil, count: definition.steps.count)
    passed = done
    alarms = [Bool](repeating: false, count: definition.interrupts.count)
    firings = [Int](repeating: 0, count: definition.interrupts.count)
  }

  /// Notes whether a computation left a fact without a value.
  mutating func note(_ slot: Int, isLeftOpen: Bool) {
    if isLeftOpen {
      leftOpen.insert(slot)
    } else if !leftOpen.isEmpty {
      leftOpen.remove(slot)
    }
  }

  /// What is said here is said on: the items, then the reports.
  var basis: [Value] { reports.isEmpty ? items : items + reports.map { .number(Number($0)) } }

  /// Whether a fact is answered: by a person, or by a computation that gave a value.
  func isAnswered(_ slot: Int) -> Bool { standings[slot] != .unset && !leftOpen.contains(slot) }
}
