import FlowDSL

/// A scenario file that answers instead of a person.
enum ScenarioFile {
  /// Reads a scenario; what is wrong with it is shown first.
  static func read(_ path: String, _ desk: Desk) throws(Failure) -> ScenarioSyntax {
    let source: SourceText
    do throws(TextFile.Fault) {
      source = SourceText(path: path, text: try TextFile.contents(of: path))
    } catch { throw Failure(error) }
    let (file, diagnostics) = SyntaxReader.read(source)
    if !diagnostics.isEmpty { try desk.render(diagnostics, sources: [source], toError: true) }
    guard case .scenario(let scenario) = file else { throw Failure(.notAScenario, .data, ["path": path]) }
    return scenario
  }
}
