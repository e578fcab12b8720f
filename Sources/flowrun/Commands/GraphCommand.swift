import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun graph`
struct GraphCommand: ParsableCommand {
  /// What kind of picture.
  enum Picture: String, ExpressibleByArgument, CaseIterable, Sendable {
    case svg, dot, mermaid
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a flow: shapes by kind of step, colours by role, guards on the arrows.",
    discussion: """
      SVG is laid out by Graphviz (the program dot, Debian package graphviz); dot and mermaid are text and need nothing.

      Examples:
        flowrun graph reception -o reception.svg
        flowrun graph reception --case 7K3M -o case.svg     the way of one case drawn bold
        flowrun graph reception --format mermaid            text for a web page
      """)

  @Argument(help: "A flow: its name in the protocol folder, or the path of its file.")
  var flow: String
  @Option(name: .customLong("case"), help: ArgumentHelp("A case whose way is drawn bold.", valueName: "case"))
  var caseName: String?
  @Option(help: "svg, dot or mermaid.")
  var format = Picture.svg
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write. Default: the standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let (program, index, visited) = try subject(desk)
      let words: PictureWords
      do throws(CatalogueFailure) {
        words = try PictureWords(language: desk.words.language.rawValue)
      } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
      switch format {
      case .mermaid: try write(FlowPicture.mermaid(of: index, in: program, words: words, visited: visited))
      case .dot: try write(FlowPicture.dot(of: index, in: program, words: words, visited: visited))
      case .svg:
        try Graphviz.svg(FlowPicture.dot(of: index, in: program, words: words, visited: visited), to: output)
      }
    }
  }

  /// The program, the flow in it, and the way of the case: in the program that the case is pinned to.
  private func subject(_ desk: Desk) throws(Failure) -> (Program, Int, Visited?) {
    guard let caseName else {
      let library = try FlowLibrary(flow, protocols: protocols.protocols, environment: desk.environment)
      return (try library.program(desk), 0, nil)
    }
    let journal = try JournalDesk(
      at: try self.journal.path(desk.environment), for: .reading, of: desk,
      reader: CaseReader(desk.environment))
    let stored = try journal.stored(named: caseName)
    let name = ProtocolFile(flow).path.split(separator: ".").first.map(String.init) ?? flow
    guard let index = stored.state.program.flows.firstIndex(where: { $0.name == name }) else {
      throw Failure(
        .caseOfOtherFlow, .noInput,
        [
          "case": stored.record.identifier, "expected": name,
          "found": stored.state.program.flows.map(\.name).joined(separator: ", "),
        ])
    }
    return (stored.state.program, index, Visited(path: stored.state.way(through: index)))
  }

  private func write(_ text: String) throws(Failure) {
    guard let output else {
      Output.write(text)
      return
    }
    do throws(TextFile.Fault) { try TextFile.write(text, to: output, replacing: true) } catch {
      throw Failure(error, writing: true)
    }
  }
}

extension State {
  /// The steps that the walk passed or stands at in one flow, in order.
  func way(through flow: Int) -> [String] {
    trail.filter { $0.flow == flow && ($0.course == .passed || $0.course == .open) }
      .map { program.flows[flow].steps[$0.step].name }
  }
}
