import FlowRuntime
import FlowStore

/// A place's journal, open for reading.
struct PlacedJournal {
  let desk: JournalDesk
  let records: [CaseRecord]

  /// Opens the journal of a place.
  init(_ place: ReportPlace, of desk: Desk) throws(Failure) {
    self.desk = try JournalDesk(at: place.journal, for: .reading, of: desk)
    records = try self.desk.records()
  }
}
