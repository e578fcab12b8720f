import Foundation
import Glibc
import Testing

@testable import flowrun

/// The built tool at a pseudo-terminal.
final class TerminalRun {
  private let master: Int32
  private let process: pid_t
  private let tool: Tool
  private(set) var screen: TerminalScreen
  /// Everything that was written.
  private(set) var written = ""
  private var status: Int32?

  /// How long something is waited for before a test gives up, in seconds.
  static let patience = 120.0

  /// Starts the tool in its folder.
  init(_ tool: Tool, _ arguments: String..., rows: Int = 24, columns: Int = 80) throws {
    self.tool = tool
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), whose macros Swift does not see.
    var (lock, number): (Int32, Int32) = (0, 0)
    try #require(master >= 0)
    try #require(ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    self.master = master
    screen = TerminalScreen(rows: rows, columns: columns)
    Self.setSize(master, rows: rows, columns: columns)
    let name = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID: the terminal becomes that of the tool's session.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
    let path = try #require(Folder.ofTool) + "/flowrun"
    var words: [UnsafeMutablePointer<CChar>?] =
      (["sh", "-c", "cd \"$0\" && exec \"$@\"", tool.folder, path] + arguments).map { strdup($0) } + [nil]
    let environment = tool.environment.merging(["TERM": "xterm"]) { old, _ in old }
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    try #require(posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &variables) == 0)
    self.process = process
  }

  deinit {
    if status == nil { kill(process, SIGKILL) }
    _ = end()
    close(master)
  }

  /// Types or pastes in one burst.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, min($0.count, 512)) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
      if !bytes.isEmpty { _ = read(within: 0) }
    }
  }

  /// Types a line when the page says something.
  func type(_ line: String, at words: String) throws {
    try wait(for: words)
    type(line + "\n")
  }

  /// Waits until the screen shows some words, and takes what is typed.
  func wait(for words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(sourceLocation: sourceLocation, "\(words)") {
      $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words) && $0.isPrompted
    }
  }

  /// Waits until the screen is as it should be.
  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, _ what: String,
    _ isReached: (TerminalScreen) -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !isReached(screen) {
      try #require(
        Date() < deadline && read(within: 200), "\(what) is not on the screen:\n\(screen.text)",
        sourceLocation: sourceLocation)
    }
    // A pause, as between what a person types: what follows at once would be part of the same burst.
    _ = read(within: 100)
  }

  func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    Self.setSize(master, rows: rows, columns: columns)
  }

  func signal(_ signal: Int32) { kill(process, signal) }

  /// Waits for the end; its status, or 128 and the signal.
  func end() -> Int32 {
    if let status { return status }
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    var found: Int32 = 0
    while waitpid(process, &found, WNOHANG) == 0 {
      if Date() > deadline { kill(process, SIGKILL) }
      _ = read(within: 20)
    }
    while read(within: 0), !isOver {}
    let status = found & 0x7F == 0 ? found >> 8 & 0xFF : 128 + found & 0x7F
    self.status = status
    return status
  }

  private var isOver = false

  /// Reads what was written; `false` where nothing more will be.
  private func read(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, milliseconds) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else {
      isOver = true
      return false
    }
    written += String(decoding: bytes[..<count], as: UTF8.self)
    screen.take(bytes[..<count])
    return true
  }

  private static func setSize(_ master: Int32, rows: Int, columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
