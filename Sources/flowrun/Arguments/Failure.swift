import ArgumentParser

/// Why a command cannot do what was asked: words from the catalogues, and a status for scripts.
struct Failure: Error, Sendable, Hashable {
  /// The names by which the catalogues know the failures.
  enum Name: String, Sendable, CaseIterable {
    case noProtocols = "no-protocols"
    case unknownFlow = "unknown-flow"
    case flowHasErrors = "flow-has-errors"
    case noJournal = "no-journal"
    case unknownCase = "unknown-case"
    case severalCases = "several-cases"
    case noOpenCase = "no-open-case"
    case caseClosed = "case-closed"
    case cannotRead = "cannot-read"
    case cannotWrite = "cannot-write"
    case exists = "exists"
    case dotMissing = "dot-missing"
    case dotFailed = "dot-failed"
    case notAScenario = "not-a-scenario"
    case answerRefused = "answer-refused"
    case scenarioFlow = "scenario-flow"
    case badName = "bad-name"
    case unknownCode = "unknown-code"
    case nothingToTest = "nothing-to-test"
    case caseOfOtherFlow = "case-of-other-flow"
    case noHome = "no-home"
  }

  var name: Name
  var status: ExitStatus
  var arguments: [String: String]

  /// A failure with what its words mention.
  init(_ name: Name, _ status: ExitStatus, _ arguments: [String: String] = [:]) {
    self.name = name
    self.status = status
    self.arguments = arguments
  }
}
