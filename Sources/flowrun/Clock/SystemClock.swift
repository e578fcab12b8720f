import FlowRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The machine's clock: the only place from which time enters a walk.
enum SystemClock {
  /// Now, to the millisecond.
  static func now() -> Instant {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return Instant(milliseconds: Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000)
  }
}
