import ArgumentParser
import FlowStore

/// `flowrun export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a case as a trace that can be replayed anywhere.",
    discussion: """
      A trace carries the protocol's texts, every entry with its hash, and what opens the commitments: personal values \
      are in it. It is readable by its owner only.

      Examples:
        flowrun export 7K3M                      writes 7K3M-2QXD.jsonl
        flowrun export 7K3M -o /media/key/a.jsonl
        flowrun export --all -o all.jsonl        every case of the journal
      """)

  @Argument(help: ArgumentHelp("The case, or how its name begins.", valueName: "case"))
  var name: String?
  @Flag(name: .customLong("all"), help: "Every case of the journal.")
  var exportsAll = false
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard (name != nil) != exportsAll else { throw ValidationError("Name a case, or give --all.") }
    guard !exportsAll || output != nil else { throw ValidationError("With --all, name the file with -o.") }
  }

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let journal = try JournalDesk(at: try self.journal.path(desk.environment), creating: false)
      var identifier: String?
      if let name { identifier = try journal.record(name).identifier }
      let path = output ?? (identifier ?? "cases") + ".jsonl"
      do { try journal.store.export(identifier, to: path) } catch { throw Failure(any: error, path: path) }
      var screen = Screen()
      screen.add(desk.words(.exported, ["path": path]))
      desk.write(screen)
    }
  }
}
