import FlowDSL
import FlowRuntime
import GRDB

extension Store {
  /// Replays one case, or all, one after the other, from one state of the journal.
  ///
  /// - Parameters:
  ///   - identifier: The case; nil for all.
  ///   - compile: Makes a program of its sources; asked once for each.
  ///   - body: Takes each case's verdict.
  /// - Throws: ``StoreError``, or what `compile` and `body` throw.
  public func replay(
    _ identifier: String? = nil, compile: (StoredProgram) throws -> Program,
    _ body: (CaseRecord, Verdict) throws -> Void
  ) throws {
    var programs: [String: Program] = [:]
    try reading { database in
      let condition = identifier == nil ? "" : "WHERE identifier = ?"
      let arguments: StatementArguments = identifier.map { [$0] } ?? []
      if let identifier { _ = try NumberedCase.find(identifier, in: database) }
      let cases = try Row.fetchCursor(
        database, sql: "SELECT \(NumberedCase.columns) FROM cases \(condition) ORDER BY number",
        arguments: arguments)
      while let row = try cases.next() {
        let found = try NumberedCase(row: row)
        let hash = found.record.program
        let program = try programs[hash] ?? compile(StoredProgram.find(hash, in: database))
        programs[hash] = program
        var replayer = Replayer(case: found.record.identifier, of: program)
        try Self.forEachEntry(of: found.number, after: 0, in: database) { replayer.take($0) }
        try body(found.record, replayer.verdict(end: found.record.head, opened: found.record.opened))
      }
    }
  }
}
