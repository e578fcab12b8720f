/// One figure of an indicator: how many cases had the event, of how many cases.
///
/// INVARIANT: `0 <= events <= cases`.
public struct Cell: Hashable, Sendable {
  /// The cases in which the event took place.
  public private(set) var events: Int
  /// All cases looked at.
  public private(set) var cases: Int

  /// The cases in which the event did not take place. Whoever knows them and `cases` knows `events`.
  public var others: Int { cases - events }

  /// No case yet.
  public init() {
    events = 0
    cases = 0
  }

  /// A figure already counted; nil unless `0 <= events <= cases`.
  public init?(events: Int, cases: Int) {
    guard 0 <= events, events <= cases else { return nil }
    self.events = events
    self.cases = cases
  }

  /// Counts one more case, and whether the event took place in it.
  public mutating func count(event: Bool) {
    cases += 1
    if event { events += 1 }
  }

  /// The two figures together.
  public static func + (left: Cell, right: Cell) -> Cell {
    var sum = left
    sum.events += right.events
    sum.cases += right.cases
    return sum
  }
}
