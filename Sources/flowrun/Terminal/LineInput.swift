#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads lines from a file descriptor, and notices Ctrl-C while it waits.
///
/// SIGINT is blocked except while waiting (`pselect`), so that it can neither be lost nor cut a commit in two.
final class LineInput {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var isAtEnd = false
  private var waitingMask = sigset_t()

  /// Takes over SIGINT until `restore` is called.
  init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    var action = sigaction()
    // An empty handler: its only work is to end `pselect` with EINTR.
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, nil)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGINT)
    sigprocmask(SIG_BLOCK, &blocked, &waitingMask)
    sigdelset(&waitingMask, SIGINT)
  }

  /// Longest line that is taken, in bytes: the limit of a text in the journal.
  static let longestLine = 10_000

  /// The next line without its line break; the last may lack one. Bytes past the longest line are dropped.
  func next() throws(Leaving) -> String {
    while true {
      if isInterrupted { throw .interrupted }
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[..<end].prefix(Self.longestLine)
        pending.removeSubrange(...end)
        return Self.text(line)
      }
      if isAtEnd {
        guard !pending.isEmpty else { throw .endOfInput }
        defer { pending = [] }
        return Self.text(pending[...])
      }
      try fill()
    }
  }

  /// Whether Ctrl-C was pressed while something else was done, or together with input.
  private var isInterrupted: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return sigismember(&pending, SIGINT) == 1
  }

  private func fill() throws(Leaving) {
    // INVARIANT: the descriptor is below 64, so its bit is in the set's first word.
    var wanted = fd_set()
    wanted.__fds_bits.0 = 1 << descriptor
    if pselect(descriptor + 1, &wanted, nil, nil, nil, &waitingMask) < 0 {
      if errno == EINTR { throw .interrupted }
      isAtEnd = true
      return
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
