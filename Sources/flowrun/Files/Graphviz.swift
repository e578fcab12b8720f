import FlowDSL

/// The program `dot` of Graphviz, which lays out pictures.
enum Graphviz {
  /// Lays out a graph as SVG, to a file, which is replaced where it is there, or to the standard output.
  static func svg(_ graph: String, to path: String?) throws(Failure) {
    do throws(OutsideProgram.Fault) {
      try OutsideProgram.run(["dot", "-Tsvg"], input: graph, to: path, replacing: true)
    } catch { throw failure(error) }
  }

  /// Lays out a graph, to stand inside a page.
  static func drawing(_ graph: String) throws(Failure) -> Drawing {
    let text: String
    do throws(OutsideProgram.Fault) {
      text = try OutsideProgram.output(of: ["dot", "-Tsvg"], input: graph)
    } catch { throw failure(error) }
    guard let drawing = Drawing(text) else { throw Failure(.dotFailed, .unavailable, ["status": "0"]) }
    return drawing
  }

  private static func failure(_ fault: OutsideProgram.Fault) -> Failure {
    switch fault {
    case .missing: Failure(.dotMissing, .unavailable)
    case .failed(let status): Failure(.dotFailed, .unavailable, ["status": String(status)])
    case .late(let seconds): Failure(.dotLate, .unavailable, ["seconds": String(seconds)])
    case .unwritten(let fault): Failure(fault, writing: true)
    }
  }
}
