import FlowRuntime
import Foundation

/// Why a trace file was refused, and at which line.
public struct TraceError: Error, Sendable, Hashable {
  /// From 1; 0 when the file as a whole could not be read or written.
  public var line: Int
  /// What is wrong there.
  public var fault: TraceFault
}

extension TraceError {
  /// The file as a whole cannot be written.
  init(_ fault: FileFault) {
    self.init(
      line: 0,
      fault: fault.code == EEXIST
        ? .exists(path: fault.path) : .inputOutput(path: fault.path, reason: fault.reason))
  }
}

/// What is wrong with a trace file.
public enum TraceFault: Error, Sendable, Hashable {
  /// The system cannot read or write the file.
  case inputOutput(path: String, reason: String)
  /// There is something at the path where a trace was to be written; it is left as it is.
  case exists(path: String)
  /// The file is no trace.
  case notATrace
  /// The trace was written by a later version: its version and the newest known here.
  case newerVersion(found: Int, known: Int)
  case lineTooLong(limit: Int)
  /// Not canonical JSON, or not the line that it says it is; bytes before the place.
  case unreadable(ReadingFault, offset: Int)
  /// A line of another kind than may come here.
  case unexpectedLine(found: String, expected: String)
  /// The file ends before its trailer.
  case truncated
  /// Lines follow the trailer.
  case trailing
  /// The trailer's counts or hash do not fit what came before.
  case trailerDiffers
  /// The text of a source is not the one that its hash names.
  case sourceAltered(path: String)
  /// A program twice, or a case of a program that the trace does not carry.
  case programUnknown(String)
  case programTwice(String)
  case caseTwice(String)
  /// A text that may not name a case: other characters than letters, digits and hyphens, or more than 64.
  case caseName(String)
  /// A case's first entry does not start it with the program that the case names.
  case notStarted(case: String)
  /// The chain of a case is broken.
  case chain(case: String, ChainFault)
  /// The journal has another case of that name, or the same with other entries: where it stands there.
  case caseDiffers(case: String, journal: ChainHead)
  /// The file is not the one that was verified a moment before.
  case changedMeanwhile
}

extension TraceFault {
  /// The stable name of the fault in the catalogues.
  public var identifier: String { parts.identifier }

  /// What the words are about, by name.
  public var arguments: [String: String] { Dictionary(parts.arguments) { $1 } }

  private var parts: (identifier: String, arguments: [(String, String)]) {
    switch self {
    case .inputOutput(let path, let reason): ("trace-input-output", [("path", path), ("reason", reason)])
    case .exists(let path): ("trace-exists", [("path", path)])
    case .notATrace: ("not-a-trace", [])
    case .newerVersion(let found, let known):
      ("trace-newer-version", [("found", String(found)), ("known", String(known))])
    case .lineTooLong(let limit): ("trace-line-too-long", [("limit", String(limit))])
    case .unreadable(let fault, let offset):
      ("trace-unreadable", [("fault", String(describing: fault)), ("offset", String(offset))])
    case .unexpectedLine(let found, let expected):
      ("trace-unexpected-line", [("found", found), ("expected", expected)])
    case .truncated: ("trace-truncated", [])
    case .trailing: ("trace-trailing", [])
    case .trailerDiffers: ("trace-trailer-differs", [])
    case .sourceAltered(let path): ("trace-source-altered", [("path", path)])
    case .programUnknown(let hash): ("trace-program-unknown", [("program", hash)])
    case .programTwice(let hash): ("trace-program-twice", [("program", hash)])
    case .caseTwice(let identifier): ("trace-case-twice", [("case", identifier)])
    case .caseName(let identifier): ("trace-case-name", [("case", identifier)])
    case .notStarted(let identifier): ("trace-not-started", [("case", identifier)])
    case .chain(let identifier, let fault):
      ("trace-chain", [("case", identifier), ("sequence", String(fault.sequence))])
    case .caseDiffers(let identifier, let head):
      ("trace-case-differs", [("case", identifier), ("sequence", String(head.sequence))])
    case .changedMeanwhile: ("trace-changed-meanwhile", [])
    }
  }

  /// Every identifier, so that a catalogue can be checked for completeness.
  public static let identifiers = [
    "trace-input-output", "trace-exists", "not-a-trace", "trace-newer-version", "trace-line-too-long",
    "trace-unreadable",
    "trace-unexpected-line", "trace-truncated", "trace-trailing", "trace-trailer-differs",
    "trace-source-altered",
    "trace-program-unknown", "trace-program-twice", "trace-case-twice", "trace-case-name",
    "trace-not-started",
    "trace-chain", "trace-case-differs", "trace-changed-meanwhile",
  ]
}
