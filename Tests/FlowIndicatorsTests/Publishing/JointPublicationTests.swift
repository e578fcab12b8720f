import FlowDSL
import FlowRuntime
import Testing

@testable import FlowIndicators

/// No table of a publication gives away what another one hides.
@Suite struct JointPublicationTests {
  /// Random cases in a place or two, over one month to three, of which some only are counted.
  private struct Drawn {
    var tabulation: Tabulation
    let threshold: Int
    let published: Publication
    let cases: PublishedTable<Int>
    let counts: PublishedTable<Cell>

    init(rows: Int, columns: Int, threshold: Int, _ states: [State], using generator: inout SeededGenerator)
      throws
    {
      let indicators = try CountedCase.indicators(
        any: "{flow: grid, when: weapon = true}", of: "{flow: grid, when: weapon != null}", all: true)
      let first = try #require(Month("2026-01"))
      let months = try (0..<columns).map { try #require(first.advanced(by: $0)) }
      let period = try #require(Period(from: first, until: months[columns - 1]))
      tabulation = Tabulation(indicators, places: (0..<rows).map { "place \($0)" }, period: period)
      for row in 0..<rows {
        for column in 0..<columns {
          // Noon on the 15th of each month, in UTC.
          let moment = Instant(milliseconds: 1_768_478_400_000 + Int64(column) * 30 * 86_400_000)
          for state in states {
            for _ in 0..<Int.random(in: 0...(2 * threshold), using: &generator) {
              tabulation.take(state, opened: moment, place: row)
            }
          }
        }
      }
      self.threshold = threshold
      published = Publication(tabulation, isProtected: true, threshold: threshold)
      guard case .events(let counts)? = published.counts.first?.figures,
        case .cases(let cases)? = published.counts.last?.figures
      else {
        Issue.record("no tables of events and of cases")
        throw Missing()
      }
      self.cases = cases
      self.counts = counts
    }
  }

  private struct Missing: Error {}

  private func states() throws -> [State] {
    let program = try CountedCase.program()
    return try ["weapon: true", "weapon: false", "weapon: unknown"].map {
      try CountedCase.state($0, of: program)
    }
  }

  /// Who knows every number of cases learns neither how many a count is of nor how many have the event.
  @Test func aReaderWhoKnowsAllCases() throws {
    let states = try states()
    var generator = SeededGenerator(seed: 20_265)
    var (attacked, hidden, shown) = (0, 0, 0)
    for round in 0..<90 {
      let shape = [(2, 2, 1), (1, 3, 2), (2, 1, 2), (1, 2, 3)][round % 4]
      let drawn = try Drawn(
        rows: shape.0, columns: shape.1, threshold: shape.2, states, using: &generator)
      guard drawn.counts.positions.contains(where: { drawn.counts[$0] != nil }) else { continue }
      attacked += 1
      let all = drawn.tabulation.cases
      let among = try #require(drawn.tabulation.among.first ?? nil)
      let events = drawn.tabulation.counts[0]
      let spans = JointAttacker(cases: drawn.cases, counts: drawn.counts, known: all).spans()
      for position in all.positions {
        let known = "\(position) at \(drawn.threshold): \(all) \(among) \(events)"
        let truth = events[position]
        if let cell = drawn.counts[position] {
          shown += 1
          #expect(cell == truth, "\(known)")
          let smallest = min(cell.events, cell.others, all[position].cases - cell.cases)
          #expect(smallest >= drawn.threshold || all[position].cases == 0, "\(known)")
          continue
        }
        hidden += 1
        let span = try #require(spans[position], "\(known)")
        #expect(span.events.contains(truth.events) && span.among.contains(truth.cases), "\(known)")
        #expect(span.events.count > min(drawn.threshold, truth.cases), "\(span.events) of \(known)")
        #expect(span.among.count > min(drawn.threshold, all[position].cases), "\(span.among) of \(known)")
      }
    }
    #expect(min(attacked, hidden, shown) > 50)
  }

  /// With each table protected for itself alone, such a reader finds how few are not among those counted.
  @Test func aPlantedLeakIsFound() throws {
    let states = try states()
    var generator = SeededGenerator(seed: 20_267)
    var found = 0
    for _ in 0..<60 {
      let drawn = try Drawn(rows: 1, columns: 2, threshold: 2, states, using: &generator)
      let alone = drawn.tabulation.counts[0].published(threshold: 2)
      let all = drawn.tabulation.cases
      let spans = JointAttacker(cases: drawn.cases, counts: alone, known: all).spans()
      found += all.positions.count { position in
        let apart = all[position].cases - drawn.tabulation.counts[0][position].cases
        return apart < 2 && all[position].cases > 0 && spans[position]?.among.count == 1
      }
    }
    #expect(found > 20)
  }

  /// Who knows nothing else does not learn a hidden number of cases from how many a count is of.
  @Test func aReaderOfAllTables() throws {
    let states = try states()
    var generator = SeededGenerator(seed: 20_266)
    var (attacked, hidden) = (0, 0)
    for round in 0..<75 {
      let shape = [(1, 3, 1), (2, 1, 2), (1, 2, 1)][round % 3]
      let drawn = try Drawn(
        rows: shape.0, columns: shape.1, threshold: shape.2, states, using: &generator)
      guard drawn.cases.positions.contains(where: { drawn.cases[$0] != nil }) else { continue }
      attacked += 1
      let all = drawn.tabulation.cases
      let spans = JointAttacker(
        cases: drawn.cases, counts: drawn.counts, known: nil, most: shape.2 == 1 ? 7 : 13
      ).spans()
      for position in all.positions where drawn.cases[position] == nil {
        hidden += 1
        let span = try #require(spans[position])
        #expect(span.cases.contains(all[position].cases))
        #expect(span.cases.count > drawn.threshold, "\(position) in \(span.cases) of \(all)")
      }
    }
    #expect(min(attacked, hidden) > 10)
  }
}
