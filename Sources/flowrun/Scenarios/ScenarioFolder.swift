import FlowDSL
import FlowRuntime

/// The scenarios and vignettes of a protocol folder, or the one in a file, walked.
struct ScenarioFolder {
  let syntax: ProtocolSyntax
  /// The programs that were walked, by their flow.
  private(set) var programs: [String: Program] = [:]
  private(set) var tests: [ScenarioTest] = []
  /// Scenarios whose flow has errors.
  private(set) var notWalked: [ScenarioSyntax] = []
  /// Flows that cannot be read and that no scenario walks.
  private(set) var notNeeded: [String] = []
  /// Whether a scenario cannot be read.
  private(set) var hasErrors = false
  /// Whether all of the folder was walked, not one file of it.
  let isWhole: Bool
  /// Flows with errors that were told.
  private var broken: Set<String> = []

  /// Walks what is at a path.
  init(at path: String, _ desk: Desk) throws(Failure) {
    guard Folder.hasEntry(path) else { throw Failure.missing(path) }
    let file = Folder.exists(path) ? nil : ProtocolFile(path)
    isWhole = file == nil
    let folder = file?.folder ?? path
    syntax = ProtocolFolder.read(folder)
    let asked = (syntax.scenarios + syntax.vignettes.map(\.reference))
      .filter { file == nil || $0.file == file?.path }
    // A scenario that cannot be read is told, as is each error of a flow that is walked.
    let unread = syntax.diagnostics.filter { fault in
      let name = fault.place.file
      return fault.severity == .error
        && (name == file?.path || (isWhole && (name.hasPrefix("scenarios/") || name.hasPrefix("training/"))))
    }
    if !unread.isEmpty { try desk.render(unread, of: syntax.sources, in: folder) }
    hasErrors = !unread.isEmpty
    for scenario in asked {
      guard let program = try program(scenario.flow.value, in: folder, desk) else {
        notWalked.append(scenario)
        continue
      }
      tests.append(
        ScenarioTest(
          scenario: scenario, program: program, result: ScenarioRunner.run(scenario, of: program)))
    }
    notNeeded = isWhole ? syntax.brokenFlows.subtracting(broken).sorted() : []
  }

  /// Compiles the flows that no scenario walks too, so that they are counted; of a single file none.
  mutating func compileTheRest() {
    guard isWhole else { return }
    for flow in syntax.flows.map(\.name.value) where programs[flow] == nil {
      programs[flow] = FlowCompiler.compile(main: flow, syntax).program
    }
  }

  /// The program of a flow; `nil` where it has errors, which are shown once.
  private mutating func program(
    _ flow: String, in folder: String, _ desk: Desk
  ) throws(Failure) -> Program? {
    if let known = programs[flow] { return known }
    if broken.contains(flow) { return nil }
    let compiled = FlowCompiler.compile(main: flow, syntax)
    programs[flow] = compiled.program
    if compiled.program == nil {
      broken.insert(flow)
      try desk.render(
        compiled.diagnostics.filter { $0.severity == .error }, of: syntax.sources, in: folder)
    }
    return compiled.program
  }
}

extension ProtocolSyntax {
  /// The program of a flow; what is wrong with it is shown first.
  func program(_ flow: String, _ desk: Desk) throws(Failure) -> Program {
    let compiled = FlowCompiler.compile(main: flow, self)
    guard let program = compiled.program else {
      try desk.render(compiled.diagnostics, sources: sources, toError: true)
      throw Failure(.flowHasErrors, .data, ["flow": flow])
    }
    return program
  }
}
