import FEEL
import FlowDSL
import FlowDirectory
import FlowRuntime

/// Fills a document with the facts of a case as they stand: a pure function of program, state, name and language.
public struct Filling {
  private let standing: DocumentStanding
  private let state: State
  private let caseName: String
  private let wording: DocumentWording
  private let order: ServiceOrder
  private let zone: ZoneRules?
  private let localOffset: Int?
  private var flow: Flow { state.program.flows[standing.flow] }

  /// A document of a state.
  ///
  /// - Parameters:
  ///   - language: one of the document's; without it, the one that its fact says, else that of the walk, else its first.
  ///   - position: from where services are listed, the nearest first; without it, they stand in the order of the directory.
  ///   - zones: the rules of a zone by its IANA name: for opening times, and for the moment at which it is made.
  ///   - localOffset: seconds east of UTC on the clock of the machine at the moment of the document; where the zone of the
  ///     protocols is at another, the hour names its zone.
  ///   - words: where the catalogue `documents` is found.
  public init(
    _ standing: DocumentStanding, of state: State, case caseName: String, language: String? = nil,
    position: GeographicPosition? = nil, zones: @escaping @Sendable (String) -> ZoneRules?,
    localOffset: Int? = nil, words: CatalogueFolder = Filling.words
  ) throws(CatalogueFailure) {
    self.standing = standing
    self.state = state
    self.caseName = caseName
    let language = language ?? Self.language(of: standing, in: state)
    wording = try DocumentWording(program: state.program, language: language, words: words)
    self.localOffset = localOffset
    zone = zones(WeeklyHours.usualZone)
    order = ServiceOrder(
      position: position, moment: state.now.seconds, language: standing.personLanguage(of: state.program),
      zones: zones)
  }

  /// Where the catalogues and layouts of documents are.
  public static var words: CatalogueFolder { CatalogueFolder(target: "FlowDocuments") }

  /// The language that a document is made in where none is asked for.
  public static func language(of standing: DocumentStanding, in state: State) -> String {
    let known = standing.document.languages
    if let slot = standing.document.language,
      case .string(let code) = standing.fact(slot, of: state.program).value, known.contains(code)
    {
      return code
    }
    return known.contains(state.language) ? state.language : known.first ?? state.language
  }

  /// The document; whether it may be made is the caller's to look at (`DocumentStanding.obstacle`).
  public var filled: FilledDocument {
    let document = standing.document
    let main = state.program.flows[0]
    let words = wording.catalogue
    return FilledDocument(
      name: standing.name, title: wording(document.title), language: wording.language,
      colon: words("colon"), separator: words("citations"),
      notices: (state.isPractice ? [.init(words: words("practice"), language: wording.language)] : [])
        + wording.notices(flow.notice ?? main.notice, of: flow),
      head: [
        .init(name: words("head.case"), words: caseName),
        .init(name: words("head.date"), words: moment(state.now)),
        .init(name: words("head.for"), words: wording.recipient(document.recipient)),
      ],
      sections: document.sections.compactMap(section),
      foot: [
        .init(name: words("foot.program"), words: "\(main.name) \(main.version)"),
        .init(name: words("foot.entry"), words: String(state.sequence)),
        .init(name: words("foot.hash"), words: state.program.hash),
      ])
  }

  private func section(_ section: DocumentSection) -> FilledSection? {
    if let when = section.when, !standing.holds(when) { return nil }
    let items = section.items.filter { $0.when.map(standing.holds) ?? true }.map { item in
      FilledSection.Item(
        words: runs(item.words),
        citations: wording.citations(law: item.law, sources: item.source, of: flow))
    }
    return FilledSection(
      heading: section.heading.map(runs) ?? [], paragraphs: section.text.map(paragraphs) ?? [],
      rows: section.facts.map(row) + section.caseDetails.flatMap(rows), items: items,
      hasBoxes: section.hasBoxes,
      contacts: contacts(section.services), lines: section.lines,
      citations: wording.citations(law: section.law, sources: section.source, of: flow))
  }

  private func row(_ slot: Int) -> FilledSection.Row {
    let fact = standing.fact(slot, of: state.program)
    return FilledSection.Row(
      title: wording.title(of: fact.fact), answer: answer(fact), isKnown: fact.standing == .known)
  }

  /// What is shown of the case itself: what nobody wrote down is said to be missing.
  private func rows(_ detail: DocumentSection.CaseDetail) -> [FilledSection.Row] {
    let words = wording.catalogue
    let rows: [(title: String, answer: String)] =
      switch detail {
      case .reference: state.references.map { (words("about.reference"), $0) }
      case .people: state.people.map { (words("part." + $0.part.rawValue), describe($0)) }
      case .words:
        state.quotations.map { quotation, _ in
          let part = words("part." + quotation.speaker.rawValue)
          return (words("about.words", ["part": part]), words("about.quoted", ["words": quotation.words]))
        }
      }
    guard !rows.isEmpty else {
      let title = words(detail == .words ? "about.wordsOf" : "about." + detail.rawValue)
      return [.init(title: title, answer: words("answer.none"), isKnown: false)]
    }
    return rows.map { .init(title: $0.title, answer: InertText.of($0.answer), isKnown: true) }
  }

  /// A mark; in a practice case who it is.
  private func describe(_ person: PersonOfCase) -> String {
    let words = wording.catalogue
    var parts = [person.mark]
    if let identity = person.identity {
      parts.append(identity.name)
      if let born = identity.born { parts.append(words("about.born", ["date": born])) }
      if let reach = identity.reach { parts.append(words("about.reach", ["reach": reach])) }
    }
    return parts.joined(separator: ", ")
  }

  /// The answer to a fact; a factor that counts although nobody said so is never told as one that somebody stated.
  private func answer(_ fact: FactStanding) -> String {
    wording.answer(fact, precautions: state.precautions(among: fact.value))
  }

  private func runs(_ words: DocumentWords) -> [FilledSection.Run] {
    words(wording.language, else: wording.fallback).map { part in
      switch part {
      case .words(let text): FilledSection.Run(words: text, isAnswer: false)
      case .fact(let slot):
        FilledSection.Run(words: answer(standing.fact(slot, of: state.program)), isAnswer: true)
      }
    }
  }

  /// An empty line begins a new paragraph; other line breaks of the file are spaces.
  private func paragraphs(_ words: DocumentWords) -> [[FilledSection.Run]] {
    var paragraphs: [[FilledSection.Run]] = [[]]
    for run in runs(words) {
      guard !run.isAnswer else {
        paragraphs[paragraphs.count - 1].append(run)
        continue
      }
      var rest = run.words[...]
      while let gap = rest.firstRange(of: "\n\n") {
        paragraphs[paragraphs.count - 1].append(
          .init(words: Self.line(rest[..<gap.lowerBound]), isAnswer: false))
        paragraphs.append([])
        rest = rest[gap.upperBound...]
      }
      paragraphs[paragraphs.count - 1].append(.init(words: Self.line(rest), isAnswer: false))
    }
    return paragraphs.filter { $0.contains { $0.words.contains { !$0.isWhitespace } } }
  }

  /// `Paris` of `Europe/Paris`.
  private static let placeOfZone = String(
    WeeklyHours.usualZone.split(separator: "/").last ?? WeeklyHours.usualZone[...])

  private static func line(_ text: Substring) -> String { String(text.map { $0 == "\n" ? " " : $0 }) }

  /// Services of some categories, each once, those of the area before national ones; from a position, the best of them first.
  private func contacts(_ categories: [String]) -> [FilledSection.Contact] {
    var services: [Service] = []
    for category in categories {
      for service in state.program.directory.services
      where service.categories.contains(category) && !services.contains(service) {
        services.append(service)
      }
    }
    let local = services.filter { $0.area != "national" }
    let all = order.candidates(local + services.filter { $0.area == "national" })
    return all.map { wording.contact($0, spoken: spoken(by: $0)) }
  }

  /// The name of the person's language where a service says that it speaks it, and it is not that of the walk: every service
  /// speaks that one.
  private func spoken(by candidate: ServiceCandidate) -> String? {
    guard let code = order.language, code != state.language, !candidate.service.languages.isEmpty,
      candidate.speaks == .stated, let slot = standing.document.language
    else { return nil }
    return wording.label(code, of: flow.facts[slot])
  }

  /// Day and time by the clock of the place where the entry was made, whose offset it bears, so that every machine makes the same
  /// document; where the zone of the protocols is at another hour then, the offset stands beside it. In the first edition by the clock
  /// of that zone, or in UTC, and marked so, where the machine does not know it: hours that were typed in the case were those of the
  /// machine's clock.
  private func moment(_ instant: Instant) -> String {
    let offset = zone?.offset(at: instant.seconds)
    if state.program.edition >= .second {
      let local = state.offset.minutes * 60
      let moment = written(instant, secondsEast: local)
      return local == offset ? moment : wording.catalogue("utc", ["moment": moment]) + state.offset.named
    }
    let moment = written(instant, secondsEast: offset ?? 0)
    guard let offset else { return wording.catalogue("utc", ["moment": moment]) }
    return offset == localOffset ?? offset ? moment : moment + " (\(Self.placeOfZone))"
  }

  private func written(_ instant: Instant, secondsEast offset: Int) -> String {
    let local = instant.seconds + Int64(offset)
    let day = local.floorDivided(by: 86_400)
    let minute = Int(local - day * 86_400) / 60
    guard let date = CalendarDate(daysSinceEpoch: Int(day)) else { return "" }
    return date.dayMonthYear + " \((minute / 60).twoDigits):\((minute % 60).twoDigits)"
  }
}
