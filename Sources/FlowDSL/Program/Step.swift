import FEEL

/// One step of a flow.
public struct Step: Sendable {
  /// Its name, unique in the flow.
  public var name: String
  /// What every step may carry for people to read.
  public var notes: Notes
  /// The role that does it.
  public var by: String?
  /// The step is passed over unless this holds.
  public var when: CompiledExpression?
  /// When it is due, if ever.
  public var due: Due?
  /// Who has to agree before the step is done.
  public var concurrence: Concurrence?
  /// Where to go when the step is done.
  public var then: Route
  /// Where to go when the step is passed over: the step that follows in its block.
  public var next: Target
  /// For whom and by when what is given up here is to be done, or what an end leaves open; `nil` where nothing is said.
  public var task: TaskRule?
  /// What is done.
  public var kind: Kind

  /// A step with resolved names.
  public init(
    name: String, notes: Notes = Notes(), by: String? = nil, when: CompiledExpression? = nil, due: Due? = nil,
    concurrence: Concurrence? = nil, then: Route? = nil, next: Target, task: TaskRule? = nil, kind: Kind
  ) {
    self.concurrence = concurrence
    self.name = name
    self.notes = notes
    self.by = by
    self.when = when
    self.due = due
    self.then = then ?? Route(guards: [], otherwise: next)
    self.next = next
    self.task = task
    self.kind = kind
  }

  /// The closed set of step kinds (grammar, section 8).
  ///
  /// Indirect, so that a step is copied at the cost of one reference, whatever its kind holds.
  public indirect enum Kind: Sendable {
    case ask([Question])
    case assess(Assessment)
    case decide(Decision)
    case `do`([Tick])
    case contact(Contact)
    case refer(Referral)
    case inform(Information)
    case run(Call)
    case each(Iteration)
    case together([Branch])
    case wait(Wait)
    case end
  }
}

/// Words and citations that a step, a question or a tick may carry.
public struct Notes: Sendable {
  /// What people read in place of the name.
  public var title: Words?
  /// How to do it.
  public var help: Words?
  /// Why it is asked or done.
  public var why: Words?
  /// Suggested words.
  public var say: Words?
  /// Other words to say, the first whose condition holds.
  public var sayInstead: [Instead]
  /// Articles.
  public var law: [String]
  /// Names of the flow's sources.
  public var source: [String]

  /// Words and citations; all may be left out.
  public init(
    title: Words? = nil, help: Words? = nil, why: Words? = nil, say: Words? = nil,
    sayInstead: [Instead] = [], law: [String] = [], source: [String] = []
  ) {
    self.title = title
    self.help = help
    self.why = why
    self.say = say
    self.sayInstead = sayInstead
    self.law = law
    self.source = source
  }
}

/// Words that stand for others where a condition holds (grammar, section 3.1).
public struct Instead: Sendable {
  /// When they stand there.
  public var when: CompiledExpression
  /// What is read.
  public var words: Words

  /// Words with their condition.
  public init(when: CompiledExpression, words: Words) {
    self.when = when
    self.words = words
  }
}

/// Where a walk goes inside a block.
public enum Target: Sendable, Hashable {
  case step(Int)
  /// The end of a branch of `together`.
  case endOfBranch
}

/// Guards tried in order, then what is left.
public struct Route: Sendable {
  /// The first that holds decides.
  public var guards: [(when: CompiledExpression, go: Target)]
  /// Where to go when no guard holds; `nil` where the checker proved that one always does.
  public var otherwise: Target?

  /// A route of guards and a rest.
  public init(guards: [(when: CompiledExpression, go: Target)], otherwise: Target?) {
    self.guards = guards
    self.otherwise = otherwise
  }
}

/// When a step is due.
public enum Due: Sendable {
  /// A length of time after a start.
  case after(Length, from: Start)
  /// A date and time; null is no due time.
  case at(CompiledExpression)

  /// How long.
  public enum Length: Sendable {
    case milliseconds(Int64)
    /// A days and time duration; null is no due time.
    case expression(CompiledExpression)
    /// To the end of the last of so many working days after the day of the start.
    case workingDays(Int)
  }

  /// From when the time counts.
  public enum Start: Sendable, Hashable {
    /// The step was reached.
    case reached
    /// A fact of type date and time, by slot.
    case fact(Int)
    /// Another step of the flow was done, by index.
    case done(Int)
  }

  /// So many milliseconds from a start.
  public init(within: Int64, from: Start = .reached) { self = .after(.milliseconds(within), from: from) }

  /// Milliseconds, where the length is written out.
  public var within: Int64? {
    if case .after(.milliseconds(let within), _) = self { within } else { nil }
  }

  /// From when the time counts; `nil` for a moment of its own.
  public var from: Start? {
    if case .after(_, let from) = self { from } else { nil }
  }
}
