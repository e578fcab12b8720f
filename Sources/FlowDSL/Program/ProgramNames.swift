/// Names of a program's parts as people read them, in one language.
public struct ProgramNames: Sendable {
  /// Whose parts are named.
  public let program: Program
  private let language: String
  private let fallback: String?

  /// Names in a language; where words are not there in it, in another, if one is named, else as `Words` says.
  public init(_ program: Program, language: String, else fallback: String? = nil) {
    self.program = program
    self.language = language
    self.fallback = fallback
  }

  /// Words in the language.
  public func callAsFunction(_ words: Words) -> String {
    fallback.map { words(language, else: $0) } ?? words(language)
  }

  /// A role, or a category of the directory.
  public func recipient(_ name: String) -> String {
    (program.roles[name] ?? program.directory.categories[name]).map { self($0) } ?? Self.spaced(name)
  }

  /// A fact: its title, else the question that asks for it, else its name with spaces.
  public func fact(_ fact: Fact) -> String {
    fact.title.map { self($0) } ?? question(of: fact.name) ?? Self.spaced(fact.name)
  }

  /// Words of a flow where no case is at hand: the facts that they name stand there by their titles, in brackets.
  public func callAsFunction(_ words: Words, of flow: Flow) -> String {
    self(words.named(in: flow) { fact in fact.title.map { self($0) } ?? Self.spaced(fact.name) })
  }

  /// A factor of a grid: its title, else the fact it is about; `nil` where the program has neither.
  public func factor(_ name: String) -> String? {
    for case .assess(let assessment) in program.flows.lazy.flatMap(\.steps).map(\.kind) {
      if let title = (assessment.risk + assessment.safety).first(where: { $0.name == name })?.title {
        return self(title)
      }
    }
    let facts = program.flows.lazy.flatMap(\.facts).filter { $0.name == name }
    return (facts.first { $0.title != nil } ?? facts.first).map { fact($0) }
  }

  /// The fact with labels: where its flow gives none, those of another flow's fact of the same name and type.
  public func labelled(_ fact: Fact) -> Fact {
    guard fact.labels.isEmpty else { return fact }
    return program.flows.lazy.flatMap(\.facts).first {
      $0.name == fact.name && $0.type == fact.type && !$0.labels.isEmpty
    } ?? fact
  }

  private func question(of fact: String) -> String? {
    for flow in program.flows {
      for step in flow.steps {
        if let question = step.kind.allQuestions.first(where: { flow.facts[$0.slot].name == fact }) {
          return self(question.words, of: flow)
        }
      }
    }
    return nil
  }

  /// A name as words: `private-room` is `private room`.
  public static func spaced(_ name: String) -> String { String(name.map { "_-".contains($0) ? " " : $0 }) }
}

extension Step.Kind {
  /// Every question that a step of this kind may put.
  public var allQuestions: [Question] {
    switch self {
    case .ask(let questions): questions
    case .contact(let contact): contact.asks
    case .refer(let referral): referral.asks
    case .wait(let wait): wait.asks
    case .assess(let assessment): assessment.ownLevel.map { [$0] } ?? []
    default: []
    }
  }

  /// Every item that a step of this kind may have marked.
  package var allTicks: [Tick] {
    switch self {
    case .do(let ticks): ticks
    case .inform(let information): information.tell
    default: []
    }
  }
}
