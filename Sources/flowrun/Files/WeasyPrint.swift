#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program `weasyprint`, which makes PDF of HTML.
enum WeasyPrint {
  /// Makes PDF of a page, to a new file, or to the standard output where that is no terminal.
  static func pdf(_ page: String, to path: String?) throws(Failure) {
    guard path != nil || isatty(STDOUT_FILENO) == 0 else { throw Failure(.pdfToTerminal, .usage) }
    do throws(OutsideProgram.Fault) {
      try OutsideProgram.run(
        ["weasyprint", "--quiet", "--encoding", "utf-8", "-", "-"], input: page, to: path)
    } catch {
      switch error {
      case .missing: throw Failure(.weasyprintMissing, .unavailable)
      case .failed(let status): throw Failure(.weasyprintFailed, .unavailable, ["status": String(status)])
      case .late(let seconds): throw Failure(.weasyprintLate, .unavailable, ["seconds": String(seconds)])
      case .unwritten(let fault): throw Failure(fault, writing: true)
      }
    }
  }
}
