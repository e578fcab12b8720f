import ArgumentParser

/// The command-line tool.
@main
struct Flowrun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flowrun", abstract: "Walk people in danger through a protocol, one question at a time.",
    version: "0.1.0")
}
