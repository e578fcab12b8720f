import FlowDSL
import FlowDirectory
import FlowRuntime

/// Parts of a program and values, in the words of one language; what is not there in it, in the protocol's first language.
struct DocumentWording {
  let language: String
  /// The language in which the protocol is written first.
  let fallback: String
  let catalogue: Catalogue
  private let fallbackCatalogue: Catalogue
  private let names: ProgramNames
  private let values: ValueWording
  private let services: ServiceWording

  init(program: Program, language: String, words: CatalogueFolder) throws(CatalogueFailure) {
    self.language = language
    let fallback = program.flows[0].languages.first ?? language
    self.fallback = fallback
    fallbackCatalogue = try words.catalogue("documents", language: fallback)
    let own = try words.catalogue("documents", language: language)
    // A language without a catalogue must not bring in a third one.
    catalogue = own.language == language ? own : fallbackCatalogue
    names = ProgramNames(program, language: language, else: fallback)
    values = ValueWording(
      names, yes: catalogue("answer.yes"), no: catalogue("answer.no"), none: catalogue("answer.none"),
      unknown: catalogue("answer.unknown"), decimal: catalogue("decimal"), text: InertText.of)
    services = try ServiceWording(language: catalogue.language)
  }

  /// Words in the language of the document.
  func callAsFunction(_ words: Words) -> String { names(words) }

  /// A role, a category, or the person.
  func recipient(_ name: String) -> String {
    name == Document.person ? catalogue("recipient.victim") : names.recipient(name)
  }

  /// A fact: its title, else the question that asks for it, else its name with spaces.
  func title(of fact: Fact) -> String { names.fact(fact) }

  /// The answer to a fact, or why there is none: also of each item of a list that an `each` collected; of a list of factors, why
  /// one counts although nobody said so.
  func answer(_ standing: FactStanding, precautions: [String: Absence?] = [:]) -> String {
    switch standing.standing.absence {
    case let absence?: return self.absence(absence)
    case nil: break
    }
    guard case .list(let items) = standing.value else { return values(standing.value, of: standing.fact) }
    if !standing.items.isEmpty {
      return zip(items, standing.items).map { item, own in
        own.absence.map(self.absence) ?? values(.list([item]), of: standing.fact)
      }.joined(separator: ", ")
    }
    guard !precautions.isEmpty, standing.fact.type == .list(.string) else {
      return values(standing.value, of: standing.fact)
    }
    return items.map { item in
      let factor = values(.list([item]), of: standing.fact)
      guard let absence = precautions[item.text] else { return factor }
      return factor + " (" + (absence.map(self.absence) ?? catalogue("answer.precaution")) + ")"
    }.joined(separator: ", ")
  }

  private func absence(_ absence: Absence) -> String {
    switch absence {
    case .unasked: catalogue("answer.notAsked")
    case .unknown: catalogue("answer.unknown")
    case .declined: catalogue("answer.declined")
    }
  }

  /// The label of a value of a fact; `nil` where it has none.
  func label(_ value: String, of fact: Fact) -> String? {
    names.labelled(fact).labels[value].map { names($0) }
  }

  /// What a section or item rests on: articles, then where its sources are published.
  func citations(law: [String], sources names: [String], of flow: Flow) -> [String] {
    law + names.compactMap { flow.sources[$0] }.map { self.names($0) }
  }

  /// What a flow says of itself; of a translation that its protocol is not written in, that it has to be read over.
  func notices(_ notice: Words?, of flow: Flow) -> [FilledDocument.Notice] {
    var notices: [FilledDocument.Notice] = []
    if let notice {
      notices.append(.init(words: names(notice), language: notice.language(language, else: fallback)))
    }
    guard !flow.languages.contains(language) else { return notices }
    if catalogue.language == language {
      notices.append(.init(words: catalogue("translated"), language: language))
    }
    notices.append(
      .init(words: fallbackCatalogue("translated"), language: fallbackCatalogue.language))
    return notices
  }

  /// A service: how it is reached, and what speaks for it.
  ///
  /// - Parameter spoken: the name of the language that the person speaks.
  func contact(_ candidate: ServiceCandidate, spoken: String?) -> FilledSection.Contact {
    let service = candidate.service
    let reach = services.numbers(service) + [service.web].compactMap(\.self)
    var details: [String] = []
    if let spoken { details.append(catalogue("service.speaks", ["language": spoken])) }
    if let distance = candidate.distance { details.append(services.distance(distance)) }
    if service.area != "national" { details.append(service.area) }
    if let hours = service.hours { details.append(services.hours(hours, else: fallback)) }
    if let audience = service.audience { details.append(names(audience)) }
    if service.isFree == true { details.append(catalogue("service.free")) }
    if service.isAnonymous == true { details.append(catalogue("service.anonymous")) }
    return FilledSection.Contact(title: names(service.title), reach: reach.map(Self.joined), details: details)
  }

  /// A number with spaces that neither a line break nor, among letters written from right to left, anything else can
  /// part: U+00A0 is a common separator of numbers (Unicode Standard Annex 9, rule W4), a plain space is not.
  private static func joined(_ number: String) -> String {
    String(number.map { $0 == " " ? "\u{A0}" : $0 })
  }
}
