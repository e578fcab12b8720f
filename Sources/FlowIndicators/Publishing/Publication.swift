import FlowDSL

/// What a report shows of a tabulation: with small figures hidden, or all of it for use inside the house.
public struct Publication: Sendable {
  /// The figures of one count.
  public enum Figures: Sendable, Hashable {
    /// Cases that have the event, of the cases it is counted of.
    case events(PublishedTable<Cell>)
    /// Cases alone.
    case cases(PublishedTable<Int>)
  }

  /// One thing that is counted, with its figures.
  public struct Counted: Sendable {
    /// What is counted.
    public let count: Indicators.Count
    /// By place and month.
    public let figures: Figures
    /// Cases that could not be told, as the program they are pinned to lacks what is looked at; `nil` where they are too few to
    /// be shown.
    public let untold: Int?
  }

  /// The smallest figure that is shown.
  public static let threshold = 5

  /// What is counted.
  public let indicators: Indicators
  /// The months counted.
  public let period: Period
  /// Whether small figures are hidden; otherwise it is not for publication.
  public let isProtected: Bool
  /// All cases counted; `nil` where that is not shown.
  public let cases: Int?
  /// Cases of the period that begin with a flow that is not counted; not told outside the house.
  public let others: Int?
  /// In the order of the indicators.
  public let counts: [Counted]

  /// The figures of a tabulation.
  ///
  /// A figure is also hidden where another table of the same publication hides it: the number of all cases, and, where only
  /// some are counted of, how many these are. Else the one could be taken from the other.
  public init(_ tabulation: Tabulation, isProtected: Bool) {
    self.init(tabulation, isProtected: isProtected, threshold: Self.threshold)
  }

  /// The same with another smallest figure.
  init(_ tabulation: Tabulation, isProtected: Bool, threshold: Int) {
    indicators = tabulation.indicators
    period = tabulation.period
    self.isProtected = isProtected
    let all =
      isProtected
      ? tabulation.cases.publishedCases(threshold: threshold) : tabulation.cases.unprotectedCases()
    cases = all[.total]
    others = isProtected ? nil : tabulation.others
    let few = Set(all.positions.filter { all[$0] == nil })
    counts = tabulation.indicators.counts.indices.map { index in
      let count = tabulation.indicators.counts[index]
      let table = tabulation.counts[index]
      let figures: Figures
      if count.any.isEmpty {
        figures = .cases(all)
      } else if isProtected {
        let among = tabulation.among[index]?.published(threshold: threshold, hiding: few)
        let hidden = among.map { among in Set(among.positions.filter { among[$0] == nil }) } ?? few
        figures = .events(table.published(threshold: threshold, hiding: hidden))
      } else {
        figures = .events(table.unprotected())
      }
      let untold = tabulation.untold[index]
      let isShown = !isProtected || !(1..<threshold).contains(untold)
      return Counted(count: count, figures: figures, untold: isShown ? untold : nil)
    }
  }
}
