import ArgumentParser
import FlowDSL

/// `flowrun new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small flow, a vignette or a scenario with comments, to begin with.",
    discussion: """
      A flow is written to the current folder, a vignette to the folder training/ and a scenario to the folder scenarios/ \
      beside its flow. What is written checks clean. A file that is there is never overwritten.

      Examples:
        flowrun new home-visit
        flowrun new home-visit --language fr     comments in French
        flowrun new --vignette quiet-voice --flow reception     an exercise on reception
        flowrun new --scenario late-call --flow reception       a scenario of reception
      """)

  @Argument(help: "The name of the flow: lower-case letters, digits and -.")
  var name: String?
  @Option(help: ArgumentHelp("Write a vignette, to train on.", valueName: "name"))
  var vignette: String?
  @Option(help: ArgumentHelp("Write a scenario, to be walked by test.", valueName: "name"))
  var scenario: String?
  @Option(help: "With --vignette or --scenario: the flow that is walked.")
  var flow: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func validate() throws {
    guard [name, vignette, scenario].compactMap({ $0 }).count == 1 else {
      throw ValidationError("Name one of: a flow, --vignette, --scenario.")
    }
    guard (flow != nil) == (name == nil) else {
      throw ValidationError("--flow goes with --vignette and --scenario.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let name = name ?? vignette ?? scenario ?? ""
      guard Self.isName(name) else {
        throw Failure(.badName, .usage, ["name": name, "suggestion": Self.suggestion(for: name)])
      }
      guard let flow else {
        let path = name + ".yaml"
        try write(try starter(name, desk), to: path)
        return tell(path, ["check", "run", "graph"].map { "flowrun \($0) \(path)" }, desk)
      }
      let library = try FlowLibrary(flow, protocols: protocols.protocols, environment: desk.environment)
      let folder = library.folder + (vignette == nil ? "/scenarios" : "/training")
      let path = folder + "/" + name + ".yaml"
      guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
      let template = try ScenarioTemplate.plain(name, of: try library.program(desk), words: desk.words)
      let text = vignette == nil ? template.scenario() : try template.vignette(isWhole: false)
      Folder.make(folder)
      try write(text, to: path)
      let commands = vignette == nil ? [] : ["flowrun train \(name) --protocols \(library.folder)"]
      tell(path, ["flowrun check \(library.folder)", "flowrun test \(path)"] + commands, desk)
    }
  }

  private func write(_ text: String, to path: String) throws(Failure) {
    guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
    do throws(TextFile.Fault) {
      try TextFile.write(text, to: path, replacing: false)
    } catch { throw Failure(error, writing: true) }
  }

  private func tell(_ path: String, _ commands: [String], _ desk: Desk) {
    var screen = Screen()
    screen.add(desk.words(.newWritten, ["path": path]))
    for command in commands { screen.add(command, indent: 2) }
    desk.write(screen)
  }

  private func starter(_ name: String, _ desk: Desk) throws(Failure) -> String {
    do throws(CatalogueFailure) {
      let catalogue = try CatalogueFolder(target: "flowrun")
        .catalogue("starter", language: desk.words.language.rawValue)
      return catalogue("flow", ["name": name])
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }

  /// Whether it is a name (grammar, section 2).
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, 0x61...0x7A ~= first else { return false }
    return name.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }

  /// The nearest thing that is a name.
  static func suggestion(for name: String) -> String {
    let letters = name.folded.map { "_ ".contains($0) ? "-" : $0 }
    let kept = String(letters).utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
    let text = String(decoding: kept.drop { !(0x61...0x7A ~= $0) }, as: UTF8.self)
    return text.isEmpty ? "home-visit" : text
  }
}
