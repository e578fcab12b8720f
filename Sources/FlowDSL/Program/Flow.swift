import FEEL

/// One checked flow: facts by slot, steps by index.
public struct Flow: Sendable {
  /// Its name, unique in the program.
  public var name: String
  /// Semantic version.
  public var version: String
  /// What people read in place of the name.
  public var title: Words
  /// What the flow is for.
  public var summary: Words?
  /// Shown when a walk starts, such as that it is a worked example to be approved.
  public var notice: Words?
  /// Languages that every text has.
  public var languages: [String]
  /// Source name to where it is published.
  public var sources: [String: Words]
  /// The facts; a fact's slot is its index.
  public var facts: [Fact]
  /// Slots that the caller hands in.
  public var takes: [Int]
  /// Slots that the caller gets back.
  public var gives: [Int]
  /// All steps, also those inside branches, in the order of the text. A step's index is its place here.
  public var steps: [Step]
  /// Index of the first step.
  public var first: Int
  /// The documents that its steps produce, in the order of the steps.
  public var productions: [Production]
  /// What may fire at any step, in the order of the text.
  public var interrupts: [Interrupt]
  /// What the person may need, in the order of the text.
  public var needs: [Need]
  /// What the flow promises.
  public var guarantees: [Guarantee]
  /// The names of its ends, in the order of the text.
  public var outcomes: [String]
  /// Whether an expression of it reads the entry's moment (`EntryMoment`).
  public var readsMoment: Bool

  /// A flow of checked parts.
  public init(
    name: String, version: String, title: Words, summary: Words? = nil, notice: Words? = nil,
    languages: [String], sources: [String: Words] = [:], facts: [Fact], takes: [Int] = [], gives: [Int] = [],
    steps: [Step], first: Int = 0, productions: [Production] = [], interrupts: [Interrupt] = [],
    needs: [Need] = [], guarantees: [Guarantee] = [], outcomes: [String],
    readsMoment: Bool = false
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.summary = summary
    self.notice = notice
    self.languages = languages
    self.sources = sources
    self.facts = facts
    self.takes = takes
    self.gives = gives
    self.steps = steps
    self.first = first
    self.productions = productions
    self.interrupts = interrupts
    self.needs = needs
    self.guarantees = guarantees
    self.outcomes = outcomes
    self.readsMoment = readsMoment
  }
}

/// A declared fact.
public struct Fact: Sendable {
  /// Whom a fact is about.
  public enum Subject: String, Sendable, CaseIterable {
    case victim, perpetrator, child, witness, professional, `case`
  }

  /// Its name in expressions.
  public var name: String
  /// What values it takes.
  public var type: ValueType
  /// Whom it is about.
  public var about: Subject
  /// Roles and categories that may be given the fact, beside the flow's own roles.
  public var see: [String]
  /// What people read in place of the name.
  public var title: Words?
  /// Values of a choice and fields of a record to their words.
  public var labels: [String: Words]
  /// The unit of a number.
  public var unit: Words?
  /// What a value must satisfy: input is the value.
  public var allowed: CompiledUnaryTests?
  /// The ends among these that other facts or the moment give, in the order of the text.
  public var bounds: [Bound]
  /// Whether a journal keeps only a commitment to it in its chain.
  public var isPersonal: Bool { about != .case || type == .string }

  /// A fact with what was declared of it.
  public init(
    name: String, type: ValueType, about: Subject = .case, see: [String] = [], title: Words? = nil,
    labels: [String: Words] = [:], unit: Words? = nil, allowed: CompiledUnaryTests? = nil,
    bounds: [Bound] = []
  ) {
    self.name = name
    self.type = type
    self.about = about
    self.see = see
    self.title = title
    self.labels = labels
    self.unit = unit
    self.allowed = allowed
    self.bounds = bounds
  }
}

/// A flow that is walked at once when a condition becomes true, at whichever step.
public struct Interrupt: Sendable {
  /// Its name in the flow.
  public var name: String
  /// What people read in place of the name.
  public var title: Words?
  /// Reads the slots of the flow that declares it; `nil` where it fires for another reason.
  public var when: CompiledExpression?
  /// Index of the step that fires it by being late.
  public var late: Int?
  /// The flow that is walked.
  public var call: Call
  /// Boolean facts that may be reported at any step, with the words offered.
  public var reports: [(slot: Int, words: Words)]
  /// By outcome of its flow, the end at which the flow that declares it then ends, by index. With any other outcome, that one
  /// goes on where it was.
  public var ends: [String: Int]

  /// An interrupt with resolved names.
  public init(
    name: String, title: Words?, when: CompiledExpression?, late: Int? = nil, call: Call,
    reports: [(slot: Int, words: Words)], ends: [String: Int] = [:]
  ) {
    self.name = name
    self.title = title
    self.when = when
    self.late = late
    self.call = call
    self.reports = reports
    self.ends = ends
  }
}
