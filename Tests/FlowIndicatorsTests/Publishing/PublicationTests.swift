import FlowDSL
import FlowIndicators
import FlowRuntime
import Testing

/// What a report shows: nothing that another of its tables hides, and nothing uncounted left unsaid.
@Suite struct PublicationTests {
  private struct Made {
    var tabulation: Tabulation
    let program: Program

    init(
      any: String = "{flow: grid, when: weapon = true}", more: String? = nil, of: String? = nil,
      places: [String] = ["Nord", "Sud"]
    ) throws {
      let indicators = try CountedCase.indicators(any: any, more: more, of: of)
      let month = try #require(Month("2026-01"))
      tabulation = Tabulation(
        indicators, places: places, period: try #require(Period(from: month, until: month)))
      program = try CountedCase.program()
    }

    mutating func add(_ count: Int, _ answers: String, place: Int = 0) throws {
      let state = try CountedCase.state(answers, of: program)
      // Noon on 15 January 2026, in UTC.
      for _ in 0..<count {
        tabulation.take(state, opened: Instant(milliseconds: 1_768_478_400_000), place: place)
      }
    }
  }

  private static func events(_ publication: Publication, of count: Int = 0) throws -> PublishedTable<Cell> {
    guard case .events(let table) = publication.counts[count].figures else {
      Issue.record("no table of events")
      throw Missing()
    }
    return table
  }

  private struct Missing: Error {}

  @Test func figuresAreThoseOfTheCases() throws {
    var made = try Made()
    try made.add(7, "weapon: true")
    try made.add(6, "weapon: false")
    try made.add(9, "weapon: true", place: 1)
    try made.add(2, "weapon: false", place: 1)
    let whole = try Self.events(Publication(made.tabulation, isProtected: false))
    #expect(whole[.rowTotal(0)] == Cell(events: 7, cases: 13))
    #expect(whole[.rowTotal(1)] == Cell(events: 9, cases: 11))
    let published = Publication(made.tabulation, isProtected: true)
    #expect(published.cases == 24)
    // Two without the event are too few, and the total would give them away.
    let table = try Self.events(published)
    #expect(table[.rowTotal(1)] == nil)
    #expect(table[.cell(row: 1, column: 0)] == nil)
    // Of two places, the larger one is hidden with the small: the total tells the reader more than either.
    #expect(Set(table.positions.filter { table[$0] != nil }) == [.columnTotal(0), .total])
    #expect(table[.total] == Cell(events: 16, cases: 24))
  }

  /// Of 15 people, 12 answered: beside the number of all cases, 12 would tell that 3 did not.
  @Test func howManyAreCountedOfDoesNotGiveTheOthersAway() throws {
    var made = try Made(of: "{flow: grid, when: weapon != null}", places: ["Nord"])
    try made.add(6, "weapon: true")
    try made.add(6, "weapon: false")
    try made.add(3, "weapon: unknown")
    #expect(made.tabulation.counts[0][.total] == Cell(events: 6, cases: 12))
    #expect(made.tabulation.among[0]?[.total] == Cell(events: 12, cases: 15))
    let few = Publication(made.tabulation, isProtected: true)
    #expect(few.cases == 15)
    #expect(try Self.events(few)[.total] == nil)
    try made.add(2, "weapon: unknown")
    let enough = Publication(made.tabulation, isProtected: true)
    #expect(try Self.events(enough)[.total] == Cell(events: 6, cases: 12))
  }

  /// Four were referred to support, eleven to support or to the chief, seven to the chief: eleven less seven are at least four.
  @Test func aCountOfMoreRecipientsDoesNotGiveOneOfFewerAway() throws {
    var made = try Made(any: "{referred: support}", more: "{referred: [support, chief]}", places: ["Nord"])
    try made.add(4, "agrees: true, support: referred, chief: {unreached: Away}")
    try made.add(7, "agrees: false, chief: reached")
    try made.add(12, "agrees: false, chief: {unreached: Away}")
    #expect(made.tabulation.counts.map { $0[.total].events } == [4, 11])
    #expect(made.tabulation.counts.map { $0[.total].cases } == [23, 23])
    let few = Publication(made.tabulation, isProtected: true)
    #expect(try Self.events(few)[.total] == nil)
    #expect(try Self.events(few, of: 1)[.total] == nil)
    try made.add(1, "agrees: true, support: referred, chief: {unreached: Away}")
    let enough = Publication(made.tabulation, isProtected: true)
    #expect(try Self.events(enough)[.total] == Cell(events: 5, cases: 24))
    #expect(try Self.events(enough, of: 1)[.total] == Cell(events: 12, cases: 24))
  }

  @Test func fewCasesAreNotShown() throws {
    var made = try Made()
    try made.add(4, "weapon: true")
    #expect(Publication(made.tabulation, isProtected: true).cases == nil)
    #expect(Publication(made.tabulation, isProtected: false).cases == 4)
    try made.add(1, "weapon: true")
    #expect(Publication(made.tabulation, isProtected: true).cases == 5)
  }

  @Test func whatBeginsOtherwiseOrElsewhenIsNotCounted() throws {
    var made = try Made()
    try made.add(5, "weapon: true")
    let state = try CountedCase.state("weapon: true", of: made.program)
    made.tabulation.take(state, opened: Instant(milliseconds: 1_770_000_000_000), place: 0)
    #expect(made.tabulation.cases[.total].cases == 5)
    let grid = try #require(FlowCompiler.compile(main: "grid", sources: CountedCase.sources()).program)
    made.tabulation.take(
      Interpreter(grid).initial, opened: Instant(milliseconds: 1_768_478_400_000), place: 0)
    #expect(made.tabulation.cases[.total].cases == 5)
    #expect(Publication(made.tabulation, isProtected: false).others == 1)
    #expect(Publication(made.tabulation, isProtected: true).others == nil)
  }
}
