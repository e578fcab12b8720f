import ArgumentParser
import FlowRuntime
import FlowStore

/// `flowrun replay`
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Verify a case's chain, walk it again, and compare each entry.",
    discussion: """
      The protocol is compiled from the texts that the journal or the trace carries: no flow file is needed. Ends with \
      status 1 when a case differs, its chain is broken, or something in it cannot be opened or read.

      Examples:
        flowrun replay 7K3M              one case of the journal
        flowrun replay --all             every case of the journal
        flowrun replay 7K3M-2QXD.jsonl   the cases of a trace
        flowrun replay 7K3M --head 0f3c9d51a2b4   and its chain holds the head kept elsewhere
      """)

  @Argument(help: ArgumentHelp("A case (how its name begins is enough), or a trace file.", valueName: "case"))
  var subject: String?
  @Flag(name: .customLong("all"), help: "Every case of the journal.")
  var replaysAll = false
  @Option(
    help: ArgumentHelp(
      "A hash that was kept elsewhere, or its first 12 digits: the chain must hold it.", valueName: "hash"))
  var head: String?
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard (subject != nil) != replaysAll else {
      throw ValidationError("Name a case or a trace, or give --all.")
    }
    guard let head else { return }
    guard !replaysAll else { throw ValidationError("--head is of one case; it does not go with --all.") }
    guard (12...64).contains(head.utf8.count), head.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw ValidationError("--head is the hash, or its first 12 digits or more.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    let writer = VerdictWriter(desk: desk, format: format)
    writer.begin()
    let result: Result<Void, Failure>
    do throws(Failure) { result = .success(try replay(desk) { writer.write($0) }) } catch {
      result = .failure(error)
    }
    writer.end()
    try desk.run { () throws(Failure) in try result.get() }
    if !writer.allGood { throw ToolStatus.found.code }
  }

  private func replay(_ desk: Desk, _ report: @escaping (Replayed) -> Void) throws(Failure) {
    var replay = CaseReplay(head: head)
    if let subject, Folder.hasEntry(subject) { return try replayTrace(subject, desk, replay, report) }
    let journal = try JournalDesk(at: try self.journal.path(desk.environment), for: .reading, of: desk)
    let records = if let subject { [try journal.record(subject)] } else { try journal.records() }
    for record in records { report(try journal.replay(record, with: &replay)) }
  }

  /// A chain that is broken is what a replay is to find: the verdict says so, as of a case in a journal.
  private func replayTrace(
    _ path: String, _ desk: Desk, _ replay: CaseReplay, _ report: @escaping (Replayed) -> Void
  ) throws(Failure) {
    var replay = TraceReplay(replay, report)
    do {
      try TraceReader.read(path, into: &replay)
    } catch let error as TraceError {
      guard case .chain(_, let fault) = error.fault, let record = replay.current else {
        throw Failure(error, path: path)
      }
      desk.say(Failure(error, path: path))
      report(Replayed(record: record, result: .success(.broken(fault))))
    } catch { throw Failure(any: error, path: path) }
  }
}
