/// The program `dot` of Graphviz, which lays out pictures.
enum Graphviz {
  /// Lays out a graph as SVG, to a file, which is replaced where it is there, or to the standard output.
  static func svg(_ graph: String, to path: String?) throws(Failure) {
    do throws(OutsideProgram.Fault) {
      try OutsideProgram.run(["dot", "-Tsvg"], input: graph, to: path, replacing: true)
    } catch {
      switch error {
      case .missing: throw Failure(.dotMissing, .unavailable)
      case .failed(let status): throw Failure(.dotFailed, .unavailable, ["status": String(status)])
      case .late(let seconds): throw Failure(.dotLate, .unavailable, ["seconds": String(seconds)])
      case .unwritten(let fault): throw Failure(fault, writing: true)
      }
    }
  }
}
