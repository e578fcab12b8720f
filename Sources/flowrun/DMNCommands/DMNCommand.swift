import ArgumentParser

/// `flowrun dmn`
struct DMNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn",
    abstract: "Evaluate DMN models of other tools, write a flow as one, run the conformance kit.",
    discussion: """
      Reads DMN 1.1 to 1.5 as Camunda Modeler, Trisotech and Drools write it.

      Examples:
        flowrun dmn eval lending.dmn --decision Approval --input applicant.json
        flowrun dmn tck dmn-tck --csv tck_results.csv
        flowrun dmn export danger-check -o danger-check.dmn
      """,
    subcommands: [DMNEvalCommand.self, DMNTckCommand.self, DMNExportCommand.self])
}
