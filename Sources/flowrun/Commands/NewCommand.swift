import ArgumentParser
import FlowDSL

/// `flowrun new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small flow with comments, to begin a protocol with.",
    discussion: """
      The file NAME.yaml is written to the current folder, and checks clean. A file that is there is never overwritten.

      Examples:
        flowrun new home-visit
        flowrun new home-visit --language fr     comments in French
      """)

  @Argument(help: "The name of the flow: lower-case letters, digits and -.")
  var name: String
  @OptionGroup var language: LanguageOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      guard Self.isName(name) else {
        throw Failure(.badName, .usage, ["name": name, "suggestion": Self.suggestion(for: name)])
      }
      let path = name + ".yaml"
      guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
      let text = try starter(desk)
      do throws(TextFile.Fault) {
        try TextFile.write(text, to: path, replacing: false)
      } catch { throw Failure(error, writing: true) }
      var screen = Screen()
      screen.add(desk.words(.newWritten, ["path": path]))
      for command in ["check", "run", "graph"] { screen.add("flowrun \(command) \(path)", indent: 2) }
      desk.write(screen)
    }
  }

  private func starter(_ desk: Desk) throws(Failure) -> String {
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
