import Foundation

/// Runs a command at a terminal of its own and waits for words on its screen.
struct Terminal {
  let tool: String

  struct Sight {
    /// Seconds from the start of the process until the words were there.
    let time: Double
    /// Seconds of processor time that the process had used by then, of what it waited and was made to wait nothing.
    let processorTime: Double?
    /// The largest resident set by then, in bytes.
    let memory: Double?
  }

  struct NotSeen: Error, CustomStringConvertible {
    let words: String
    let screen: String
    var description: String { "the screen never showed \"\(words)\"; it showed:\n\(screen)" }
  }

  /// Starts the tool, waits for `words`, and ends it.
  func firstSight(of words: String, arguments: [String], environment: [String: String]) throws -> Sight {
    let (main, side) = try Terminal.pair()
    let handle = FileHandle(fileDescriptor: side, closeOnDealloc: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
      close(main)
    }
    var screen = ""
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while start.duration(to: clock.now) < .seconds(10) {
      var poller = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, 100) > 0 else { continue }
      let count = read(main, &bytes, bytes.count)
      guard count > 0 else { break }
      screen += String(decoding: bytes[..<count], as: UTF8.self)
      if screen.contains(words) {
        let time = start.duration(to: clock.now).seconds
        let identifier = process.processIdentifier
        return Sight(
          time: time, processorTime: Terminal.processorTime(of: identifier),
          memory: Memory.peak(of: identifier))
      }
    }
    throw NotSeen(words: words, screen: screen)
  }

  /// The time that all threads of a process have run, in seconds.
  private static func processorTime(of process: Int32) -> Double? {
    let folder = "/proc/\(process)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    let times = threads.compactMap {
      try? String(contentsOfFile: "\(folder)/\($0)/schedstat", encoding: .utf8)
    }
    return times.compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }.reduce(0, +) * 1e-9
  }

  /// Both sides of a new terminal of 80 columns.
  private static func pair() throws -> (main: Int32, side: Int32) {
    let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN of Linux, which the system module does not import.
    guard main >= 0, ioctl(main, 0x4004_5431, &unlocked) == 0, ioctl(main, 0x8004_5430, &number) == 0 else {
      throw Command.Failed(description: "no terminal could be opened")
    }
    var size = winsize(ws_row: 40, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)
    return (main, open("/dev/pts/\(number)", O_RDWR | O_NOCTTY))
  }
}
