import ArgumentParser
import FlowDSL
import FlowIndicators
import FlowRuntime

/// `flowrun report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count the cases of journals for publication, by place and month; small figures are hidden.",
    discussion: """
      What is counted stands in indicators.yaml of the protocol folder. Figures under 5, and those that would give one \
      away, are not shown. Publish one report for a period: from two, made on different days or of periods that overlap, \
      hidden figures can be worked out.

      In CSV an empty place or month stands for all of them, and a line without figures is hidden.

      Examples:
        flowrun report                                  the last twelve whole months
        flowrun report --from 2026-01 --until 2026-06   half a year
        flowrun report --place Nord=north.db --place Sud=south.db --format csv
        flowrun report --internal                       not for publication
      """)

  @Option(help: ArgumentHelp("The first month: 2026-01.", valueName: "month"))
  var from: String?
  @Option(help: ArgumentHelp("The last month. Default: the one before this.", valueName: "month"))
  var until: String?
  @Option(
    name: .customLong("place"),
    help: ArgumentHelp(
      "A place and its journal; once for each. Default: the one journal.", valueName: "name=path"))
  var places: [String] = []
  @Flag(name: .customLong("internal"), help: "Hide nothing. Not for publication.")
  var isInternal = false
  @Option(help: "What is written: text, csv or json.")
  var format = ReportFormat.text
  @OptionGroup var protocols: ProtocolsOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard places.isEmpty || journal.journal == nil else {
      throw ValidationError("--place names a journal itself; it does not go with --journal.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let period = try ReportPeriod.period(
        from: from, until: until, now: SystemClock.now(), isInternal: isInternal)
      let places = try self.places(desk)
      let indicators = try self.indicators(desk)
      var journals: [PlacedJournal] = []
      for place in places { journals.append(try PlacedJournal(place, of: desk)) }
      var count = JournalCount(Tabulation(indicators, places: places.map(\.name), period: period))
      for copies in CaseCopy.gathered(of: journals.map(\.records)) {
        try count.take(copies) { copy throws(Failure) in
          // No case is closed to who counts: nobody is named.
          guard let read = try journals[copy.place].desk.readable(copy.record) else {
            return .failure(Failure(.unknownCase, .noInput, ["case": copy.record.identifier, "path": ""]))
          }
          if case .failure = read { desk.say(.damaged(copy.record.identifier)) }
          return read
        }
      }
      write(IndicatorReport(count, isProtected: !isInternal, words: desk.words), desk)
    }
  }

  private func write(_ report: IndicatorReport, _ desk: Desk) {
    switch format {
    case .text: desk.write(report.page())
    case .json: Output.write(report.json().text())
    case .csv:
      Output.write(report.table())
      // What a table has no room for is told beside it.
      Output.write(report.besideTable().text(width: 80, colour: false), to: 2)
    }
  }

  private func places(_ desk: Desk) throws(Failure) -> [ReportPlace] {
    if self.places.isEmpty {
      return [ReportPlace(name: desk.words(.countsPlaceHere), journal: try journal.path(desk.environment))]
    }
    var places: [ReportPlace] = []
    for text in self.places {
      guard let place = ReportPlace(text) else { throw Failure(.badPlace, .usage, ["found": text]) }
      guard !places.contains(where: { $0.name == place.name }) else {
        throw Failure(.placeTwice, .usage, ["place": place.name])
      }
      if let same = places.first(where: { $0.isSameJournal(as: place) }) {
        throw Failure(.journalTwice, .usage, ["place": same.name, "other": place.name])
      }
      places.append(place)
    }
    // Not as they are typed: where a case lies in two journals, and which figures are hidden, must not depend on it.
    return places.sorted { $0.name < $1.name }
  }

  private func indicators(_ desk: Desk) throws(Failure) -> Indicators {
    let path = try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)
    let folder = ProtocolFolder.read(path)
    let (indicators, diagnostics) = FlowCompiler.indicators(folder)
    if let indicators { return indicators }
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { throw Failure(.noIndicators, .noInput, ["folder": path]) }
    try desk.render(errors, sources: folder.sources, toError: true)
    throw Failure(.indicatorsHaveErrors, .data)
  }
}
