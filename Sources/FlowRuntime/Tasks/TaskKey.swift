/// By what a task is known through the life of a case, whatever is corrected in it.
struct TaskKey: Sendable, Hashable {
  /// What kind of task it is.
  enum Matter: Sendable, Hashable {
    /// Something that was left undone.
    case left
    /// A step that was due when a correction was made.
    case setAside
    /// Somebody to be told what stands otherwise now; the path is that of the step at which they were told.
    case toTell
  }

  var matter: Matter
  var path: StepPath
  var item: String?
  /// Which of several for the same thing.
  var occurrence: Int

  init(_ matter: Matter, at path: StepPath, item: String? = nil, occurrence: Int = 0) {
    (self.matter, self.path, self.item, self.occurrence) = (matter, path, item, occurrence)
  }
}

/// When a task was first one.
struct TaskOrigin: Sendable, Hashable {
  /// Its number in the case.
  var number: Int
  /// The entry with which it became one.
  var sequence: Int
  /// When it did.
  var since: Instant
}
