import FlowDSL

/// A scenario file that answers instead of a person.
enum ScenarioFile {
  /// Reads a scenario; what is wrong with it is shown first.
  static func read(_ path: String, _ desk: Desk) throws(Failure) -> ScenarioSyntax {
    let bytes: [UInt8]
    do throws(TextFile.Fault) { bytes = try TextFile.bytes(of: path) } catch { throw Failure(error) }
    let source: SourceText
    do throws(Diagnostic) { source = try SourceText(decoding: bytes, path: path) } catch {
      try desk.render([error], sources: [], toError: true)
      throw Failure(.notAScenario, .data, ["path": path])
    }
    let (file, diagnostics) = SyntaxReader.read(source)
    if !diagnostics.isEmpty { try desk.render(diagnostics, sources: [source], toError: true) }
    guard case .scenario(let scenario) = file else { throw Failure(.notAScenario, .data, ["path": path]) }
    return scenario
  }
}
