#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of the machine that a text is handed to.
enum OutsideProgram {
  /// Runs a program with a text as its input; gives its status, `nil` where it is not installed.
  static func run(_ arguments: [String], input: String, output: Int32) -> Int32? {
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { return nil }
    // The program must not hold the writing end, or its input never ends.
    _ = fcntl(pipe[1], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let started = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    close(pipe[0])
    guard started == 0 else {
      close(pipe[1])
      return nil
    }
    // A program that ends early must not end this one.
    signal(SIGPIPE, SIG_IGN)
    Output.write(input, to: pipe[1])
    close(pipe[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
