import FlowDSL
import FlowRuntime
import FlowStore

/// Programs compiled from the texts that a journal or a trace carries, each once.
struct ProgramShelf {
  private var programs: [String: Program] = [:]

  /// The program of that hash, where it was compiled before.
  func known(_ hash: String) -> Program? { programs[hash] }

  /// The program of that hash.
  ///
  /// - Parameter flow: the flow that the case began with; without, each flow is tried until the hash is right.
  mutating func program(_ stored: StoredProgram, flow: String?) -> Program? {
    if let known = programs[stored.hash] { return known }
    let others = stored.sources.map(\.path).filter { !$0.contains("/") && $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
    for name in [flow].compactMap({ $0 }) + others {
      guard
        let program = FlowCompiler.recompile(main: name, sources: stored.sources, hash: stored.hash)
      else { continue }
      programs[stored.hash] = program
      return program
    }
    return nil
  }
}
