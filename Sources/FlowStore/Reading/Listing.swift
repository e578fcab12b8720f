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
