#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program `weasyprint`, which makes PDF of HTML.
enum WeasyPrint {
  /// Makes PDF of a page, to a new file, or to the standard output where that is no terminal.
  static func pdf(_ page: String, to path: String?) throws(Failure) {
    guard let path else {
      guard isatty(STDOUT_FILENO) == 0 else { throw Failure(.pdfToTerminal, .usage) }
      return try run(page, to: STDOUT_FILENO)
    }
    do {
      let file = try NewFile(path)
      try run(page, to: file.descriptor)
      try file.finish()
    } catch let failure as Failure {
      throw failure
    } catch let fault as TextFile.Fault {
      throw Failure(fault, writing: true)
    } catch {
      throw Failure(.weasyprintFailed, .unavailable, ["status": "\(error)"])
    }
  }

  private static func run(_ page: String, to descriptor: Int32) throws(Failure) {
    let status = OutsideProgram.run(
      ["weasyprint", "--quiet", "--encoding", "utf-8", "-", "-"], input: page, output: descriptor)
    guard let status, status != 127 else { throw Failure(.weasyprintMissing, .unavailable) }
    guard status == 0 else { throw Failure(.weasyprintFailed, .unavailable, ["status": String(status)]) }
  }
}
