import FlowRuntime
import FlowStore

/// A case as it lies in the journal of one place. A case handed over by export and import lies in several.
struct CaseCopy {
  /// The place, from 0.
  let place: Int
  let record: CaseRecord

  /// The cases of all places in the order in which they are met, each with its copies: the one that has come furthest first; of
  /// equal ones, that of the first place.
  static func gathered(of records: [[CaseRecord]]) -> [[CaseCopy]] {
    var cases: [[CaseCopy]] = []
    var known: [Identity: Int] = [:]
    for (place, records) in records.enumerated() {
      for record in records {
        let identity = Identity(identifier: record.identifier, opened: record.opened)
        let index = known[identity] ?? cases.count
        if index == cases.count { cases.append([]) }
        known[identity] = index
        cases[index].append(CaseCopy(place: place, record: record))
      }
    }
    return cases.map { copies in
      // Two with the same number of entries keep the order of their places.
      copies.sorted { ($1.record.head.sequence, $0.place) < ($0.record.head.sequence, $1.place) }
    }
  }

  /// What makes two records the same case: names are drawn at random, so it also was opened at the same moment.
  private struct Identity: Hashable {
    let identifier: String
    let opened: Instant
  }
}
