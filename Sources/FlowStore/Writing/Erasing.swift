import FlowRuntime
import GRDB

extension Store {
  /// Erases the openings of an entry, so that its personal values can no longer be read; the chain stays whole.
  ///
  /// The erasure is logged first: who, when and why. Salts go with the values, as a value that is one of few could
  /// otherwise be found by trying.
  public func erase(
    openingsOf sequence: Int, in identifier: String, by person: Person, at instant: Instant, reason: String
  ) throws(StoreError) {
    try write { database in
      let number = try NumberedCase.find(identifier, in: database).number
      try database.execute(
        sql: """
          INSERT INTO erasures (case_number, sequence, position, at, identifier, role, reason)
          SELECT case_number, sequence, position, ?, ?, ?, ? FROM openings
          WHERE case_number = ? AND sequence = ? AND value IS NOT NULL
          """,
        arguments: [instant.milliseconds, person.identifier, person.role, reason, number, sequence])
      try database.execute(
        sql:
          "UPDATE openings SET salt = NULL, value = NULL WHERE case_number = ? AND sequence = ? AND value IS NOT NULL",
        arguments: [number, sequence])
    }
  }
}
