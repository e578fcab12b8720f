import FlowDSL
import FlowRuntime

extension TraceLine {
  /// Reads a line, without its end. Bodies and openings are cut out as they are: verifying the chain reads them.
  static func read(_ bytes: [UInt8]) throws(TraceFault) -> TraceLine {
    var json = CanonicalReader(bytes)
    do throws(ReadingFault) {
      try json.beginObject()
      guard let name = try json.name(after: nil) else { throw .missingField("trace") }
      try json.beginObject()
      let line = try json.line(name)
      guard json.next == UInt8(ascii: "}") else { throw json.next == nil ? .ends : .expected("}") }
      try json.endObject(after: "")
      try json.end()
      return line
    } catch {
      throw .unreadable(error, offset: json.offset)
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func line(_ name: String) throws(ReadingFault) -> TraceLine {
    switch name {
    case "trace": return try trace()
    case "program": return try program()
    case "source": return try source()
    case "case": return .case(try caseRecord())
    case "entry": return .entry(try entry())
    case "trailer": return try trailer()
    default: throw .unknownField(name)
    }
  }

  private mutating func trace() throws(ReadingFault) -> TraceLine {
    try field("cases")
    let cases = try count()
    try field("entries", after: "cases")
    let entries = try count()
    try field("programs", after: "entries")
    let programs = try count()
    try field("version", after: "programs")
    let version = try positive()
    try endObject(after: "version")
    return .trace(cases: cases, entries: entries, programs: programs, version: version)
  }

  private mutating func program() throws(ReadingFault) -> TraceLine {
    try field("hash")
    let hash = try string()
    try field("sources", after: "hash")
    let sources = try count()
    try endObject(after: "sources")
    return .program(hash: hash, sources: sources)
  }

  private mutating func source() throws(ReadingFault) -> TraceLine {
    try field("hash")
    let hash = try hash()
    try field("path", after: "hash")
    let path = try string()
    try field("text", after: "path")
    let text = try string()
    try endObject(after: "text")
    return .source(hash: hash, SourceText(path: path, text: text))
  }

  private mutating func caseRecord() throws(ReadingFault) -> CaseRecord {
    try field("entries")
    let entries = try count()
    try field("head", after: "entries")
    let head = try hash()
    try field("identifier", after: "head")
    let identifier = try string()
    try field("opened", after: "identifier")
    let opened = try integer()
    try field("program", after: "opened")
    let program = try string()
    try endObject(after: "program")
    return CaseRecord(
      identifier: identifier, program: program, opened: Instant(milliseconds: Int64(opened)),
      head: ChainHead(sequence: entries, hash: head))
  }

  private mutating func entry() throws(ReadingFault) -> SealedEntry {
    try field("body")
    let body = Array(try skip())
    try field("hash", after: "body")
    let hash = try hash()
    try field("openings", after: "hash")
    var openings: [Opening] = []
    try beginArray()
    while try item() { openings.append(try opening()) }
    try field("sequence", after: "openings")
    let sequence = try positive()
    try endObject(after: "sequence")
    return SealedEntry(sequence: sequence, body: body, hash: hash, openings: openings)
  }

  private mutating func opening() throws(ReadingFault) -> Opening {
    if takes("null") { return .missing }
    try beginObject()
    try field("salt")
    let salt = try salt()
    try field("value", after: "salt")
    let value = Array(try skip())
    try endObject(after: "value")
    return .kept(salt: salt, value: value)
  }

  private mutating func trailer() throws(ReadingFault) -> TraceLine {
    try field("cases")
    let cases = try count()
    try field("entries", after: "cases")
    let entries = try count()
    try field("hash", after: "entries")
    let hash = try hash()
    try endObject(after: "hash")
    return .trailer(cases: cases, entries: entries, hash: hash)
  }

  private mutating func count() throws(ReadingFault) -> Int {
    let count = try integer()
    guard count >= 0 else { throw .number }
    return count
  }
}
