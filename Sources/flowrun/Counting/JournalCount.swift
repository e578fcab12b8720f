import FlowIndicators
import FlowRuntime
import FlowStore

/// A place's journal, open for reading.
struct PlacedJournal {
  let desk: JournalDesk
  let records: [CaseRecord]
  private let byName: [String: CaseRecord]

  /// Opens the journal of a place.
  init(_ place: ReportPlace, of desk: Desk) throws(Failure) {
    self.desk = try JournalDesk(at: place.journal, for: .reading, of: desk)
    let records = try self.desk.records()
    self.records = records
    byName = Dictionary(records.map { ($0.identifier, $0) }) { first, _ in first }
  }

  /// The same case in this journal: names are drawn at random, so it also was opened at the same moment.
  func copy(of record: CaseRecord) -> CaseRecord? {
    byName[record.identifier].flatMap { $0.opened == record.opened ? $0 : nil }
  }
}

/// Counts the cases of journals, and how many could not be counted. It holds no case.
struct JournalCount {
  /// What is counted so far.
  private(set) var tabulation: Tabulation
  /// Cases that cannot be read, of whatever month: who changes a journal could change the month too.
  private(set) var unreadable = 0
  /// Cases that were in several journals.
  private(set) var repeated = 0

  /// Nothing counted yet.
  init(_ tabulation: Tabulation) { self.tabulation = tabulation }

  /// Whether a case is counted where it lies: a case handed over by export and import is in several journals, and is counted
  /// where it has come furthest.
  mutating func begin(_ record: CaseRecord, at place: Int, among journals: [PlacedJournal]) -> Bool {
    var isFurthest = true
    for (other, journal) in journals.enumerated() where other != place {
      guard let copy = journal.copy(of: record) else { continue }
      let (here, there) = (record.head.sequence, copy.head.sequence)
      if there > here || (there == here && other < place) { isFurthest = false }
    }
    if !isFurthest { repeated += 1 }
    return isFurthest
  }

  /// Counts a case.
  mutating func take(_ stored: StoredState, at place: Int) {
    guard let first = stored.entries.first else { return }
    tabulation.take(stored.state, opened: first.at, place: place)
  }

  /// Passes over a case that cannot be read.
  mutating func pass() { unreadable += 1 }
}
