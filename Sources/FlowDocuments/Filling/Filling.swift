import FEEL
import FlowDSL
import FlowRuntime

/// Fills a document with the facts of a case as they stand: a pure function of program, state, name and language.
public struct Filling {
  private let standing: DocumentStanding
  private let state: State
  private let caseName: String
  private let wording: DocumentWording
  private var flow: Flow { state.program.flows[standing.flow] }

  /// A document of a state.
  ///
  /// - Parameters:
  ///   - language: one of the document's; without it, the one that its fact says, else that of the walk, else its first.
  ///   - words: where the catalogue `documents` is found.
  public init(
    _ standing: DocumentStanding, of state: State, case caseName: String, language: String? = nil,
    words: CatalogueFolder = Filling.words
  ) throws(CatalogueFailure) {
    self.standing = standing
    self.state = state
    self.caseName = caseName
    let language = language ?? Self.language(of: standing, in: state)
    wording = DocumentWording(
      program: state.program, language: language,
      catalogue: try words.catalogue("documents", language: language))
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
      name: standing.name, title: document.title(wording.language), language: wording.language,
      colon: words("colon"),
      notice: (flow.notice ?? main.notice)?(wording.language),
      head: [
        .init(name: words("head.case"), words: caseName),
        .init(name: words("head.date"), words: Self.moment(state.now)),
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
        citation: wording.citation(law: item.law, sources: item.source, of: flow))
    }
    return FilledSection(
      heading: section.heading.map(runs) ?? [], paragraphs: section.text.map(paragraphs) ?? [],
      rows: section.facts.map(row), items: items, hasBoxes: section.hasBoxes,
      contacts: contacts(section.services), lines: section.lines,
      citation: wording.citation(law: section.law, sources: section.source, of: flow))
  }

  private func row(_ slot: Int) -> FilledSection.Row {
    let fact = standing.fact(slot, of: state.program)
    return FilledSection.Row(
      title: wording.title(of: fact.fact), answer: wording.answer(fact), isKnown: fact.standing == .known)
  }

  private func runs(_ words: DocumentWords) -> [FilledSection.Run] {
    words(wording.language).map { part in
      switch part {
      case .words(let text): FilledSection.Run(words: text, isAnswer: false)
      case .fact(let slot):
        FilledSection.Run(
          words: wording.answer(standing.fact(slot, of: state.program)), isAnswer: true)
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

  private static func line(_ text: Substring) -> String { String(text.map { $0 == "\n" ? " " : $0 }) }

  /// Services of some categories, each once, those of the area before national ones.
  private func contacts(_ categories: [String]) -> [FilledSection.Contact] {
    var services: [Service] = []
    for category in categories {
      for service in state.program.directory.services
      where service.categories.contains(category) && !services.contains(service) {
        services.append(service)
      }
    }
    let local = services.filter { $0.area != "national" }
    return (local + services.filter { $0.area == "national" }).map(contact)
  }

  private func contact(_ service: Service) -> FilledSection.Contact {
    let words = wording.catalogue
    let reach =
      [service.phone, service.sms.map { words("service.sms", ["number": $0]) }, service.web]
      .compactMap(\.self)
    var details: [String] = []
    if service.area != "national" { details.append(service.area) }
    if let hours = service.hours { details.append(wording.hours(hours)) }
    if let audience = service.audience { details.append(audience(wording.language)) }
    if service.isFree == true { details.append(words("service.free")) }
    if service.isAnonymous == true { details.append(words("service.anonymous")) }
    return FilledSection.Contact(title: service.title(wording.language), reach: reach, details: details)
  }

  /// Day and time in the zone of the protocols, so that every machine makes the same document; where that zone is not
  /// known to the machine, in UTC, and marked so.
  private static func moment(_ instant: Instant) -> String {
    let seconds = instant.milliseconds / 1000 - (instant.milliseconds % 1000 < 0 ? 1 : 0)
    let offset = Zone(name: WeeklyHours.usualZone)?.offset(at: seconds)
    let local = seconds + Int64(offset ?? 0)
    let day = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    let minute = Int(local - day * 86_400) / 60
    guard let date = CalendarDate(daysSinceEpoch: Int(day)) else { return "" }
    return DocumentWording.date(date)
      + " \(DocumentWording.two(minute / 60)):\(DocumentWording.two(minute % 60))"
      + (offset == nil ? " UTC" : "")
  }
}
