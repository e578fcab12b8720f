import ArgumentParser
import FlowDSL
import FlowDirectory

/// `flowrun directory list`
struct DirectoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the services of the directory; those that nobody has checked are marked.",
    discussion: """
      Examples:
        flowrun directory list
        flowrun directory list --category victim-support
        flowrun directory list --unchecked           what the station has to check
      """)

  @Option(help: "Only the services of this category.")
  var category: String?
  @Flag(name: .customLong("unchecked"), help: "Only those that nobody has checked.")
  var isUncheckedOnly = false
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let folder = try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)
      var directory = try ProtocolDirectory.read(folder)
      if let category, directory.categories[category] == nil {
        throw Failure(
          .unknownCategory, .noInput,
          ["category": category, "known": directory.categories.keys.sorted().joined(separator: ", ")])
      }
      directory.services = directory.services.filter { service in
        (category.map { service.categories.contains($0) } ?? true)
          && (!isUncheckedOnly || service.checked == nil)
      }
      let report = DirectoryReport(directory: directory, words: desk.words)
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }
}
