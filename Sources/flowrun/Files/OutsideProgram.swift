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
    /// What it made could not be kept.
    case unwritten(TextFile.Fault)
  }

  /// Runs a program without a shell, with a text as its input; what it writes becomes a file once it ended well.
  ///
  /// - Parameters:
  ///   - arguments: The program, found by its name, and what follows.
  ///   - path: The file; without it, the standard output.
  ///   - replacing: Whether a file that is there is replaced.
  static func run(
    _ arguments: [String], input: String, to path: String?, replacing: Bool = false
  ) throws(Fault) {
    guard let path else { return try run(arguments, input: input, output: STDOUT_FILENO) }
    let file: WholeFile
    do throws(TextFile.Fault) { file = try WholeFile(path, replacing: replacing) } catch {
      throw .unwritten(error)
    }
    try run(arguments, input: input, output: file.descriptor)
    do throws(TextFile.Fault) { try file.finish() } catch { throw .unwritten(error) }
  }

  private static func run(_ arguments: [String], input: String, output: Int32) throws(Fault) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .failed(126) }
    // The program must not hold the writing end, or its input never ends.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let started = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    close(ends[0])
    guard started == 0 else {
      close(ends[1])
      throw started == ENOENT ? .missing : .failed(126)
    }
    // A program that ends early must not end this one: its status says what happened.
    signal(SIGPIPE, SIG_IGN)
    let isHandedOver = Output.write(input, to: ends[1])
    close(ends[1])
    let status = status(of: process)
    guard status != 127 else { throw .missing }
    guard status == 0, isHandedOver else { throw .failed(status == 0 ? 126 : status) }
  }

  /// Waits for a program; 126 where nobody can tell how it ended.
  private static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 126 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
