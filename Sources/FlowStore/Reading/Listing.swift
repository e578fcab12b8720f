import FlowRuntime
import GRDB

extension Store {
  /// The cases, in the order in which they were opened.
  public func cases() throws(StoreError) -> [CaseRecord] {
    try read { database in
      try Row.fetchCursor(database, sql: "SELECT \(NumberedCase.columns) FROM cases ORDER BY number")
        .map { try NumberedCase(row: $0).record }
        .reduce(into: []) { $0.append($1) }
    }
  }

  /// The case of that name.
  public func record(of identifier: String) throws(StoreError) -> CaseRecord {
    try read { try NumberedCase.find(identifier, in: $0).record }
  }

  /// The program of that hash, with its sources.
  public func program(_ hash: String) throws(StoreError) -> StoredProgram {
    try read { try StoredProgram.find(hash, in: $0) }
  }
}

extension Store {
  /// The cases, that of the last entry first, as the entries say; nothing is verified. A case of which the last entry says no
  /// time comes before the others: it needs to be looked at.
  public func casesByLastEntry() throws(StoreError) -> [CaseRecord] {
    let cases: [(record: CaseRecord, last: Instant?)] = try read { database in
      try Row.fetchCursor(
        database,
        sql: """
          SELECT \(NumberedCase.columns), (SELECT body FROM entries WHERE case_number = cases.number
            ORDER BY sequence DESC LIMIT 1) AS last_body FROM cases ORDER BY number DESC
          """
      ).map { row in
        let body = try? row.bytes("last_body")
        return (try NumberedCase(row: row).record, body.flatMap(SealedEntry.statedInstant))
      }.reduce(into: []) { $0.append($1) }
    }
    // Of several written to at the same moment, the one that was opened last; `sort` keeps the order of equals.
    return cases.sorted { left, right in
      guard let right = right.last else { return false }
      return left.last.map { $0 > right } ?? true
    }.map(\.record)
  }
}
