import FlowDSL
import FlowRuntime

/// A trace file: cases with all that is needed to replay them on another machine, as JSON Lines.
///
/// Each line is canonical JSON (RFC 8785), an object whose one field tells what it is:
///
/// ```json
/// {"trace":{"cases":1,"entries":12,"programs":1,"version":1}}
/// {"program":{"hash":"…","sources":2}}
/// {"source":{"hash":"…","path":"reception.yaml","text":"…"}}
/// {"case":{"entries":12,"head":"…","identifier":"…","opened":1795500000000,"program":"…"}}
/// {"entry":{"body":{…},"hash":"…","openings":[{"salt":"…","value":…},null],"sequence":1}}
/// {"trailer":{"cases":1,"entries":12,"hash":"…"}}
/// ```
///
/// Programs come first, each followed by its sources; then cases, each followed by its entries. An opening that
/// is not there is `null`, and a trace does not say why; `opened` is in milliseconds since 1970-01-01T00:00:00Z. The trailer's hash is the SHA-256 of all bytes before its line.
enum TraceFormat {
  static let version = 1
  /// Bytes of a line: room for a file of 1 MiB of which every byte is escaped.
  static let line = 8 << 20
  /// Texts of which one program may be made.
  static let sources = 1000
  static let programs = 10_000
}

/// One line of a trace.
enum TraceLine {
  case trace(cases: Int, entries: Int, programs: Int, version: Int)
  case program(hash: String, sources: Int)
  case source(hash: Hash, SourceText)
  case `case`(CaseRecord)
  case entry(SealedEntry)
  case trailer(cases: Int, entries: Int, hash: Hash)

  /// The field by which it is known.
  var name: String {
    switch self {
    case .trace: "trace"
    case .program: "program"
    case .source: "source"
    case .case: "case"
    case .entry: "entry"
    case .trailer: "trailer"
    }
  }
}
