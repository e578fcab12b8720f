import FlowDSL
import FlowRuntime

/// The scenarios and vignettes of a protocol folder, or the one in a file, walked.
struct ScenarioFolder {
  let syntax: ProtocolSyntax
  /// The programs that were walked, by their flow.
  private(set) var programs: [String: Program] = [:]
  private(set) var tests: [ScenarioTest] = []
  /// Whether all of the folder was walked, not one file of it.
  let isWhole: Bool

  /// Walks what is at a path.
  init(at path: String, _ desk: Desk) throws(Failure) {
    guard Folder.hasEntry(path) else { throw Failure.missing(path) }
    let file = Folder.exists(path) ? nil : ProtocolFile(path)
    isWhole = file == nil
    syntax = ProtocolFolder.read(file?.folder ?? path)
    let errors = syntax.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { try desk.render(errors, sources: syntax.sources, toError: true) }
    for scenario in syntax.scenarios + syntax.vignettes.map(\.reference)
    where file == nil || scenario.file == file?.path {
      let program = try program(scenario.flow.value, desk)
      tests.append(
        ScenarioTest(
          scenario: scenario, program: program, result: ScenarioRunner.run(scenario, of: program)))
    }
    if !errors.isEmpty { throw Failure(.flowHasErrors, .data, ["flow": path]) }
  }

  /// Compiles the flows that no scenario walks too, so that they are counted; of a single file none.
  mutating func compileTheRest(_ desk: Desk) throws(Failure) {
    guard isWhole else { return }
    for flow in syntax.flows { _ = try program(flow.name.value, desk) }
  }

  private mutating func program(_ flow: String, _ desk: Desk) throws(Failure) -> Program {
    if let known = programs[flow] { return known }
    let program = try syntax.program(flow, desk)
    programs[flow] = program
    return program
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
