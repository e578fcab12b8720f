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
  /// A figure is also hidden where another table of the same publication hides it: the number of all cases, where only some
  /// are counted of, how many these are, and a count that looks at some of the same recipients and no others. Else the one
  /// could be taken from the other.
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
    let tables =
      isProtected
      ? Self.published(tabulation, cases: all, threshold: threshold)
      : tabulation.counts.map { $0.unprotected() }
    counts = tabulation.indicators.counts.indices.map { index in
      let count = tabulation.indicators.counts[index]
      let untold = tabulation.untold[index]
      return Counted(
        count: count, figures: count.any.isEmpty ? .cases(all) : .events(tables[index]),
        untold: isProtected && (1..<threshold).contains(untold) ? nil : untold)
    }
  }

  /// The tables of all counts, each hidden where another would give it away.
  private static func published(
    _ tabulation: Tabulation, cases: PublishedTable<Int>, threshold: Int
  ) -> [PublishedTable<Cell>] {
    let few = cases.hidden
    let recipients = tabulation.indicators.counts.map { Set($0.any.flatMap(\.recipients)) }
    var tables: [Int: PublishedTable<Cell>] = [:]
    // Whoever was referred to one of few was referred to one of more: the few first.
    for index in recipients.indices.sorted(by: { (recipients[$0].count, $0) < (recipients[$1].count, $1) }) {
      var hiding = few
      if let among = tabulation.among[index] {
        hiding.formUnion(among.published(threshold: threshold, hiding: few).hidden)
      }
      for (other, table) in tables
      where !recipients[other].isEmpty && recipients[other].isSubset(of: recipients[index]) {
        hiding.formUnion(table.hidden)
      }
      tables[index] = tabulation.counts[index].published(threshold: threshold, hiding: hiding)
    }
    return recipients.indices.compactMap { tables[$0] }
  }
}

extension PublishedTable {
  fileprivate var hidden: Set<TablePosition> { Set(positions.filter { self[$0] == nil }) }
}

extension Indicators.Criterion {
  /// The roles and categories that it looks at; of a flow, none.
  fileprivate var recipients: [String] {
    switch self {
    case .referred(let names), .shared(let names): names
    case .walked, .condition: []
    }
  }
}
