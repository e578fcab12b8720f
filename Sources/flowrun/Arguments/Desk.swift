import ArgumentParser
import FlowDSL

/// What every command stands on: the language, the terminal, and a way to say that something failed.
struct Desk: Sendable {
  let words: Wording
  let environment: [String: String]

  /// A desk in a language; without, in that of the machine.
  init(_ language: Language?) throws {
    environment = Environment.current()
    do throws(CatalogueFailure) {
      words = try Wording(language ?? Language(environment: environment))
    } catch {
      // Without a catalogue there are no words but these.
      Output.write("flowrun: the catalogues of words are not beside the tool (\(error))\n", to: 2)
      throw ToolStatus.noInput.code
    }
  }

  /// Does work; a failure is said on the standard error and ends the tool with its status.
  func run<Result>(_ work: () throws(Failure) -> Result) throws -> Result {
    do throws(Failure) { return try work() } catch {
      say(error)
      throw error.status.code
    }
  }

  /// Says why something failed, on the standard error.
  func say(_ failure: Failure) { say(words.words(of: failure)) }

  /// Says what ends nothing, on the standard error.
  func say(_ notice: Notice) { say(words.words(of: notice)) }

  private func say(_ text: String) {
    var screen = Screen()
    screen.add(text, marker: [Run("flowrun: ")])
    Output.write(screen.text(width: 80, colour: false), to: 2)
  }

  /// Writes lines for people, wrapped to the terminal.
  func write(_ screen: Screen) {
    let terminal = Terminal.current(environment: environment)
    Output.write(screen.text(width: terminal.width, colour: terminal.hasColour))
  }

  /// Errors in a folder as people read them, on the standard error, with paths as seen from outside it.
  func render(_ errors: [Diagnostic], of sources: [SourceText], in folder: String) throws(Failure) {
    try render(
      errors.map { $0.moved(into: folder) }, sources: sources.map { $0.moved(into: folder) }, toError: true)
  }

  /// Diagnostics as people read them.
  func render(_ diagnostics: [Diagnostic], sources: [SourceText], toError: Bool) throws(Failure) {
    let terminal = Terminal.current(environment: environment)
    do throws(CatalogueFailure) {
      let renderer = DiagnosticRenderer(
        words: try DiagnosticWords(language: words.language.rawValue),
        colour: terminal.hasColour && !toError, width: terminal.width)
      Output.write(renderer.render(diagnostics, sources: sources), to: toError ? 2 : 1)
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }
}

/// The language option of every command that speaks.
struct LanguageOption: ParsableArguments {
  @Option(help: "Language of the screen: fr or en. Default: that of the machine (LANG).")
  var language: Language?
}

/// Where protocols are looked for.
struct ProtocolsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of protocols. Default: FLOWRUN_PROTOCOLS, else ./protocols, else the one installed with the tool.",
      valueName: "folder"))
  var protocols: String?
}

/// Where the journal is.
struct JournalOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The journal's file. Default: $XDG_STATE_HOME/flowrun/journal.db, else ~/.local/state/flowrun/journal.db.",
      valueName: "path"))
  var journal: String?

  /// The path of the journal (XDG base directories, "state").
  func path(_ environment: [String: String]) throws(Failure) -> String {
    if let journal { return journal }
    if let state = environment["XDG_STATE_HOME"] { return state + "/flowrun/journal.db" }
    guard let home = environment["HOME"] else { throw Failure(.noHome, .cannotCreate) }
    return home + "/.local/state/flowrun/journal.db"
  }
}
