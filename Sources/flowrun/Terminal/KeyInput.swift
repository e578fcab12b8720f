#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What comes from a terminal's keyboard.
protocol KeySource: AnyObject {
  /// Waits for a key, or for something else that changes what is shown.
  ///
  /// - Parameter milliseconds: after which to look at the page again; `nil`: never.
  func next(atMost milliseconds: Int?) throws(Leaving) -> KeyInput.Happening
  /// The keys that came before now.
  func early() -> [KeyPress]
  /// Stops the tool until it is continued.
  func stop()
}

/// The keys of the terminal at the standard input, one by one: what is typed is neither echoed nor cut to 4,095 bytes by the
/// system, as it is line by line.
final class KeyInput: KeySource {
  /// What was waited for.
  enum Happening: Sendable, Hashable {
    case key(KeyPress)
    /// The size of the terminal changed.
    case resized
    /// The time is over.
    case time
    /// Ctrl-Z.
    case stopped
  }

  private let descriptor: Int32
  private let signals = TakenSignals([SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH])
  private var decoder = KeyDecoder()
  private var found: termios?
  private var isAtEnd = false

  /// A pause after which what comes is no longer part of the same burst, in milliseconds.
  private static let pause = 20
  /// How long the next piece of what is pasted is waited for, in milliseconds.
  private static let rest: Int32 = 60

  /// Takes the keyboard over until `restore` is called.
  init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    take()
  }

  /// Keys come at once, unseen; signals are still made of them (termios(3)).
  private func take() {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return }
    if found == nil { found = modes }
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    // Ctrl-S would freeze the screen.
    modes.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(descriptor, TCSADRAIN, &modes)
  }

  /// Gives the keyboard back as it was.
  func restore() {
    guard var found else { return }
    tcsetattr(descriptor, TCSADRAIN, &found)
  }

  func stop() {
    restore()
    signals.stop()
    take()
  }

  func next(atMost milliseconds: Int?) throws(Leaving) -> Happening {
    while true {
      if let key = decoder.next(isOver: false) { return .key(key) }
      // Something is begun: more of the same burst may follow at once.
      let isBegun = !decoder.isEmpty
      if isAtEnd {
        guard isBegun, let key = decoder.next(isOver: true) else { throw .endOfInput }
        return .key(key)
      }
      switch signals.wait(for: descriptor, atMost: isBegun ? Self.pause : milliseconds) {
      case .input: read(afterPause: !isBegun)
      case .signal(SIGWINCH): return .resized
      case .signal(SIGTSTP): return .stopped
      case .signal: throw .interrupted
      case .time:
        guard isBegun else { return .time }
        if let key = decoder.next(isOver: true) { return .key(key) }
      }
    }
  }

  func early() -> [KeyPress] {
    var keys: [KeyPress] = []
    // What is pasted comes in pieces: the rest of them is waited for.
    while !isAtEnd, hasInput(within: keys.isEmpty && decoder.isEmpty ? 0 : Self.rest) {
      read(afterPause: false)
      while let key = decoder.next(isOver: false) { keys.append(key) }
    }
    while let key = decoder.next(isOver: true) { keys.append(key) }
    return keys
  }

  /// Signals are left to the next wait.
  private func hasInput(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }

  private func read(afterPause: Bool) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = sysRead(descriptor, &bytes, bytes.count)
    if count > 0 {
      decoder.take(bytes[..<count], afterPause: afterPause)
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isAtEnd = true
    }
  }
}

private func sysRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.read(descriptor, bytes, count)
  #else
    Musl.read(descriptor, bytes, count)
  #endif
}
