import Foundation

/// Measures how often something can be done in a second: the median of several rounds, after one to warm up.
enum Stopwatch {
  /// Times `round`, which computes a thing `count` times, and gives how many of them fit into a second of processor time.
  ///
  /// Processor time, not the clock on the wall: other work on the machine then blurs the figure less.
  static func perSecond(_ count: Int, rounds: Int = 7, _ round: () throws -> Void) rethrows -> Double {
    let times = try times(rounds, of: round) { processorTime }
    return Double(count) / times[rounds / 2]
  }

  /// The median processor time of several rounds in seconds.
  static func seconds(rounds: Int = 7, _ round: () throws -> Void) rethrows -> Double {
    1 / (try perSecond(1, rounds: rounds, round))
  }

  /// The median time on the clock of several rounds in seconds, for what waits or runs elsewhere.
  static func elapsed(rounds: Int = 7, _ round: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    return try times(rounds, of: round) { start.duration(to: clock.now).seconds }[rounds / 2]
  }

  /// How long each round took, sorted.
  private static func times(_ rounds: Int, of round: () throws -> Void, now: () -> Double) rethrows
    -> [Double]
  {
    try round()
    return try (0..<rounds).map { _ in
      let start = now()
      try round()
      return now() - start
    }.sorted()
  }

  /// Seconds of processor time that this process has used.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// Keeps a result from being optimised away.
@inline(never)
func consume<T>(_ value: borrowing T) {}
