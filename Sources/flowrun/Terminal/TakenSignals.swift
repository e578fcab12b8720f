import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Signals that came while something was waited for, a bit each.
private let caught = Atomic<UInt64>(0)

/// Signals that are held back except while something is waited for (`pselect`), so that they can neither be lost nor cut a
/// commit in two.
struct TakenSignals {
  private let held: [Int32]
  private var waitingMask = sigset_t()

  /// What ended a wait.
  enum Waited: Sendable, Hashable {
    case input
    case signal(Int32)
    case time
  }

  /// Takes over signals until the tool ends.
  init(_ signals: [Int32]) {
    held = signals
    for signal in signals { Self.handle(signal) }
    var blocked = Self.set(signals)
    sigprocmask(SIG_BLOCK, &blocked, &waitingMask)
    for signal in signals { sigdelset(&waitingMask, signal) }
  }

  /// Waits until a descriptor can be read, a signal comes, or the time is over; `nil`: for ever.
  func wait(for descriptor: Int32, atMost milliseconds: Int? = nil) -> Waited {
    if let signal = pending { return .signal(signal) }
    // INVARIANT: the descriptor is below 64, so its bit is in the set's first word.
    var wanted = fd_set()
    wanted.__fds_bits.0 = 1 << descriptor
    var mask = waitingMask
    var limit = timespec(tv_sec: (milliseconds ?? 0) / 1000, tv_nsec: (milliseconds ?? 0) % 1000 * 1_000_000)
    let found = withUnsafePointer(to: &limit) {
      pselect(descriptor + 1, &wanted, nil, nil, milliseconds == nil ? nil : $0, &mask)
    }
    // A signal that came with the input goes first: who interrupts does not mean the end of input.
    if found > 0 { return pending.map(Waited.signal) ?? .input }
    if found == 0 { return .time }
    if errno == EINTR { return Self.next(of: held).map(Waited.signal) ?? .time }
    return .input
  }

  /// A signal that came while something else was done, or together with input.
  private var pending: Int32? {
    if let signal = Self.next(of: held) { return signal }
    var waiting = sigset_t()
    sigpending(&waiting)
    guard let signal = held.first(where: { sigismember(&waiting, $0) == 1 }) else { return nil }
    // It is let through now, so that its handler notes it.
    var one = Self.set([signal])
    sigprocmask(SIG_UNBLOCK, &one, nil)
    sigprocmask(SIG_BLOCK, &one, nil)
    return Self.next(of: held) ?? signal
  }

  /// Stops the tool as Ctrl-Z does, until it is continued.
  func stop() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &action, nil)
    raise(SIGTSTP)
    var one = Self.set([SIGTSTP])
    sigprocmask(SIG_UNBLOCK, &one, nil)
    sigprocmask(SIG_BLOCK, &one, nil)
    Self.handle(SIGTSTP)
  }

  private static func handle(_ signal: Int32) {
    var action = sigaction()
    // All it does is to note the signal; `pselect` ends with EINTR by itself.
    action.__sigaction_handler.sa_handler = { number in
      caught.bitwiseOr(1 << UInt64(number), ordering: .sequentiallyConsistent)
    }
    sigaction(signal, &action, nil)
  }

  private static func next(of signals: [Int32]) -> Int32? {
    let bits = caught.load(ordering: .sequentiallyConsistent)
    guard let signal = signals.first(where: { bits & (1 << UInt64($0)) != 0 }) else { return nil }
    caught.bitwiseAnd(~(1 << UInt64(signal)), ordering: .sequentiallyConsistent)
    return signal
  }

  private static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}
