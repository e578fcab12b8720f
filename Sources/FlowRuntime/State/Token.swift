import FEEL

/// A place where the walk stands: one open step of one frame. More than one inside `together`.
struct Token: Sendable, Equatable {
  var frame: Int
  var step: Int
  var path: StepPath
  /// The branch of `together` it walks in.
  var branch: BranchPlace?
  /// Index of the question or item that is put.
  var item = 0
  /// The part before the questions is over: a contact was reached, a referral made, a level decided, a sub-flow walked.
  var isCarriedOut = false
  /// Calls that were not answered.
  var attempts = 0
  var reached: Instant
  var due: Instant?
  var isOverdue = false
  /// What was recommended here.
  var advice: Recommendation?
  /// It is to be looked at before the walk rests.
  var isReady = true
  /// It is to be looked at when time passes.
  var isWaiting = false
  /// All that it asks is done, and persons have to agree with it; who agreed so far.
  var isToBeAgreed = false
  /// All agreed, or one did not.
  var isAgreedUpon = false
  var agreed: [Person] = []
  /// What was ticked, where persons have to agree with it.
  var marks: [Value] = []
  /// Its place in the trail.
  var trail = 0
  /// Rounds of a sub-flow that were begun, and when the last of them was.
  var rounds = 0
  var roundBegan: Instant?
}

/// A branch of a `together` that is walked.
struct BranchPlace: Sendable, Equatable {
  /// Index in `State.joins`.
  var join: Int
  /// Index of the branch in its step.
  var branch: Int
}

/// A `together` step that waits for its branches.
struct Join: Sendable, Equatable {
  var caller: Token
  var remaining: Int
}

/// Interrupts that are walked while other open steps stand still.
struct Interruption: Sendable, Equatable {
  /// What stands still.
  var tokens: [Token]
  /// Where the interrupt's flow is walked, such as `!attack-now[1]`.
  var path: StepPath
  /// Interrupts that fired at the same moment and are walked after it.
  var queue: [Alarm]
}

/// An interrupt of an open frame.
struct Alarm: Sendable, Equatable {
  var frame: Int
  var interrupt: Int
  /// The entry that reports it, where one did.
  var report: Int?
}
