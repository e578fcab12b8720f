#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program `dot` of Graphviz, which lays out pictures.
enum Graphviz {
  /// Lays out a graph as SVG, to a file or to the standard output.
  static func svg(_ graph: String, to path: String?) throws(Failure) {
    let target = path.map { $0 + ".part" }
    let descriptor = target.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) } ?? STDOUT_FILENO
    guard descriptor >= 0 else {
      throw Failure(TextFile.Fault(path: path ?? "", code: errno), writing: true)
    }
    let status = OutsideProgram.run(["dot", "-Tsvg"], input: graph, output: descriptor)
    if descriptor != STDOUT_FILENO { close(descriptor) }
    guard status == 0 else {
      if let target { unlink(target) }
      throw status == nil
        ? Failure(.dotMissing, .unavailable)
        : Failure(.dotFailed, .unavailable, ["status": String(status ?? 0)])
    }
    if let path, let target, rename(target, path) != 0 {
      throw Failure(TextFile.Fault(path: path, code: errno), writing: true)
    }
  }
}
