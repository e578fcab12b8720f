import FlowStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole text files, read and written without buffering libraries.
enum TextFile {
  /// Why a file cannot be read or written.
  typealias Fault = FileFault

  /// The text of a file; `nil` where it cannot be read.
  static func read(_ path: String) -> String? { try? contents(of: path) }

  /// The code of the fault of a file whose bytes are not UTF-8.
  static let notUTF8 = EILSEQ

  /// The text of a file, or why it cannot be read; `-` is the standard input. What is not UTF-8 is not read: letters would
  /// be replaced without a word.
  static func contents(of path: String) throws(Fault) -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw Fault(path: path, code: notUTF8)
    }
    return text
  }

  /// The bytes of a file, or why it cannot be read; `-` is the standard input.
  static func bytes(of path: String) throws(Fault) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(path: path, code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Fault(path: path, code: errno)
      }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Writes a file whole. A new file only, unless `replacing`: then the old one stays until the new one is complete.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Fault) {
    let file = try WholeFile(path, replacing: replacing)
    try file.write(Array(text.utf8))
    try file.finish()
  }
}
