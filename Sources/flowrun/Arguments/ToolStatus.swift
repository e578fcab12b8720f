import ArgumentParser

/// How `flowrun` ends, for scripts. The numbers above 63 are those of BSD `sysexits.h`.
enum ToolStatus: Int32, CaseIterable, Sendable {
  /// Done; nothing to say against it.
  case ok = 0
  /// The tool worked and found something: a diagnostic, a trace that differs, a scenario that fails.
  case found = 1
  /// The command was not written as it should be.
  case usage = 64
  /// A file was read and is not what it should be: a flow with errors, a damaged trace, a damaged journal.
  case data = 65
  /// A file, a flow or a case that was named is not there.
  case noInput = 66
  /// A program that is needed (Graphviz) is not installed.
  case unavailable = 69
  /// The tool itself is at fault.
  case software = 70
  /// A file could not be made, or is there already and is not overwritten.
  case cannotCreate = 73
  /// Reading or writing failed: disk full, directory read-only, no rights.
  case inputOutput = 74
  /// Someone else wrote to the case at the same time, or the journal is busy: try again.
  case tryAgain = 75
  /// Left by Ctrl-C; what was confirmed is kept (128 and the signal's number).
  case interrupted = 130

  /// The same for swift-argument-parser.
  var code: ExitCode { ExitCode(rawValue) }
}
