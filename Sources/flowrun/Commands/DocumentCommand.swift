import ArgumentParser
import FlowDSL
import FlowDocuments
import FlowRuntime

/// `flowrun document`
struct DocumentCommand: ParsableCommand {
  /// How a document is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, html, pdf
  }

  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Make a document of a case, to print or to hand over; without a name, list what can be made.",
    discussion: """
      A document is made from the facts of the case as they stand, or stood, and from nothing else: the same journal gives \
      the same document. With a position, the services that it lists are in the order of those to call first \
      from there. PDF is made by WeasyPrint (Debian package weasyprint); text and HTML need nothing.

      Examples:
        flowrun document 7K3M-2QXD                              what can be made
        flowrun document 7K3M rights-sheet                      on the screen
        flowrun document 7K3M rights-sheet --format pdf -o rights.pdf
        flowrun document 7K3M rights-sheet --at 42              as it was at entry 42
      """)

  @Argument(help: ArgumentHelp("The case, or how its name begins.", valueName: "case"))
  var caseName: String
  @Argument(help: ArgumentHelp("The document.", valueName: "document"))
  var name: String?
  @Option(help: "text, html or pdf.")
  var format = Format.text
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; one that is there is never replaced. Default: the standard output.",
      valueName: "file"))
  var output: String?
  @Option(help: "Language of the document, such as fr. Default: the person's, where the case tells it.")
  var language: String?
  @Option(help: ArgumentHelp("The number of the last entry of the journal that counts.", valueName: "entry"))
  var at: Int?
  @OptionGroup var place: PositionOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.flatMap { Language(rawValue: $0) })
    try desk.run { () throws(Failure) in
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      let record = try journal.record(caseName)
      let state = try journal.state(of: record, asked: caseName, upTo: at)
      guard let name else {
        desk.write(
          DocumentList(
            state: state, identifier: record.identifier, words: desk.words,
            options: GivenOptions(self.journal, place).words
          ).screen())
        return
      }
      let standing = try standing(named: name, in: state, case: record.identifier, desk: desk)
      try write(try page(of: standing, in: state, case: record.identifier, desk: desk))
    }
  }

  private func standing(
    named name: String, in state: State, case identifier: String, desk: Desk
  ) throws(Failure) -> DocumentStanding {
    let all = state.documents
    let found = all.filter { $0.name == name || $0.document.name == name }
    guard let standing = all.first(where: { $0.name == name }) ?? found.last else {
      if let before = state.documentsBefore.last(where: {
        $0.name == name || $0.document(of: state.program).name == name
      }) {
        throw Failure(
          .documentBefore, .noInput,
          ["document": before.name, "case": identifier, "sequence": String(before.sequence)])
      }
      let known = all.isEmpty ? "-" : all.map(\.name).joined(separator: ", ")
      throw Failure(
        .unknownDocument, .noInput, ["document": name, "case": identifier, "known": known])
    }
    guard standing.name == name || found.count == 1 else {
      throw Failure(
        .severalDocuments, .noInput,
        ["document": name, "found": found.map(\.name).joined(separator: ", ")])
    }
    if let obstacle = standing.obstacle {
      let list = DocumentList(state: state, identifier: identifier, words: desk.words)
      throw Failure(
        .documentNotAllowed, .data,
        ["document": name, "reason": list.words(of: obstacle, to: standing)])
    }
    return standing
  }

  private func page(
    of standing: DocumentStanding, in state: State, case identifier: String, desk: Desk
  ) throws(Failure) -> String {
    if let language, !standing.document.languages.contains(language) {
      throw Failure(
        .documentLanguage, .usage,
        [
          "document": standing.name, "language": language,
          "known": standing.document.languages.joined(separator: ", "),
        ])
    }
    sayIfForeign(standing, in: state, case: identifier, desk: desk)
    let position = try place.position(desk.environment)
    let document: FilledDocument
    do throws(CatalogueFailure) {
      document = try Filling(
        standing, of: state, case: identifier, language: language, position: position,
        zones: ZoneFiles.rules, localOffset: LocalTime(state.now).offset
      ).filled
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
    do throws(LayoutFailure) {
      return try (format == .text ? Layout.text : .html).render(document)
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }

  /// Says where the document is in another language than the person reads: who hands it over may not read that one.
  private func sayIfForeign(
    _ standing: DocumentStanding, in state: State, case identifier: String, desk: Desk
  ) {
    let list = DocumentList(state: state, identifier: identifier, words: desk.words)
    let made = language ?? Filling.language(of: standing, in: state)
    guard let reading = list.foreign(standing, in: made) else { return }
    let code: Failure.Name = reading.isWritten ? .documentOtherLanguage : .documentForeign
    desk.say(Failure(code, .ok, reading.values.merging(["document": standing.name]) { value, _ in value }))
  }

  private func write(_ page: String) throws(Failure) {
    if format == .pdf { return try WeasyPrint.pdf(page, to: output) }
    guard let output else {
      Output.write(page)
      return
    }
    do throws(TextFile.Fault) { try TextFile.write(page, to: output, replacing: false) } catch {
      throw Failure(error, writing: true)
    }
  }
}
