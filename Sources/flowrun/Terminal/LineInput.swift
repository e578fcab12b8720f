#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads lines from a pipe or a file, and notices Ctrl-C while it waits.
final class LineInput {
  private let descriptor: Int32
  private let signals = TakenSignals([SIGINT])
  private var pending: [UInt8] = []
  private var isAtEnd = false
  /// Bytes of the line that found no room.
  private var lost = 0

  /// Takes over SIGINT until the tool ends.
  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// Bytes of a line that are held: more than any text that can be kept, so that one that is cut is always refused.
  static let room = 1 << 16

  /// The next line; the last may lack its line break.
  func next() throws(Leaving) -> TypedLine {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = take(pending[..<end])
        pending.removeSubrange(...end)
        return line
      }
      if isAtEnd {
        guard !pending.isEmpty else { throw .endOfInput }
        defer { pending = [] }
        return take(pending[...])
      }
      if pending.count > Self.room {
        lost += pending.count - Self.room
        pending.removeSubrange(Self.room...)
      }
      try fill()
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) -> TypedLine {
    defer { lost = 0 }
    let kept = bytes.prefix(Self.room)
    return TypedLine(text: Self.text(kept), lost: lost + bytes.count - kept.count)
  }

  private func fill() throws(Leaving) {
    switch signals.wait(for: descriptor) {
    case .signal: throw .interrupted
    case .time: return
    case .input: break
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 {
      pending += bytes[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isAtEnd = true
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" })
  }
}
