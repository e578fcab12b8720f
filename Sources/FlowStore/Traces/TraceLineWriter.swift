import FlowRuntime

extension CanonicalWriter {
  /// A line of a trace, with its end.
  mutating func line(_ line: TraceLine) {
    beginObject()
    field(named: line.name)
    beginObject()
    switch line {
    case .trace(let cases, let entries, let programs, let version):
      field("cases", cases)
      field("entries", entries)
      field("programs", programs)
      field("version", version)
    case .program(let hash, let sources):
      field("hash", hash)
      field("sources", sources)
    case .source(let hash, let source):
      field("hash")
      hexadecimal(hash)
      field("path", source.path)
      field("text", source.text)
    case .case(let record): fields(of: record)
    case .entry(let entry): fields(of: entry)
    case .trailer(let cases, let entries, let hash):
      field("cases", cases)
      field("entries", entries)
      field("hash")
      hexadecimal(hash)
    }
    endObject()
    endObject()
    endLine()
  }

  private mutating func field(_ name: StaticString, _ count: Int) {
    field(name)
    integer(count)
  }

  private mutating func fields(of record: CaseRecord) {
    field("entries", record.head.sequence)
    field("head")
    hexadecimal(record.head.hash)
    field("identifier", record.identifier)
    field("opened")
    integer(Int(record.opened.milliseconds))
    field("program", record.program)
  }

  private mutating func fields(of entry: SealedEntry) {
    field("body")
    canonical(entry.body)
    field("hash")
    hexadecimal(entry.hash)
    field("openings")
    beginArray()
    for opening in entry.openings {
      item()
      switch opening {
      case .erased, .missing: literal("null")
      case .kept(let salt, let value):
        beginObject()
        field("salt")
        self.salt(salt)
        field("value")
        canonical(value)
        endObject()
      }
    }
    endArray()
    field("sequence", entry.sequence)
  }
}
