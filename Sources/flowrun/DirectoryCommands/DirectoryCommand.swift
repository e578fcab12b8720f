import ArgumentParser

/// `flowrun directory`
struct DirectoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory", abstract: "Look for services, list them, and take them from a table.",
    discussion: """
      Examples:
        flowrun directory near --category emergency-housing --at 47.50,2.50
        flowrun directory list
        flowrun directory import services.csv
      """,
    subcommands: [DirectoryNearCommand.self, DirectoryListCommand.self, DirectoryImportCommand.self])
}
