import ArgumentParser
import DMN

/// `flowrun dmn tck`
struct DMNTckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tck", abstract: "Run the conformance kit of the DMN standard.",
    discussion: """
      One line for each case that fails, then a table of the folders. Cases that need a Java machine are counted as not \
      applicable. Ends with status 1 when a case fails.

      Examples:
        flowrun dmn tck dmn-tck                        all folders of all levels
        flowrun dmn tck dmn-tck --csv tck_results.csv  with the kit's own file of results
      """)

  @Argument(help: ArgumentHelp("The folder that holds compliance-level-2 and its like.", valueName: "folder"))
  var folder: String
  @Option(help: ArgumentHelp("Write the results in the kit's format.", valueName: "file"))
  var csv: String?
  @OptionGroup var language: LanguageOption

  func run() throws {
    let desk = try Desk(language.language)
    let failed = try desk.run { () throws(Failure) in
      ZoneFiles.use()
      let now = ZoneFiles.now()
      let report = ConformanceReport(try DMNFiles.kit(folder).flatMap { $0.run(now: now) })
      for outcome in report.outcomes where outcome.status == .error {
        Output.write("\(outcome)".withoutControls + "\n")
      }
      Output.write(report.table)
      if let csv {
        do throws(TextFile.Fault) { try TextFile.write(report.csv, to: csv, replacing: true) } catch {
          throw Failure(error)
        }
      }
      return report.count(.error)
    }
    if failed > 0 { throw ToolStatus.found.code }
  }
}
