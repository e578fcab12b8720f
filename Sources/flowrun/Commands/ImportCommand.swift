import ArgumentParser
import FlowStore

/// `flowrun import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take the cases of a trace into the journal.",
    discussion: """
      The whole file is verified before anything is written: the protocol's texts are compiled, each case is walked again \
      and must be reproduced. A case that the journal has already, with the same \
      entries, is passed over.

      Examples:
        flowrun import 7K3M-2QXD.jsonl
        flowrun import all.jsonl --journal audit.db
      """)

  @Argument(help: ArgumentHelp("The trace.", valueName: "file"))
  var file: String
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      guard Folder.hasEntry(file) else {
        throw Failure.missing(file)
      }
      let journal = try JournalDesk(at: try self.journal.path(desk.environment), for: .creating, of: desk)
      let summary: ImportSummary
      var check = TraceReplay { replayed in
        guard case .success(.reproduced) = replayed.result else { throw NotReproduced(replayed: replayed) }
      }
      do {
        summary = try journal.store.import(file, checking: &check)
      } catch let error as NotReproduced {
        let lines = VerdictReport(words: desk.words).lines(error.replayed)
        Output.write(lines.text(width: 80, colour: false), to: 2)
        throw Failure(.notImported, .data, ["file": file])
      } catch { throw Failure(any: error, path: file) }
      var screen = Screen()
      if !summary.added.isEmpty {
        screen.add(desk.words(.imported, ["cases": summary.added.joined(separator: ", ")]))
      }
      if !summary.known.isEmpty {
        screen.add(desk.words(.importedKnown, ["cases": summary.known.joined(separator: ", ")]))
      }
      desk.write(screen)
    }
  }
}
