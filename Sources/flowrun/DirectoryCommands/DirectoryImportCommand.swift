import ArgumentParser
import FlowDSL
import FlowDirectory

/// `flowrun directory import`
struct DirectoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a file of the directory of a table (CSV).",
    discussion: """
      The first row names the columns, in English or French: name, title (or title_fr and title_en), category, phone, \
      sms, web, hours, zone, area, latitude, longitude, languages, audience (or audience_fr and audience_en), free, \
      anonymous, source, checked. Needed are title, category, area and source. Separators are commas or semicolons, \
      the encoding is UTF-8. Where anything is wrong, each row is named and nothing is written. A file that is there \
      is never overwritten.

      Examples:
        flowrun directory import services.csv                      writes services.yaml
        flowrun directory import services.csv -o directory/town.yaml
      """)

  @Argument(help: ArgumentHelp("The table.", valueName: "file"))
  var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file that is written. Default: the table's name, .yaml.", valueName: "file"))
  var output: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    let isGood = try desk.run { () throws(Failure) in
      let name = DirectoryImport.name(ofFile: Folder.split(output ?? file).name)
      let path = output ?? name + ".yaml"
      guard path.hasSuffix(".yaml") else { throw Failure(.badServiceFile, .usage, ["path": path]) }
      guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
      let folder = try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)
      let known = try ProtocolDirectory.read(folder)
      let bytes: [UInt8]
      do throws(TextFile.Fault) { bytes = try TextFile.bytes(of: file) } catch { throw Failure(error) }
      let report = ImportReport(file: file, words: desk.words)
      let made: DirectoryImport
      do throws(ImportFailure) {
        made = try DirectoryImport(bytes, named: name, known: known)
      } catch {
        let terminal = Terminal.current(environment: desk.environment)
        Output.write(report.page(error).text(width: terminal.width, colour: false), to: 2)
        return false
      }
      do throws(TextFile.Fault) {
        try TextFile.write(made.text, to: path, replacing: false)
      } catch { throw Failure(error, writing: true) }
      desk.write(report.written(made, to: path))
      return true
    }
    if !isGood { throw ToolStatus.data.code }
  }
}
