import FlowRuntime

/// Where the entries of one case are kept.
protocol CaseJournal: AnyObject {
  /// Keeps entries in one transaction, after the entry with this number.
  func append(_ entries: [Entry], after sequence: Int) throws(JournalFailure)
  /// All entries of the case, in order.
  func entries() throws(JournalFailure) -> [Entry]
}

/// Why entries are not kept, or cannot be read.
struct JournalFailure: Error, Sendable, Hashable {
  /// The key of its words in the catalogues, under `journal.`.
  var identifier: String
  var arguments: [String: String]
  var status: ExitStatus
  /// Someone else wrote to the case: reading it again is enough.
  var isConflict: Bool { identifier == "conflict" }
}
