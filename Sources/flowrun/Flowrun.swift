import ArgumentParser

/// The command-line tool.
struct Flowrun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flowrun",
    abstract:
      "Walk people in danger through a protocol, one question at a time; keep and replay each decision.",
    discussion: """
      Examples:
        flowrun run                  a new case, from reception to follow-up
        flowrun run --resume         the case that was open last goes on
        flowrun check                check the protocol folder
        flowrun replay --all         an auditor replays every case

      Statuses: 0 done; 1 something was found; 64 wrong command; 65 wrong data; 66 not there; 69 a program is missing; \
      70 a fault of the tool; 73 cannot be made; 74 the disk failed; 75 try again; 130 left by Ctrl-C.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, CasesCommand.self, ShowCommand.self, ReplayCommand.self, ExportCommand.self,
      ImportCommand.self, CheckCommand.self, GraphCommand.self, PrintCommand.self, NewCommand.self,
      ExplainCommand.self,
      TestCommand.self, TrainCommand.self, NeedsCommand.self, ContactsCommand.self, DueCommand.self,
      TaskCommand.self, ClockCommand.self,
      LoadCommand.self, ReportCommand.self, DirectoryCommand.self, DocumentCommand.self, DMNCommand.self,
    ])
}
