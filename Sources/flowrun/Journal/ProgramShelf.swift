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
    for name in names(in: stored, flow) {
      guard
        let program = FlowCompiler.recompile(main: name, sources: stored.sources, hash: stored.hash)
      else { continue }
      programs[stored.hash] = program
      return program
    }
    return nil
  }

  /// Why there is no program of that hash: its texts are others, or they cannot be compiled any more.
  func failure(_ stored: StoredProgram, flow: String?, case identifier: String) -> Failure {
    let isWhole = names(in: stored, flow).contains {
      FlowCompiler.isProgram(main: $0, sources: stored.sources, hash: stored.hash)
    }
    return Failure(isWhole ? .programHasErrors : .programAltered, .data, ["case": identifier])
  }

  /// The flows that the program may be of, the one that the case began with first.
  private func names(in stored: StoredProgram, _ flow: String?) -> [String] {
    [flow].compactMap(\.self)
      + stored.sources.map(\.path).filter { !$0.contains("/") && $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
  }
}
