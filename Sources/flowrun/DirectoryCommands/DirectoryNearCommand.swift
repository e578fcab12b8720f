import ArgumentParser
import FlowDSL
import FlowDirectory
import FlowRuntime

/// `flowrun directory near`
struct DirectoryNearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near", abstract: "Find the nearest service that is open, and say why it comes first.",
    discussion: """
      Those that are open come first, then those whose hours are not known; among them those that speak the language, \
      that are for the audience, and that are near. National lines come last, and alone where nothing else is open.

      Examples:
        flowrun directory near --category emergency-housing --at 47.50,2.50
        flowrun directory near --category lawyer --time 2026-11-24T20:00 --speaks ar
        flowrun directory near --category victim-support --all    those left out too, and why
      """)

  @Option(help: "What is looked for: a category of the directory.")
  var category: String
  @Option(help: "Who it is for, in a word that services may say of themselves: women, children ….")
  var audience: String?
  @Flag(name: .customLong("all"), help: "Those left out too, and why.")
  var showsAll = false
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var search: SearchOptions
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let folder = try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)
      let directory = try ProtocolDirectory.read(folder)
      guard let title = directory.categories[category] else {
        throw Failure(
          .unknownCategory, .noInput,
          ["category": category, "known": directory.categories.keys.sorted().joined(separator: ", ")])
      }
      let moment = try search.moment()
      let query = ServiceQuery(
        category: category, position: try search.position(desk.environment),
        moment: moment.milliseconds / 1000, language: search.speaks, audience: audience)
      let report = NearReport(
        title: title(desk.words.language.rawValue), query: query,
        search: ServiceSearch(query, in: directory, zones: ZoneFiles.rules), words: desk.words,
        now: moment, showsAll: showsAll)
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }
}
