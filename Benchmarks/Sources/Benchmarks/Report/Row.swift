/// One line of the table: a figure of ours, the peer's figure, and what was to be reached.
struct Row {
  let measure: String
  let ours: Figure
  /// What ours is compared with, by name.
  var peer: (name: String, figure: Figure)?
  var target: Target?
  /// Anything a reader should know to judge the figure.
  var note: String?

  struct Figure {
    let value: Double
    let unit: Unit
  }

  enum Unit {
    case perSecond
    case seconds
    case bytes
    case count
  }

  enum Target {
    /// At least so many times the peer's rate.
    case timesPeer(Double)
    case atLeast(Double)
    case atMost(Double)
  }

  /// Ours as a multiple of the peer's.
  var ratio: Double? { peer.map { ours.value / $0.figure.value } }

  /// Whether the target is reached; nil without a target or without the peer.
  var isReached: Bool? {
    switch target {
    case nil: nil
    case .timesPeer(let times): ratio.map { $0 >= times }
    case .atLeast(let least): ours.value >= least
    case .atMost(let most): ours.value <= most
    }
  }
}

extension Row.Figure {
  static func rate(_ value: Double) -> Row.Figure { Row.Figure(value: value, unit: .perSecond) }
  static func time(_ seconds: Double) -> Row.Figure { Row.Figure(value: seconds, unit: .seconds) }
  static func memory(_ bytes: Double) -> Row.Figure { Row.Figure(value: bytes, unit: .bytes) }
  static func count(_ number: Int) -> Row.Figure { Row.Figure(value: Double(number), unit: .count) }
}
