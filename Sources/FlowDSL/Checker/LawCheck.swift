import FEEL

/// Whether what the protocols cite stands in the table of articles, and is of today (grammar, section 13.9).
struct LawCheck {
  private let law: LawSyntax
  private let citations: [Located<String>]

  /// The check of a folder; `nil` where it has no table.
  init?(_ folder: ProtocolSyntax) {
    guard let law = folder.law else { return nil }
    self.law = law
    let ofFlows = folder.flows.flatMap(\.citations)
    let ofDocuments = folder.documents.flatMap(\.citations)
    // What the folder shares stands in each flow that takes it: it is cited once.
    var seen: Set<Place> = []
    citations = (ofFlows + ofDocuments).filter { seen.insert($0.place).inserted }
  }

  /// A warning for each article that is cited and not in the table, where it is cited first; and for each that is in the table
  /// and cited nowhere.
  var diagnostics: [Diagnostic] {
    var told: Set<String> = []
    var used: Set<String> = []
    var found: [Diagnostic] = []
    for citation in citations.sorted(by: { $0.place < $1.place }) {
      if let article = law.article(citation.value) {
        used.insert(article.citation.value)
      } else if told.insert(citation.value).inserted {
        let nearest = Nearest.name(to: citation.value, among: law.articles.map(\.citation.value)) ?? ""
        found.append(
          Diagnostic(.articleMissing, at: citation.place, ["name": citation.value, "nearest": nearest]))
      }
    }
    found += law.articles.filter { !used.contains($0.citation.value) }.map {
      Diagnostic(.articleNotCited, at: $0.citation.place, ["name": $0.citation.value])
    }
    return found
  }

  /// A warning for each article that is not in force any more on a day, or was read more than a year before it.
  func diagnostics(on today: CalendarDate) -> [Diagnostic] {
    law.articles.compactMap { article in
      let name = article.citation.value
      if let until = article.until, until < today {
        return Diagnostic(
          .articleNotInForce, at: article.citation.place,
          ["name": name, "until": until.description, "today": today.description])
      }
      guard let read = article.read, today.daysSinceEpoch - read.daysSinceEpoch > LawCheck.mostDays else {
        return nil
      }
      return Diagnostic(
        .articleReadLongAgo, at: article.citation.place,
        ["name": name, "read": read.description, "text": article.text.value, "today": today.description])
    }
  }

  /// After so many days an article is to be read again.
  private static let mostDays = 365
}

extension FlowSyntax {
  /// Every article that it cites.
  fileprivate var citations: [Located<String>] {
    steps.flatMap(\.all).flatMap(\.citations) + guarantees.flatMap(\.notes.law)
  }
}

extension StepSyntax {
  fileprivate var citations: [Located<String>] {
    let inside: [Located<String>] =
      switch kind {
      case .do(let items): items.flatMap(\.notes.law)
      case .inform(let inform): inform.tell.flatMap(\.notes.law)
      case .contact(let contact): contact.sharing?.ground.legal.map { [$0] } ?? []
      case .refer(let refer): refer.sharing.ground.legal.map { [$0] } ?? []
      default: []
      }
    return notes.law + inside + questions.flatMap(\.notes.law)
  }
}

extension SharingSyntax.Ground {
  fileprivate var legal: Located<String>? {
    switch self {
    case .legal(let article), .both(_, let article): article
    case .consent: nil
    }
  }
}

extension DocumentSyntax {
  fileprivate var citations: [Located<String>] {
    [legal].compactMap(\.self) + sections.flatMap { $0.law + $0.items.flatMap(\.law) }
  }
}
