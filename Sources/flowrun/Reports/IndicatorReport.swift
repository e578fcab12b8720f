import FlowDSL
import FlowIndicators

/// The indicators of a period, for people and for programs.
struct IndicatorReport {
  let words: Wording
  let publication: Publication
  /// Cases that cannot be read.
  let unreadable: Int
  /// Cases counted that are in several journals.
  let repeated: Int

  /// The report of what was counted.
  init(_ count: JournalCount, isProtected: Bool, words: Wording) {
    self.words = words
    publication = Publication(count.tabulation, isProtected: isProtected)
    unreadable = count.unreadable
    repeated = count.repeated
  }

  private var language: String { words.language.rawValue }

  /// A heading, a table for each count with what it counts, and at the foot what was not counted.
  func page() -> Screen {
    var screen = Screen()
    addWarning(to: &screen)
    screen.add(words(.countsHeading, ["name": publication.indicators.name]), .title)
    screen.add(words(.countsPeriod, period))
    if let notice = publication.indicators.notice { screen.add(notice(language)) }
    for counted in publication.counts {
      screen.space()
      add(counted, to: &screen)
    }
    screen.space()
    screen.add(foot())
    return screen
  }

  /// What a table of figures has no room for: whether it may be published, what is to be known of it, what was not counted.
  func besideTable() -> Screen {
    var screen = Screen()
    addWarning(to: &screen)
    if let notice = publication.indicators.notice { screen.add(notice(language)) }
    for counted in publication.counts {
      guard let untold = untold(counted) else { continue }
      addTitle(of: counted, to: &screen)
      screen.add(untold, indent: 2)
    }
    screen.add(foot())
    return screen
  }

  private func addWarning(to screen: inout Screen) {
    guard !publication.isProtected else { return }
    screen.add(words(.countsInternal), .warning)
    screen.space()
  }

  private var period: [String: String] {
    ["from": publication.period.first.description, "until": publication.period.last.description]
  }

  private func add(_ counted: Publication.Counted, to screen: inout Screen) {
    addTitle(of: counted, to: &screen)
    screen.add(counted.count.summary(language), indent: 2)
    screen.space()
    let grid = IndicatorGrid(counted.figures, words: words)
    if grid.isHidden {
      screen.add(words(.countsNothing), indent: 2)
    } else {
      for line in grid.lines { screen.add([Run(line)], indent: 2) }
    }
    if let untold = untold(counted) { screen.add(untold, indent: 2) }
  }

  private func addTitle(of counted: Publication.Counted, to screen: inout Screen) {
    let number = counted.count.number.map { [Run($0 + "  ", .key)] } ?? []
    screen.add(counted.count.title(language), .title, marker: number)
  }

  /// How many cases are left out of a count; `nil` where none is.
  private func untold(_ counted: Publication.Counted) -> String? {
    guard let untold = counted.untold else {
      return words(.countsUntoldFew, ["threshold": String(Publication.threshold)])
    }
    return untold == 0 ? nil : words.count(untold, one: .countsUntoldOne, many: .countsUntoldMany)
  }

  /// How the tables are read, and what was not counted.
  func foot() -> Screen {
    let threshold = ["threshold": String(Publication.threshold)]
    var screen = Screen()
    screen.add(words(.countsReading) + " " + words(.countsReadingCases))
    if publication.isProtected { screen.add(words(.countsHidden, threshold)) }
    screen.add(
      publication.cases.map { words(.countsCases, ["count": String($0)]) }
        ?? words(.countsCasesHidden))
    screen.add(others)
    if unreadable > 0 {
      screen.add(words.count(unreadable, one: .countsUnreadableOne, many: .countsUnreadableMany), .warning)
    }
    if repeated > 0 { screen.add(words.count(repeated, one: .countsTwiceOne, many: .countsTwiceMany)) }
    if publication.isProtected { screen.add(words(.countsOnce)) }
    for source in sources { screen.add(words(.countsSource, ["source": source]), .quiet) }
    screen.add(words(.countsHash, ["hash": String(publication.indicators.hash.prefix(12))]), .quiet)
    return screen
  }

  /// What the counts cite, each once.
  private var sources: [String] {
    publication.counts.flatMap(\.count.sources).map { $0(language) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var others: String {
    let flows = ["flows": publication.indicators.cases.joined(separator: ", ")]
    guard let others = publication.others else { return words(.countsOthers, flows) }
    let phrase: Phrase =
      others == 1 || (others == 0 && words.language == .french) ? .countsOthersOne : .countsOthersMany
    return words(phrase, flows.merging(["count": String(others)]) { old, _ in old })
  }
}
