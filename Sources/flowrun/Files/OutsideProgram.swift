import FlowStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of the machine that a text is handed to.
enum OutsideProgram {
  /// Why nothing came of it.
  enum Fault: Error, Sendable, Hashable {
    /// It is not installed.
    case missing
    /// It ended with this status, as a shell tells it; 126 where it could not be run, or not be waited for.
    case failed(Int32)
    /// It did not end in time, and was ended with all that it started; how many seconds it had.
    case late(seconds: Int64)
    /// What it made could not be kept.
    case unwritten(TextFile.Fault)
  }

  /// Runs a program without a shell, with a text as its input; what it writes becomes a file once it ended well.
  ///
  /// - Parameters:
  ///   - arguments: The program, found by its name, and what follows.
  ///   - path: The file; without it, the standard output.
  ///   - replacing: Whether a file that is there is replaced.
  ///   - limit: How long it may take; then it is ended.
  static func run(
    _ arguments: [String], input: String, to path: String?, replacing: Bool = false,
    limit: Duration = .seconds(120)
  ) throws(Fault) {
    let limit = Limit(limit)
    guard let path else { return try run(arguments, input: input, output: STDOUT_FILENO, limit) }
    let file: WholeFile
    do throws(TextFile.Fault) { file = try WholeFile(path, replacing: replacing) } catch {
      throw .unwritten(error)
    }
    try run(arguments, input: input, output: file.descriptor, limit)
    do throws(TextFile.Fault) { try file.finish() } catch { throw .unwritten(error) }
  }

  /// Runs a program as ``run(_:input:to:replacing:limit:)`` does, and gives what it writes.
  static func output(
    of arguments: [String], input: String, limit: Duration = .seconds(120)
  ) throws(Fault) -> String {
    guard let file = tmpfile() else { throw .failed(126) }
    defer { fclose(file) }
    let descriptor = fileno(file)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    try run(arguments, input: input, output: descriptor, Limit(limit))
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  private static func run(
    _ arguments: [String], input: String, output: Int32, _ limit: Limit
  ) throws(Fault) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .failed(126) }
    // The program must not hold the writing end, or its input never ends.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let group: ProgramGroup
    do throws(Fault) {
      group = try ProgramGroup(arguments, input: ends[0], output: output)
      close(ends[0])
    } catch {
      for end in ends { close(end) }
      throw error
    }
    let isHandedOver = withoutBrokenPipes { hand(input, to: ends[1], limit) }
    close(ends[1])
    guard let status = status(of: group, limit) else {
      group.end()
      throw .late(seconds: limit.duration.components.seconds)
    }
    guard status != 127 else { throw .missing }
    guard status == 0, isHandedOver else { throw .failed(status == 0 ? 126 : status) }
  }

  /// Does work without the signal of a broken pipe, in this thread alone: a program that ends early must not end this one, and
  /// its status says what happened.
  private static func withoutBrokenPipes<Result>(_ work: () -> Result) -> Result {
    var brokenPipe = sigset_t()
    sigemptyset(&brokenPipe)
    sigaddset(&brokenPipe, SIGPIPE)
    var former = sigset_t()
    pthread_sigmask(SIG_BLOCK, &brokenPipe, &former)
    defer {
      var now = timespec()
      while sigtimedwait(&brokenPipe, nil, &now) < 0, errno == EINTR {}
      pthread_sigmask(SIG_SETMASK, &former, nil)
    }
    return work()
  }

  /// Hands a text over, as fast as it is read; gives false where it is not read to its end in time.
  private static func hand(_ input: String, to descriptor: Int32, _ limit: Limit) -> Bool {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var bytes = Array(input.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
      } else if errno == EAGAIN {
        guard !limit.isOver else { return false }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, limit.step)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits for the program of a group; 126 where nobody can tell how it ended, `nil` where it does not end in time.
  private static func status(of group: borrowing ProgramGroup, _ limit: Limit) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(group.leader, &status, WNOHANG)
      if ended == group.leader { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
      if ended < 0, errno != EINTR { return 126 }
      if limit.isOver { return nil }
      poll(nil, 0, limit.step)
    }
  }

  /// Until when a program may run.
  private struct Limit {
    let duration: Duration
    private let end: ContinuousClock.Instant
    /// How long to wait before looking again, in milliseconds.
    let step: Int32 = 10

    init(_ duration: Duration) {
      self.duration = duration
      end = .now + duration
    }

    var isOver: Bool { .now >= end }
  }
}
