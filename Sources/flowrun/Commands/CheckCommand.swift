import ArgumentParser
import FEEL
import FlowDSL

/// `flowrun check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check protocols before anyone walks them.",
    discussion: """
      Names, types, routes, tables without holes, translations, scenarios. Each thing found has a code: \
      “flowrun explain CODE” says more. Ends with status 1 when there is an error, or a step that no walk reaches.

      Examples:
        flowrun check                       the protocol folder
        flowrun check protocols station/    several folders
        flowrun check reception.yaml        one file, with what it needs from its folder
        flowrun check --strict              warnings count as errors
        flowrun check --errors-only         warnings are counted, and not shown
        flowrun check --today 2026-11-29    articles that are out of force then, or read over a year before
      """)

  @Argument(help: ArgumentHelp("Folders and files. Default: the protocol folder.", valueName: "paths"))
  var paths: [String] = []
  @Flag(name: .customLong("strict"), help: "Warnings count as errors.")
  var isStrict = false
  @Flag(name: .customLong("errors-only"), help: "Warnings are counted, and not shown.")
  var isOfErrors = false
  @Option(
    help: ArgumentHelp(
      "The day on which the law is looked at. Default: its age is not looked at.", valueName: "date"))
  var today: String?
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    let found = try desk.run { () throws(Failure) in
      let checks = try self.checks(desk)
      let diagnostics = checks.flatMap(\.diagnostics)
      switch format {
      case .text: try show(checks, desk)
      case .json: Output.write(try desk.diagnosticsJSON(diagnostics.filter(isShown)))
      }
      // What nobody is ever asked or told is a warning for who walks the rest, and no protocol to be approved.
      return diagnostics.contains { $0.severity == .error || $0.code == .unreachableStep || isStrict }
    }
    if found { throw ToolStatus.found.code }
  }

  private func checks(_ desk: Desk) throws(Failure) -> [FolderCheck] {
    var checks: [FolderCheck] = []
    var paths = paths
    if paths.isEmpty {
      paths = [try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)]
    }
    let day = try today.map { (text) throws(Failure) in try Self.day(text) }
    for path in paths { checks.append(try FolderCheck(path, today: day)) }
    return checks
  }

  private static func day(_ text: String) throws(Failure) -> CalendarDate {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard Dates.isDate(text), numbers.count == 3,
      let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { throw Failure(.badDay, .usage, ["found": text]) }
    return day
  }

  private func isShown(_ diagnostic: Diagnostic) -> Bool { diagnostic.severity == .error || !isOfErrors }

  private func show(_ checks: [FolderCheck], _ desk: Desk) throws(Failure) {
    for check in checks {
      let shown = check.diagnostics.filter(isShown)
      if shown.isEmpty { continue }
      try desk.render(shown, sources: check.sources, toError: false)
      Output.write("\n")
    }
    let diagnostics = checks.flatMap(\.diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }.count
    let files = desk.words.count(
      checks.map(\.fileCount).reduce(0, +), one: .checkFileOne, many: .checkFileMany)
    let counts = [
      desk.words.count(errors, one: .checkErrorOne, many: .checkErrorMany),
      desk.words.count(diagnostics.count - errors, one: .checkWarningOne, many: .checkWarningMany),
    ]
    var screen = Screen()
    screen.add(
      diagnostics.isEmpty
        ? desk.words(.checkGood, ["files": files])
        : desk.words(.checkFound, ["files": files, "errors": counts[0], "warnings": counts[1]]))
    if let first = diagnostics.first(where: isShown) {
      screen.add(desk.words(.checkExplain, ["code": first.code.rawValue]))
    }
    let guarantees = checks.map(\.guaranteeCount).reduce(0, +)
    let unread = checks.map(\.unreadArticles).reduce(0, +)
    if unread > 0 { screen.add(desk.words(.checkLawUnread, ["count": String(unread)]), .quiet) }
    if guarantees > 0 { screen.add(desk.words(.checkNotProved, ["count": String(guarantees)]), .quiet) }
    desk.write(screen)
  }
}

/// A folder, or one file of it, checked.
struct FolderCheck: Sendable {
  var diagnostics: [Diagnostic]
  var sources: [SourceText]
  var fileCount: Int
  /// How many guarantees the flows give: their truth is not looked at here.
  var guaranteeCount: Int
  /// How many articles that they cite nobody has read in the official text yet.
  var unreadArticles: Int

  /// Checks what is at a path, the age of the law on a day.
  init(_ path: String, today: CalendarDate? = nil) throws(Failure) {
    guard Folder.hasEntry(path) else { throw Failure.missing(path) }
    if Folder.exists(path) {
      let folder = ProtocolFolder.read(path)
      diagnostics = FlowCompiler.check(folder, today: today).map { $0.moved(into: path) }
      sources = folder.sources.map { $0.moved(into: path) }
      fileCount = sources.count
      guaranteeCount = folder.flows.map(\.guarantees.count).reduce(0, +)
      unreadArticles = folder.law?.unread.count ?? 0
      return
    }
    let file = ProtocolFile(path)
    let folder = ProtocolFolder.read(file.folder)
    let found = FlowCompiler.check(folder, today: today)
    let own = found.filter { $0.place.file == file.path }
    // A file without a fault is good only where what it needs is.
    let needed = own.contains { $0.severity == .error } ? [] : folder.faults(neededBy: file.path)
    diagnostics = (own + needed).map { $0.moved(into: file.folder) }
    sources = folder.sources.map { $0.moved(into: file.folder) }
    fileCount = 1
    guaranteeCount = folder.flows.filter { $0.file == file.path }.map(\.guarantees.count).reduce(0, +)
    unreadArticles = folder.law.map { $0.file == file.path ? $0.unread.count : 0 } ?? 0
  }
}

extension ProtocolSyntax {
  /// The errors elsewhere that keep the flow of a file from being walked: its own, or that of its scenario or vignette.
  fileprivate func faults(neededBy file: String) -> [Diagnostic] {
    let scenario = (scenarios + vignettes.map(\.reference)).first { $0.file == file }
    guard let flow = scenario?.flow.value ?? flows.first(where: { $0.file == file })?.name.value else {
      return []
    }
    return FlowCompiler.compile(main: flow, self).diagnostics
      .filter { $0.severity == .error && $0.place.file != file }
  }
}

/// A file of a protocol folder: the folder, and the path inside it.
struct ProtocolFile: Sendable, Hashable {
  var folder: String
  var path: String

  /// Files of `directory/`, `documents/`, `scenarios/` and `training/` belong to the folder above.
  init(_ path: String) {
    let (folder, name) = Folder.split(path)
    let (above, last) = Folder.split(folder)
    if ["directory", "documents", "scenarios", "training"].contains(last) {
      self.folder = above
      self.path = last + "/" + name
    } else {
      self.folder = folder
      self.path = name
    }
  }
}

extension Desk {
  /// Diagnostics for programs.
  func diagnosticsJSON(_ diagnostics: [Diagnostic]) throws(Failure) -> String {
    DiagnosticJSON(words: try diagnosticWords()).render(diagnostics)
  }

  /// The words of diagnostics in the language of the desk.
  func diagnosticWords() throws(Failure) -> DiagnosticWords {
    do throws(CatalogueFailure) {
      return try DiagnosticWords(language: words.language.rawValue)
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }
}
