import FlowDSL
import FlowRuntime

/// Reads a trace file and verifies it as it streams by: structure, sources, chains, commitments, counts, trailer.
///
/// ```swift
/// var replay = ReplayOfTrace()            // a TraceSink
/// try TraceReader.read("case.trace", into: &replay)
/// ```
public struct TraceReader {
  private let lines: LineReader
  private var hash = RunningHash()
  private var programs: Set<String> = []
  private var cases: Set<String> = []
  private var entries = 0

  /// Reads a trace from start to end; memory does not grow with the number of entries.
  ///
  /// - Throws: ``TraceError`` with the line at which something is wrong, or what the sink throws.
  /// - Returns: The hash of the whole file: it is the same for the same trace.
  @discardableResult
  public static func read(_ path: String, into sink: inout some TraceSink) throws -> Hash {
    var reader = TraceReader(lines: try LineReader(path: path))
    try reader.read(into: &sink)
    return reader.hash.hash
  }

  private init(lines: LineReader) { self.lines = lines }

  private mutating func read(into sink: inout some TraceSink) throws {
    guard
      case .trace(let expectedCases, let expectedEntries, let expectedPrograms, let version) = try header()
    else { throw fault(.notATrace) }
    guard version <= TraceFormat.version else {
      throw fault(.newerVersion(found: version, known: TraceFormat.version))
    }
    guard expectedPrograms <= TraceFormat.programs else { throw fault(.unreadable(.number, offset: 0)) }
    for _ in 0..<expectedPrograms { try sink.program(try program()) }
    for _ in 0..<expectedCases { try readCase(into: &sink) }
    let hash = hash.hash
    guard case .trailer(let cases, let entries, let found) = try next("trailer") else {
      throw fault(.truncated)
    }
    guard cases == self.cases.count, entries == self.entries, entries == expectedEntries, found == hash else {
      throw fault(.trailerDiffers)
    }
    guard try lines.next(limit: TraceFormat.line) == nil else { throw fault(.trailing) }
  }

  /// The first line. A file that does not begin as a trace does is something else.
  private mutating func header() throws(TraceError) -> TraceLine {
    do throws(TraceError) {
      return try next("trace")
    } catch {
      switch error.fault {
      case .inputOutput, .lineTooLong: throw error
      default: throw TraceError(line: 1, fault: .notATrace)
      }
    }
  }

  private mutating func program() throws(TraceError) -> StoredProgram {
    guard case .program(let name, let count) = try next("program"), count <= TraceFormat.sources else {
      throw fault(.unreadable(.number, offset: 0))
    }
    guard programs.insert(name).inserted else { throw fault(.programTwice(name)) }
    var program = StoredProgram(hash: name, sources: [])
    for _ in 0..<count {
      guard case .source(let hash, let source) = try next("source") else { throw fault(.truncated) }
      guard Hash(of: source.text) == hash else { throw fault(.sourceAltered(path: source.path)) }
      program.sources.append(source)
    }
    return program
  }

  private mutating func readCase(into sink: inout some TraceSink) throws {
    guard case .case(let record) = try next("case") else { throw fault(.truncated) }
    guard CaseRecord.isName(record.identifier) else { throw fault(.caseName(record.identifier)) }
    guard cases.insert(record.identifier).inserted else { throw fault(.caseTwice(record.identifier)) }
    guard programs.contains(record.program) else { throw fault(.programUnknown(record.program)) }
    do {
      try sink.begin(record)
    } catch let error as TraceError where error.line == 0 {
      throw fault(error.fault)
    }
    guard record.head.sequence > 0 else { throw fault(.notStarted(case: record.identifier)) }
    var chain = ChainVerifier(case: record.identifier)
    for _ in 0..<record.head.sequence {
      guard case .entry(let entry) = try next("entry") else { throw fault(.truncated) }
      let opened: OpenedEntry
      do throws(ChainFault) {
        opened = try chain.verify(entry)
      } catch {
        throw fault(.chain(case: record.identifier, error))
      }
      guard entry.sequence > 1 || opened.starts(record.program) else {
        throw fault(.notStarted(case: record.identifier))
      }
      try sink.entry(entry)
    }
    entries += record.head.sequence
    do throws(ChainFault) {
      try chain.verifyEnd(record.head)
    } catch {
      throw fault(.chain(case: record.identifier, error))
    }
    try sink.end(record)
  }

  /// The next line, which must be of one kind.
  private mutating func next(_ expected: String) throws(TraceError) -> TraceLine {
    guard let bytes = try lines.next(limit: TraceFormat.line) else {
      throw TraceError(line: lines.line + 1, fault: .truncated)
    }
    let line: TraceLine
    do throws(TraceFault) { line = try TraceLine.read(bytes) } catch { throw fault(error) }
    guard line.name == expected else { throw fault(.unexpectedLine(found: line.name, expected: expected)) }
    hash.update(bytes)
    hash.update([UInt8(ascii: "\n")])
    return line
  }

  private func fault(_ fault: TraceFault) -> TraceError {
    TraceError(line: lines.line, fault: fault)
  }
}

extension OpenedEntry {
  /// Whether it starts a case with that program. Of an erased start, the program is not known.
  fileprivate func starts(_ program: String) -> Bool {
    switch self {
    case .whole(let entry), .redacted(let entry):
      if case .started(let start) = entry.event { start.program == program } else { false }
    case .erased(let erased): erased.kind == .started
    }
  }
}
