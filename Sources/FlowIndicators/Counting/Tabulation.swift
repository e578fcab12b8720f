import FlowDSL
import FlowRuntime

/// Counts cases one after the other into tables by place and month; it holds no case.
public struct Tabulation: Sendable {
  /// What is counted.
  public let indicators: Indicators
  /// The months counted.
  public let period: Period
  /// All cases counted, by place and month.
  public private(set) var cases: CountTable
  /// For each count, the cases it is counted of and those that have the event.
  public private(set) var counts: [CountTable]
  /// For each count that is of some cases only, all cases of which that is known and, as events, those it is counted of.
  public private(set) var among: [CountTable?]
  /// For each count, how many cases could not be told.
  public private(set) var untold: [Int]
  /// Cases of the period that begin with another flow than those counted.
  public private(set) var others = 0
  private var counting: [String: CaseCounting] = [:]

  /// Tables in which nothing is counted yet.
  public init(_ indicators: Indicators, places: [String], period: Period) {
    self.indicators = indicators
    self.period = period
    let empty = CountTable(rows: places, columns: period.months.map(\.description))
    cases = empty
    counts = indicators.counts.map { _ in empty }
    among = indicators.counts.map { $0.of.isEmpty ? nil : empty }
    untold = indicators.counts.map { _ in 0 }
  }

  /// Counts a case of a place (from 0, of those it was made with), where it was opened in the period with a flow that is counted.
  ///
  /// - Returns: Whether it is counted.
  @discardableResult
  public mutating func take(_ state: State, opened: Instant, place: Int) -> Bool {
    guard let column = period.index(of: Month(opened)) else { return false }
    guard indicators.cases.contains(state.program.flows[0].name) else {
      others += 1
      return false
    }
    cases.count(row: place, column: column, event: true)
    let ready = counting[state.program.hash] ?? CaseCounting(indicators, of: state.program)
    counting[state.program.hash] = ready
    for (index, observation) in ready.observe(state).enumerated() {
      switch observation {
      case .apart: among[index]?.count(row: place, column: column, event: false)
      case .counted(let event):
        among[index]?.count(row: place, column: column, event: true)
        counts[index].count(row: place, column: column, event: event)
      case .untold: untold[index] += 1
      }
    }
    return true
  }
}
