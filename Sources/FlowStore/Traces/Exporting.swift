import FlowDSL
import FlowRuntime
import GRDB

extension Store {
  /// Writes a trace of one case, or of all, that can be replayed on a machine without the flows.
  ///
  /// The file appears only once it is whole and on the disk; one that is there is never replaced. The chains are not verified: reading a trace does that.
  ///
  /// - Parameters:
  ///   - identifier: The case; nil for all.
  ///   - path: The file, made readable by its owner only.
  /// - Returns: The cases written, and where their chains end.
  /// - Throws: ``StoreError`` when the journal, ``TraceError`` when the file fails.
  @discardableResult
  public func export(_ identifier: String? = nil, to path: String) throws -> [CaseRecord] {
    do {
      let file = try WholeFile(path)
      var buffer: [UInt8] = []
      let cases = try export(identifier) { bytes in
        buffer += bytes
        guard buffer.count >= 1 << 16 else { return }
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      try file.write(buffer)
      try file.finish()
      return cases
    } catch let fault as FileFault { throw TraceError(fault) }
  }

  /// Gives a trace of one case, or of all, line by line.
  ///
  /// - Returns: The cases given, and where their chains end.
  @discardableResult
  public func export(
    _ identifier: String? = nil, writing bytes: ([UInt8]) throws -> Void
  ) throws -> [CaseRecord] {
    var cases: [CaseRecord] = []
    var hash = RunningHash()
    func write(_ line: TraceLine) throws {
      var json = CanonicalWriter()
      json.line(line)
      hash.update(json.bytes)
      try bytes(json.bytes)
    }
    try reading { database in
      let selection = try Selection(identifier, in: database)
      try write(
        .trace(
          cases: selection.cases, entries: selection.entries, programs: selection.programs.count,
          version: TraceFormat.version))
      for program in selection.programs {
        let program = try StoredProgram.find(program, in: database)
        try write(.program(hash: program.hash, sources: program.sources.count))
        for source in program.sources { try write(.source(hash: Hash(of: source.text), source)) }
      }
      let rows = try selection.rows(in: database)
      while let row = try rows.next() {
        let found = try NumberedCase(row: row)
        cases.append(found.record)
        try write(.case(found.record))
        try Self.forEachEntry(of: found.number, after: 0, in: database) { try write(.entry($0)) }
      }
      try write(.trailer(cases: selection.cases, entries: selection.entries, hash: hash.hash))
    }
    return cases
  }

  /// Which cases, and how much that is.
  private struct Selection {
    let condition: String
    let arguments: StatementArguments
    let cases: Int
    let entries: Int
    let programs: [String]

    init(_ identifier: String?, in database: Database) throws {
      if let identifier { _ = try NumberedCase.find(identifier, in: database) }
      condition = identifier == nil ? "" : "WHERE identifier = ?"
      arguments = identifier.map { [$0] } ?? []
      let sums = try Row.fetchOne(
        database, sql: "SELECT count(*), coalesce(sum(length), 0) FROM cases \(condition)",
        arguments: arguments)
      cases = try sums?.value(at: 0) ?? 0
      entries = try sums?.value(at: 1) ?? 0
      programs = try String.fetchAll(
        database, sql: "SELECT DISTINCT program FROM cases \(condition) ORDER BY program",
        arguments: arguments)
    }

    func rows(in database: Database) throws -> RowCursor {
      try Row.fetchCursor(
        database, sql: "SELECT \(NumberedCase.columns) FROM cases \(condition) ORDER BY number",
        arguments: arguments)
    }
  }
}
