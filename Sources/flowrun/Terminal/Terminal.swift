#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The standard input and output as they are.
struct Terminal: Sendable {
  var hasColour: Bool
  /// Whether input and output are both a terminal that can clear its screen.
  var isInteractive: Bool
  /// What stands before what is typed; nothing where nobody types.
  var prompt: String
  /// Columns, 80 at most, and rows as they are now; `nil` rows where output is no terminal.
  var size: @Sendable () -> (width: Int, rows: Int?)

  /// Columns now.
  var width: Int { size().width }

  /// Looks at the standard streams and the environment.
  ///
  /// Colour is for terminals, unless `NO_COLOR` is set and not empty (no-color.org). `TERM=dumb` means lines only.
  static func current(environment: [String: String], plain: Bool = false) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && isatty(STDIN_FILENO) == 1
    let isDumb = environment["TERM"].map { $0.isEmpty || $0 == "dumb" } ?? true
    return Terminal(
      hasColour: isTerminal && !isDumb && !plain && (environment["NO_COLOR"] ?? "").isEmpty,
      isInteractive: isTerminal && !isDumb && !plain,
      prompt: isatty(STDIN_FILENO) == 1 ? "> " : "", size: { Self.size })
  }

  private static var size: (width: Int, rows: Int?) {
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    let columns = known && size.ws_col > 0 ? Int(size.ws_col) : 80
    return (min(columns, 80), known && size.ws_row > 0 ? Int(size.ws_row) : nil)
  }
}

/// Writing to a file descriptor without buffers in between.
enum Output {
  /// Writes all bytes; gives false when the other end is closed or the disk is full.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { sysWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes = bytes.dropFirst(written)
    }
    return true
  }
}

private func sysWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
  #else
    Musl.write(descriptor, bytes, count)
  #endif
}
