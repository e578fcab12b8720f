import FlowIndicators
import FlowRuntime

/// Counts the cases of journals, and how many could not be counted. It holds no case.
struct JournalCount {
  /// What is counted so far.
  private(set) var tabulation: Tabulation
  /// Cases that cannot be read, of whatever month: who changes a journal could change the month too.
  private(set) var unreadable = 0
  /// Cases counted that are in several journals.
  private(set) var repeated = 0

  /// Nothing counted yet.
  init(_ tabulation: Tabulation) { self.tabulation = tabulation }

  /// Counts a case once, a practice case not at all: where it has come furthest, of the journals in which it can be read.
  ///
  /// - Parameters:
  ///   - copies: The case in each journal, the furthest first.
  ///   - read: A copy as it stands, or why it cannot be read.
  mutating func take(
    _ copies: [CaseCopy], read: (CaseCopy) throws(Failure) -> Result<StoredState, Failure>
  ) throws(Failure) {
    for copy in copies {
      guard case .success(let stored) = try read(copy), let first = stored.entries.first else { continue }
      if stored.state.isPractice { return }
      let isCounted = tabulation.take(stored.state, opened: first.at, place: copy.place)
      if isCounted, copies.count > 1 { repeated += 1 }
      return
    }
    unreadable += 1
  }
}
