import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The group that ends with this process; 0 for none.
private let running = Atomic<pid_t>(0)

/// A program that runs, with all that it starts: a process group of its own, so that all of it can be ended.
///
/// Ctrl-C at the terminal does not reach another group. So what ends this process meanwhile ends the group first.
struct ProgramGroup: ~Copyable {
  /// The program; the group has its number.
  let leader: pid_t
  /// What was done before on the signals that are handed on.
  private let former: [(signal: Int32, action: sigaction)]

  /// Starts a program without a shell.
  ///
  /// - Parameters:
  ///   - arguments: The program, found by its name, and what follows.
  ///   - input: What it reads.
  ///   - output: Where it writes.
  init(_ arguments: [String], input: Int32, output: Int32) throws(OutsideProgram.Fault) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    // Whether this process ignores broken pipes is no matter of the other's.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // What ends this process waits until it is known what is to be ended with it.
    var ending = sigset_t()
    sigemptyset(&ending)
    for signal in Self.ending { sigaddset(&ending, signal) }
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, &ending, &mask)
    defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let started = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ)
    guard started == 0 else { throw started == ENOENT ? .missing : .failed(126) }
    leader = process
    running.store(process, ordering: .sequentiallyConsistent)
    former = Self.handOn()
  }

  deinit {
    for (signal, var action) in former { sigaction(signal, &action, nil) }
    running.store(0, ordering: .sequentiallyConsistent)
  }

  /// Ends all of the group, and waits for the program.
  borrowing func end() {
    kill(-leader, SIGKILL)
    while waitpid(leader, nil, 0) < 0, errno == EINTR {}
  }

  /// The signals that end this process.
  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Takes over the signals that end this process; those that it ignores stay ignored.
  private static func handOn() -> [(Int32, sigaction)] {
    var former: [(Int32, sigaction)] = []
    for signal in ending {
      var before = sigaction()
      sigaction(signal, nil, &before)
      guard case nil = before.__sigaction_handler.sa_handler else { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let group = running.load(ordering: .sequentiallyConsistent)
        if group > 0 { kill(-group, SIGKILL) }
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
      sigaction(signal, &action, nil)
      former.append((signal, before))
    }
    return former
  }
}
