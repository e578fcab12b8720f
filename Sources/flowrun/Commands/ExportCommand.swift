import ArgumentParser
import FlowStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `flowrun export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a case as a trace that can be replayed anywhere.",
    discussion: """
      A trace carries the protocol's texts, every entry with its hash, and what opens the commitments: personal values \
      are in it. It is readable by its owner only. A file that is there already is never replaced.

      Keep the head of each chain elsewhere: “flowrun replay CASE --head HASH” shows later whether it is still the same.

      Examples:
        flowrun export 7K3M                      writes 7K3M-2QXD.jsonl
        flowrun export 7K3M -o /media/key/a.jsonl
        flowrun export --all -o all.jsonl        every case of the journal
        flowrun export 7K3M -o -                 to the standard output
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
      let journal = try JournalDesk(at: try self.journal.path(desk.environment), for: .reading, of: desk)
      var identifier: String?
      if let name { identifier = try journal.record(name).identifier }
      if let identifier, output == nil, !CaseRecord.isName(identifier) {
        throw Failure(.caseName, .data, ["case": identifier])
      }
      let path = output ?? (identifier ?? "cases") + ".jsonl"
      let cases: [CaseRecord]
      do {
        cases =
          path == "-" ? try write(identifier, of: journal) : try journal.store.export(identifier, to: path)
      } catch { throw Failure(any: error, path: path) }
      var screen = Screen()
      if path != "-" { screen.add(desk.words(.exported, ["path": path])) }
      for record in cases {
        let arguments = ["case": record.identifier, "count": String(record.head.sequence)]
        screen.add(desk.words(.exportedHead, arguments))
        screen.add(record.head.hash.hexadecimal, indent: 2)
      }
      if path == "-" {
        Output.write(screen.text(width: 80, colour: false), to: 2)
      } else {
        desk.write(screen)
      }
    }
  }

  private func write(_ identifier: String?, of journal: JournalDesk) throws -> [CaseRecord] {
    try journal.store.export(identifier) { bytes in
      guard Output.write(String(decoding: bytes, as: UTF8.self)) else {
        throw Failure(.cannotWrite, .inputOutput, ["path": "-", "reason": String(cString: strerror(errno))])
      }
    }
  }
}
