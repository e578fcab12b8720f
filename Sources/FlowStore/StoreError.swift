import FlowRuntime

/// Why a journal could not be opened, read or written. Words for people come from the catalogues by `identifier` and
/// `arguments`.
public enum StoreError: Error, Sendable, Hashable {
  // Opening
  /// A part of the path is a file, or the journal's path is a directory.
  case wrongKindOfFile(path: String)
  /// The directory or the file cannot be made or opened, with the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The file or its directory may not be written.
  case readOnly(path: String)
  case notADatabase(path: String)
  /// A database, but of another program.
  case notAJournal(path: String)
  /// The journal was written by a later version: its schema and the newest known here.
  case newerSchema(path: String, found: Int, known: Int)
  // Reading and writing
  /// Another process holds the journal, longer than it was waited for.
  case locked(path: String)
  /// No room is left: nothing of the transaction was written.
  case diskFull(path: String)
  /// The system failed to read or write: nothing of the transaction was written.
  case inputOutput(path: String, reason: String)
  /// The file is not as the database left it.
  case damaged(path: String, reason: String)
  case noSuchCase(String)
  case caseExists(String)
  case noSuchProgram(String)
  /// A text that may not name a case: other characters than letters, digits and hyphens, or more than 64.
  case caseName(String)
  /// The journal has a program of that hash that is made of other texts.
  case programDiffers(String)
  /// Another wrote to the case first: where it stands now.
  case movedOn(case: String, current: ChainHead)
  /// Entries that do not follow one another.
  case notConsecutive(case: String, sequence: Int)
  /// The journal refuses to change or remove what was written.
  case appendOnly(reason: String)
  /// Anything else that the database says.
  case database(reason: String)
}

extension StoreError {
  /// The stable name of the error in the catalogues.
  public var identifier: String { parts.identifier }

  /// What the words are about, by name.
  public var arguments: [String: String] { Dictionary(parts.arguments) { $1 } }

  private var parts: (identifier: String, arguments: [(String, String)]) {
    switch self {
    case .wrongKindOfFile(let path): ("wrong-kind-of-file", [("path", path)])
    case .cannotOpen(let path, let reason): ("cannot-open", [("path", path), ("reason", reason)])
    case .readOnly(let path): ("read-only", [("path", path)])
    case .notADatabase(let path): ("not-a-database", [("path", path)])
    case .notAJournal(let path): ("not-a-journal", [("path", path)])
    case .newerSchema(let path, let found, let known):
      ("newer-schema", [("path", path), ("found", String(found)), ("known", String(known))])
    case .locked(let path): ("locked", [("path", path)])
    case .diskFull(let path): ("disk-full", [("path", path)])
    case .inputOutput(let path, let reason): ("input-output", [("path", path), ("reason", reason)])
    case .damaged(let path, let reason): ("damaged", [("path", path), ("reason", reason)])
    case .noSuchCase(let identifier): ("no-such-case", [("case", identifier)])
    case .caseExists(let identifier): ("case-exists", [("case", identifier)])
    case .noSuchProgram(let hash): ("no-such-program", [("program", hash)])
    case .caseName(let identifier): ("case-name", [("case", identifier)])
    case .programDiffers(let hash): ("program-differs", [("program", hash)])
    case .movedOn(let identifier, let current):
      ("moved-on", [("case", identifier), ("sequence", String(current.sequence))])
    case .notConsecutive(let identifier, let sequence):
      ("not-consecutive", [("case", identifier), ("sequence", String(sequence))])
    case .appendOnly(let reason): ("append-only", [("reason", reason)])
    case .database(let reason): ("database", [("reason", reason)])
    }
  }

  /// Every identifier, so that a catalogue can be checked for completeness.
  public static let identifiers = [
    "wrong-kind-of-file", "cannot-open", "read-only", "not-a-database", "not-a-journal", "newer-schema",
    "locked",
    "disk-full", "input-output", "damaged", "no-such-case", "case-exists", "no-such-program", "case-name",
    "program-differs", "moved-on",
    "not-consecutive", "append-only", "database",
  ]
}
