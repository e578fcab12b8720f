import FlowRuntime

/// Where the entries of one case are kept.
protocol CaseJournal: AnyObject {
  /// Whether the case is there for others to find.
  var isKept: Bool { get }
  /// Keeps entries in one transaction, after those kept before.
  func append(_ entries: [Entry]) throws(Failure)
  /// All entries of the case, in order; what is appended then follows the last of them.
  func entries() throws(Failure) -> [Entry]
}
