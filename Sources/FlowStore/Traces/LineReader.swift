import Foundation

/// Reads a file line by line, in bounded memory.
final class LineReader {
  private let path: String
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var isAtEnd = false
  /// The number of the line last read, from 1.
  private(set) var line = 0

  init(path: String) throws(TraceError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.fault(path, errno) }
  }

  deinit { close(descriptor) }

  /// The next line without its end; nil after the last. A line without an end is cut off.
  func next(limit: Int) throws(TraceError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        line += 1
        guard end - start <= limit else { throw TraceError(line: line, fault: .lineTooLong(limit: limit)) }
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      guard buffer.count - start <= limit else {
        throw TraceError(line: line + 1, fault: .lineTooLong(limit: limit))
      }
      guard !isAtEnd else {
        guard start == buffer.count else { throw TraceError(line: line + 1, fault: .truncated) }
        return nil
      }
      searched = buffer.count - start
      try fill()
    }
  }

  private func fill() throws(TraceError) {
    buffer.removeSubrange(..<start)
    start = 0
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw Self.fault(path, errno) }
    buffer += chunk[..<count]
    isAtEnd = count == 0
  }

  private static func fault(_ path: String, _ code: CInt) -> TraceError {
    TraceError(line: 0, fault: .inputOutput(path: path, reason: String(cString: strerror(code))))
  }
}
