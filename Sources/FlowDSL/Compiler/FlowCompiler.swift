import FEEL

/// From texts to a program: the whole of the language's front end.
public enum FlowCompiler {
  /// Compiles a flow and all flows it runs.
  ///
  /// - Parameters:
  ///   - main: the name of the flow.
  ///   - sources: the files of its protocol folder, as read; files that the program does not need may be among them.
  /// - Returns: the program, `nil` where there is an error, and what is wrong with the files it is made of,
  ///   errors before warnings, each by place.
  public static func compile(
    main: String, sources: [SourceText]
  ) -> (program: Program?, diagnostics: [Diagnostic]) {
    compile(main: main, ProtocolFolder.parse(sources, neededBy: main))
  }

  /// Compiles a flow of a folder that is read already.
  public static func compile(
    main: String, _ folder: ProtocolSyntax
  ) -> (program: Program?, diagnostics: [Diagnostic]) {
    let names = CallGraph(folder.flows).reachable(from: main)
    return compile(main: main, ProgramParts(names, of: folder), names, known: folder, in: .current)
  }

  /// Compiles a program out of a journal again, by the edition in which it was walked.
  ///
  /// - Parameters:
  ///   - main: the name of the flow.
  ///   - sources: the files that the journal keeps.
  ///   - hash: the hash by which the journal names the program.
  /// - Returns: the program; `nil` where in no edition the files make one of that hash. What became a fault after its
  ///   edition is no fault of it.
  public static func recompile(main: String, sources: [SourceText], hash: String) -> Program? {
    let folder = ProtocolFolder.parse(sources, neededBy: main)
    let names = CallGraph(folder.flows).reachable(from: main)
    let parts = ProgramParts(names, of: folder)
    guard let edition = Edition.allCases.last(where: { parts.hash(in: $0) == hash }) else { return nil }
    return compile(main: main, parts, names, known: folder, in: edition).program
  }

  /// Whether these texts are those of a hash, in one of the editions.
  public static func isProgram(main: String, sources: [SourceText], hash: String) -> Bool {
    let folder = ProtocolFolder.parse(sources, neededBy: main)
    let parts = ProgramParts(CallGraph(folder.flows).reachable(from: main), of: folder)
    return Edition.allCases.contains { parts.hash(in: $0) == hash }
  }

  private static func compile(
    main: String, _ parts: ProgramParts, _ names: [String], known folder: ProtocolSyntax, in edition: Edition
  ) -> (program: Program?, diagnostics: [Diagnostic]) {
    guard parts.flows.first?.name.value == main else {
      let known = folder.flows.map(\.name.value)
      let diagnostics = folder.diagnostics.filter { $0.place.file.isFile(of: main) }
      guard diagnostics.isEmpty else { return (nil, diagnostics.sortedByUrgency) }
      let nearest = Nearest.name(to: main, among: known) ?? ""
      return (
        nil,
        [Diagnostic(.unknownFlow, at: Place(startOf: "\(main).yaml"), ["name": main, "nearest": nearest])]
      )
    }
    var checker = FolderChecker(parts.folder, indices: names, edition: edition)
    checker.checkFlows()
    let found = parts.folder.diagnostics + checker.diagnostics
    let diagnostics = Consequences.leftOut(of: found, in: parts.folder).sortedByUrgency
    guard !found.keepFromBeingWalked(in: edition) else { return (nil, diagnostics) }
    let flows = names.compactMap { checker.compiled[$0] }
    guard flows.count == names.count else { return (nil, diagnostics) }
    let program = Program(
      hash: parts.hash(in: edition),
      edition: edition,
      flows: flows,
      roles: parts.roles,
      directory: parts.folder.directory,
      calendar: parts.folder.calendar?.calendar,
      sources: parts.folder.sources)
    return (program, diagnostics)
  }

  /// Checks all flows of a protocol folder, its roles, its directory and its scenarios.
  ///
  /// - Returns: what is wrong, errors before warnings, each by place.
  public static func check(_ sources: [SourceText]) -> [Diagnostic] {
    check(ProtocolFolder.parse(sources))
  }

  /// Checks a folder that is read already.
  ///
  /// - Parameter today: the day on which the law that it cites is looked at; without it, nothing is said of its age.
  public static func check(_ folder: ProtocolSyntax, today: CalendarDate? = nil) -> [Diagnostic] {
    var checker = FolderChecker(folder, indices: folder.flows.map(\.name.value))
    checker.checkFlows(forAuthors: true)
    checker.checkRest()
    checker.checkLaw(on: today)
    return Consequences.leftOut(of: folder.diagnostics + checker.diagnostics, in: folder).sortedByUrgency
  }
}

extension [Diagnostic] {
  /// Errors before warnings; each by file and place, at one place by code.
  var sortedByUrgency: [Diagnostic] {
    sorted {
      ($0.severity == .error ? 0 : 1, $0.place, $0.code.rawValue)
        < ($1.severity == .error ? 0 : 1, $1.place, $1.code.rawValue)
    }
  }
}

extension String {
  /// Whether a path is that of the flow of this name.
  func isFile(of flow: String) -> Bool { self == "\(flow).yaml" || hasSuffix("/\(flow).yaml") }
}
