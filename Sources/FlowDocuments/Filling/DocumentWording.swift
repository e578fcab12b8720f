import FEEL
import FlowDSL
import FlowRuntime

/// Parts of a program and values, in the words of one language.
struct DocumentWording {
  let program: Program
  let language: String
  let catalogue: Catalogue

  /// A role, a category, or the person.
  func recipient(_ name: String) -> String {
    if name == Document.person { return catalogue("recipient.victim") }
    let words = program.roles[name] ?? program.directory.categories[name]
    return words?(language) ?? Self.spaced(name)
  }

  /// A fact: its title, else the question that asks for it, else its name with spaces.
  func title(of fact: Fact) -> String {
    fact.title?(language) ?? question(of: fact.name)?(language) ?? Self.spaced(fact.name)
  }

  /// The answer to a fact, or why there is none.
  func answer(_ standing: FactStanding) -> String {
    switch standing.standing {
    case .unset: return catalogue("answer.notAsked")
    case .unknown: return catalogue("answer.unknown")
    case .declined: return catalogue("answer.declined")
    case .known: break
    }
    let fact = labelled(standing.fact)
    if fact.type == .list(.string), case .list(let items) = standing.value, !items.isEmpty {
      return items.map { factor($0.text) }.joined(separator: ", ")
    }
    let words = value(standing.value, labels: fact.labels)
    guard let unit = fact.unit, case .number = standing.value else { return words }
    return words + " " + unit
  }

  /// What a section or item rests on: articles, then where its sources are published.
  func citation(law: [String], sources names: [String], of flow: Flow) -> String? {
    let parts = law + names.compactMap { flow.sources[$0] }
    return parts.isEmpty ? nil : parts.joined(separator: " ; ")
  }

  private func value(_ value: Value, labels: [String: Words]) -> String {
    switch value {
    case .boolean(let isTrue): catalogue(isTrue ? "answer.yes" : "answer.no")
    case .string(let text): labels[text]?(language) ?? InertText.of(text)
    case .number(let number):
      language.hasPrefix("fr")
        ? String(number.description.map { $0 == "." ? "," : $0 }) : number.description
    case .date(let date): Self.date(date)
    case .dateTime(let moment): Self.date(moment.date) + " " + Self.time(moment.time)
    case .time(let time): Self.time(time)
    case .list(let items) where items.isEmpty: catalogue("answer.none")
    case .list(let items): items.map { self.value($0, labels: labels) }.joined(separator: ", ")
    case .context(let context):
      context.entries.map { Self.spaced($0.name) + " " + self.value($0.value, labels: labels) }
        .joined(separator: ", ")
    case .null: catalogue("answer.unknown")
    default: InertText.of(value.text)
    }
  }

  /// A factor of a grid: its title, else the fact it is about; other words as they are.
  private func factor(_ name: String) -> String {
    for case .assess(let assessment) in program.flows.lazy.flatMap(\.steps).map(\.kind) {
      if let title = (assessment.risk + assessment.safety).first(where: { $0.name == name })?.title {
        return title(language)
      }
    }
    let fact = program.flows.lazy.flatMap(\.facts).first { $0.name == name }
    return fact.map { self.title(of: $0) } ?? InertText.of(name)
  }

  /// The fact with labels: where its flow gives none, those of another flow's fact of the same name and type.
  private func labelled(_ fact: Fact) -> Fact {
    guard fact.labels.isEmpty else { return fact }
    return program.flows.lazy.flatMap(\.facts).first {
      $0.name == fact.name && $0.type == fact.type && !$0.labels.isEmpty
    } ?? fact
  }

  private func question(of fact: String) -> Words? {
    for flow in program.flows {
      for step in flow.steps {
        let questions: [Question] =
          switch step.kind {
          case .ask(let questions): questions
          case .contact(let contact): contact.asks
          case .refer(let referral): referral.asks
          case .wait(let wait): wait.asks
          default: []
          }
        if let question = questions.first(where: { flow.facts[$0.slot].name == fact }) {
          return question.words
        }
      }
    }
    return nil
  }

  static func date(_ date: CalendarDate) -> String { "\(two(date.day))/\(two(date.month))/\(date.year)" }

  static func time(_ time: ClockTime) -> String { "\(two(time.hour)):\(two(time.minute))" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func spaced(_ name: String) -> String { String(name.map { "_-".contains($0) ? " " : $0 }) }
}
