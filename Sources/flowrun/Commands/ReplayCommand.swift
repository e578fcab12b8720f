import ArgumentParser
import FlowDSL
import FlowRuntime
import FlowStore

/// `flowrun replay`
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Verify a case's chain, walk it again, and compare each entry.",
    discussion: """
      The protocol is compiled from the texts that the journal or the trace carries: no flow file is needed. Ends with \
      status 1 when a case differs or its chain is broken.

      Examples:
        flowrun replay 7K3M              one case of the journal
        flowrun replay --all             every case of the journal
        flowrun replay 7K3M-2QXD.jsonl   the cases of a trace
      """)

  @Argument(help: ArgumentHelp("A case (how its name begins is enough), or a trace file.", valueName: "case"))
  var subject: String?
  @Flag(name: .customLong("all"), help: "Every case of the journal.")
  var replaysAll = false
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard (subject != nil) != replaysAll else {
      throw ValidationError("Name a case or a trace, or give --all.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    let verdicts = try desk.run { () throws(Failure) in try self.verdicts(desk) }
    let report = VerdictReport(words: desk.words)
    switch format {
    case .json: Output.write(JSON.array(verdicts.map { report.json($0.record, $0.verdict) }).text())
    case .text:
      for verdict in verdicts { desk.write(report.lines(verdict.record, verdict.verdict)) }
    }
    if verdicts.contains(where: { !$0.verdict.isGood }) { throw ToolStatus.found.code }
  }

  private func verdicts(_ desk: Desk) throws(Failure) -> [(record: CaseRecord, verdict: Verdict)] {
    if let subject, Folder.hasEntry(subject) {
      var replay = TraceReplay()
      do { try TraceReader.read(subject, into: &replay) } catch { throw Failure(any: error, path: subject) }
      return replay.verdicts
    }
    let journal = try JournalDesk(at: try self.journal.path(desk.environment), creating: false)
    var verdicts: [(record: CaseRecord, verdict: Verdict)] = []
    for record in try journal.records() {
      if let subject, record != (try journal.record(subject)) { continue }
      verdicts.append((record, try journal.verdict(of: record)))
    }
    return verdicts
  }
}
