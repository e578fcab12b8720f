/// Measures how often something can be done in a second: the median of several rounds, after one to warm up.
enum Stopwatch {
  /// Times `round`, which does a thing `count` times, and gives how many of them fit into a second.
  static func perSecond(_ count: Int, rounds: Int = 7, _ round: () throws -> Void) rethrows -> Double {
    try round()
    var rates: [Double] = []
    for _ in 0..<rounds {
      let time = try ContinuousClock().measure(round)
      rates.append(Double(count) / time.seconds)
    }
    return rates.sorted()[rounds / 2]
  }

  /// The median time of several rounds in seconds.
  static func seconds(rounds: Int = 7, _ round: () throws -> Void) rethrows -> Double {
    1 / (try perSecond(1, rounds: rounds, round))
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// Keeps a result from being optimised away.
@inline(never)
func consume<T>(_ value: borrowing T) {}
