import FlowStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why something asked for cannot be done: words from the catalogues, and a status for scripts.
struct Failure: Error, Sendable, Hashable {
  /// The names by which the catalogues know the tool's own failures.
  enum Name: String, Sendable, CaseIterable {
    case noProtocols = "no-protocols"
    case unknownFlow = "unknown-flow"
    case flowHasErrors = "flow-has-errors"
    case testsHaveErrors = "tests-have-errors"
    case directoryHasErrors = "directory-has-errors"
    case badPosition = "bad-position"
    case badMoment = "bad-moment"
    case badDay = "bad-day"
    case badDuration = "bad-duration"
    case badDays = "bad-days"
    case unknownCategory = "unknown-category"
    case badServiceFile = "bad-service-file"
    case programHasErrors = "program-has-errors"
    case programAltered = "program-altered"
    case journalDiverges = "journal-diverges"
    case noJournal = "no-journal"
    case unknownCase = "unknown-case"
    case severalCases = "several-cases"
    case noOpenCase = "no-open-case"
    case caseClosed = "case-closed"
    case caseLeft = "case-left"
    case cannotRead = "cannot-read"
    case cannotWrite = "cannot-write"
    case exists = "exists"
    case dotMissing = "dot-missing"
    case dotFailed = "dot-failed"
    case dotLate = "dot-late"
    case notAScenario = "not-a-scenario"
    case answerRefused = "answer-refused"
    case badName = "bad-name"
    case recordName = "record-name"
    case notRecorded = "not-recorded"
    case unknownCode = "unknown-code"
    case nothingToTest = "nothing-to-test"
    case unknownVignette = "unknown-vignette"
    case notASheet = "not-a-sheet"
    case caseOfOtherFlow = "case-of-other-flow"
    case noHome = "no-home"
    case unwritable = "unwritable"
    case refused = "refused"
    case erased = "erased"
    case notDMN = "not-dmn"
    case notUTF8 = "not-utf8"
    case notJSON = "not-json"
    case jsonUnexpected = "json-unexpected"
    case jsonNameTwice = "json-name-twice"
    case jsonNumber = "json-number"
    case jsonTooDeep = "json-too-deep"
    case unknownDecision = "unknown-decision"
    case chainBroken = "chain-broken"
    case notImported = "not-imported"
    case caseName = "case-name"
    case unknownRole = "unknown-role"
    case documentBefore = "document-before"
    case unknownDocument = "unknown-document"
    case severalDocuments = "several-documents"
    case documentNotAllowed = "document-not-allowed"
    case documentLanguage = "document-language"
    case documentForeign = "document-foreign"
    case documentOtherLanguage = "document-other-language"
    case noSuchEntry = "no-such-entry"
    case noSuchTask = "no-such-task"
    case taskNeedsWords = "task-needs-words"
    case pdfToTerminal = "pdf-to-terminal"
    case weasyprintMissing = "weasyprint-missing"
    case weasyprintFailed = "weasyprint-failed"
    case weasyprintLate = "weasyprint-late"
    case noIndicators = "no-indicators"
    case indicatorsHaveErrors = "indicators-have-errors"
    case badMonth = "bad-month"
    case monthsReversed = "months-reversed"
    case monthsTooMany = "months-too-many"
    case monthNotOver = "month-not-over"
    case badPlace = "bad-place"
    case placeTwice = "place-twice"
    case journalTwice = "journal-twice"
  }

  /// The key of its words in the catalogues.
  let key: String
  let status: ToolStatus
  let arguments: [String: String]

  /// A failure of the tool, with what its words mention.
  init(_ name: Name, _ status: ToolStatus, _ arguments: [String: String] = [:]) {
    key = "failures." + name.rawValue
    self.status = status
    self.arguments = arguments
  }

  /// Something that was named and is not there.
  static func missing(_ path: String) -> Failure {
    Failure(TextFile.Fault(path: path, code: ENOENT))
  }

  /// A failure of the journal.
  init(_ error: StoreError) {
    key = "journal." + error.identifier
    status = error.status
    arguments = error.arguments
  }

  /// A failure of reading or writing a trace.
  init(_ error: TraceError, path: String) {
    key = "journal." + error.fault.identifier
    status = error.fault.status
    arguments = error.fault.arguments.merging(["file": path, "line": String(error.line)]) { old, _ in old }
  }

  /// A failure of the store where its errors come untyped.
  init(any error: any Error, path: String) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error)
    case let error as TraceError: self.init(error, path: path)
    default: self.init(StoreError.database(reason: "\(error)"))
    }
  }

  /// Whether what is kept of a case is at fault, as opposed to the moment: other cases can be read all the same.
  var isDamage: Bool { [.data, .noInput, .software].contains(status) }

  /// Whether no such case is there, for who asks.
  var isUnknownCase: Bool { key == "failures." + Name.unknownCase.rawValue }

  /// Someone else wrote to the case: reading it again is enough.
  var isConflict: Bool { key == "journal.moved-on" }
}

extension StoreError {
  /// How the tool ends on it.
  var status: ToolStatus {
    switch self {
    case .wrongKindOfFile, .cannotOpen, .readOnly, .caseExists, .programDiffers: .cannotCreate
    case .notADatabase, .notAJournal, .newerSchema, .damaged, .caseName: .data
    case .locked, .movedOn: .tryAgain
    case .diskFull, .inputOutput: .inputOutput
    case .noSuchCase, .noSuchProgram: .noInput
    case .notConsecutive, .appendOnly, .database: .software
    }
  }
}

extension TraceFault {
  /// How the tool ends on it.
  var status: ToolStatus {
    switch self {
    case .inputOutput: .inputOutput
    case .caseDiffers, .exists: .cannotCreate
    default: .data
    }
  }
}
