import ArgumentParser
import FlowDSL
import FlowDocuments

/// `flowrun print`
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a protocol in words, with its flowcharts, for those who approve it.",
    discussion: """
      All that the flow and the flows that it runs say: every step, question, word, grid, table, article, due time, \
      guarantee and document, each flow once. The page needs nothing beside it; PDF is made by WeasyPrint (Debian package \
      weasyprint), the flowcharts by Graphviz (Debian package graphviz).

      Examples:
        flowrun print reception -o reception.html
        flowrun print domestic-violence --language fr -o protocole.pdf
      """)

  @Argument(help: "A flow: its name in the protocol folder, or the path of its file.")
  var flow: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write: PDF where its name ends in .pdf, else HTML. Never replaced. Default: HTML on the standard output.",
      valueName: "file"))
  var output: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      if let output, Folder.hasEntry(output) { throw Failure(.exists, .cannotCreate, ["path": output]) }
      let library = try FlowLibrary(flow, protocols: protocols.protocols, environment: desk.environment)
      let page = try page(of: try library.program(desk), desk)
      guard let output else {
        Output.write(page)
        return
      }
      if output.hasSuffix(".pdf") { return try WeasyPrint.pdf(page, to: output) }
      do throws(TextFile.Fault) { try TextFile.write(page, to: output, replacing: false) } catch {
        throw Failure(error, writing: true)
      }
    }
  }

  private func page(of program: Program, _ desk: Desk) throws(Failure) -> String {
    let words: PrintWords
    do throws(CatalogueFailure) { words = try PrintWords(language: desk.words.language.rawValue) } catch {
      throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"])
    }
    var charts: [[Drawing]] = []
    for index in program.flows.indices {
      charts.append(
        try FlowPicture.parts(
          of: index, in: program, words: words.pictures,
          layout: { graph throws(Failure) in try Graphviz.drawing(graph) }))
    }
    do throws(LayoutFailure) {
      return try ProtocolLayout.html(ProtocolPrinter(program, words: words).printed(charts: charts))
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }
}
