import FEEL
import FlowDSL

/// Walks a program as a scenario says, and compares the walk with what the scenario expects (grammar, section 13.3).
public struct ScenarioRunner: Sendable {
  /// What came of a scenario.
  public struct Result: Sendable {
    /// The case where the walk came to rest.
    public var state: State
    /// The entries made.
    public var entries: [Entry] = []
    /// Where the walk is not what the scenario says, in order.
    public var failures: [ScenarioFailure] = []
    /// Keys of what the scenario gave no answer to, and was said in its plain way (`otherwise`).
    public var unspoken: Set<String> = []
    /// The answers that nothing asked for.
    public var unusedAnswers: [Located<String>] = []

    /// Whether the walk is what the scenario says.
    public var isPassed: Bool { failures.isEmpty }
    /// Which parts of the program the walk used.
    public var coverage: Coverage { state.coverage ?? Coverage() }
  }

  /// When a scenario starts that does not say: 2026-01-01T00:00:00Z.
  public static let defaultStart = Instant(milliseconds: 1_767_225_600_000)
  /// Milliseconds between one entry and the next.
  public static let pause: Int64 = 60_000
  /// More acts than this are taken as going round in circles.
  static let mostActs = 50_000

  private let interpreter: Interpreter
  private let scenario: ScenarioSyntax
  private var result: Result
  private var person: Person
  private var acts: ArraySlice<ActSyntax>
  private var used: Set<String> = []
  /// When and where the walk starts.
  private let begin: Instant
  private let offset: UTCOffset

  /// Walks a scenario of the program's main flow; `start` and `offset` count where the scenario does not say when it starts.
  public static func run(
    _ scenario: ScenarioSyntax, of program: Program, start: Instant = defaultStart, offset: UTCOffset = .utc
  ) -> Result {
    var runner = ScenarioRunner(scenario, program, start: start, offset: offset)
    runner.walk()
    runner.compare()
    return runner.result
  }

  private init(_ scenario: ScenarioSyntax, _ program: Program, start: Instant, offset: UTCOffset) {
    let written = scenario.start.flatMap { Value(temporal: $0.value) }
    begin = written?.instant ?? start
    self.offset = written == nil ? offset : written?.offset ?? .utc
    self.scenario = scenario
    interpreter = Interpreter(program)
    result = Result(state: interpreter.initial)
    result.state.coverage = Coverage()
    person = Person(
      identifier: scenario.person?.id.value ?? "scenario",
      role: scenario.person?.role.value ?? program.flows[0].steps[program.flows[0].first].by ?? "")
    acts = scenario.acts[...]
  }

  private mutating func fail(_ kind: ScenarioFailure.Kind, at place: Place) {
    result.failures.append(ScenarioFailure(kind: kind, place: place))
  }

  private mutating func walk() {
    guard start() else { return }
    if !scenario.walk.isEmpty { return walkAsTold() }
    for _ in 0..<ScenarioRunner.mostActs {
      guard actBefore() else { return }
      guard result.state.status == .running, let (act, place) = next() else { return actAtRest() }
      guard say(act, at: place) else { return }
    }
    fail(.endless, at: scenario.name.place)
  }

  /// Says entry by entry what the scenario tells so.
  private mutating func walkAsTold() {
    for said in scenario.walk {
      let role = said.role?.value ?? person.role
      guard let act = act(of: said, role: role) else { return }
      guard say(act, at: said.place, after: said.after ?? ScenarioRunner.pause) else { return }
      if case .handOver(let next) = said.kind {
        person = Person(identifier: next.id.value, role: next.role.value)
      }
    }
  }

  private mutating func act(of said: SaidSyntax, role: String) -> Act? {
    switch said.kind {
    case .answer(let answer):
      for asked in result.state.open.flatMap({ Asked.all(at: $0) })
      where asked.keys.contains(answer.key.value) {
        if let act = asked.act(answer.reply, role: role, now: result.state.now) { return act }
        fail(.replyDoesNotFit(step: answer.key.value), at: answer.reply.place)
        return nil
      }
      // What is open no more may be taken up as a task.
      let isTask = result.state.openTasks.contains {
        $0.path.keys(item: $0.item ?? $0.again?.item).contains(answer.key.value)
          || $0.path.keys(item: nil).contains(answer.key.value)
      }
      if isTask { return takeUp(answer.key, answer.reply) }
      fail(.stepNotReached(answer.key.value), at: answer.key.place)
      return nil
    case .correct(let item, let reply, let reason):
      return correction(of: item, to: reply, reason: reason, role: role)
    case .note(let words): return Act(event: .noted(words.value), role: role)
    case .report(let fact):
      let report = result.state.reportable.first {
        $0.fact.name == fact.value || "\($0.interrupt).\($0.fact.name)" == fact.value
      }
      if let report { return Act(event: report.event, role: role) }
      fail(.cannotReport(fact: fact.value), at: fact.place)
      return nil
    case .handOver(let next):
      let person = Person(identifier: next.id.value, role: next.role.value)
      return Act(event: .handedOver(to: person, reason: nil), role: role)
    case .about(let detail): return Act(event: detail.event, role: role)
    case .time: return Act(event: .clock, role: role)
    }
  }

  /// A correction of what was said last of an item, or of an entry by its number; what is no answer becomes a note.
  private mutating func correction(
    of item: Located<String>, to reply: ReplySyntax, reason: Located<String>, role: String
  ) -> Act? {
    let isNumber = item.value.hasPrefix("#")
    for said in result.state.answers.reversed() where isNumber || !said.isWithdrawn {
      if isNumber, "#\(said.sequence)" != item.value { continue }
      var act: Act
      if let asked = Asked(said, in: result.state) {
        guard isNumber || asked.keys.contains(item.value) else { continue }
        guard let right = asked.act(reply, role: role, now: said.at) else {
          fail(.replyDoesNotFit(step: item.value), at: reply.place)
          return nil
        }
        act = right
      } else if case .settled(let step, let item, _, _) = said.event,
        case .settled(let done, let why) = reply.form
      {
        act = Act(event: .settled(step: step, item: item, done: done, reason: why.value), role: role)
      } else if isNumber, case .about(let detail) = reply.form {
        act = Act(event: detail.event, role: role)
      } else {
        guard isNumber, case .value(let literal) = reply.form, case .text(let words) = literal.form else {
          continue
        }
        act = Act(event: .noted(words), role: role)
      }
      act.event = .corrected(sequence: said.sequence, to: act.event, reason: reason.value)
      act.after = 0
      return act
    }
    fail(.nothingToCorrect(item: item.value), at: item.place)
    return nil
  }

  /// Takes an act, so many milliseconds after the entry before; `false` when it is refused.
  private mutating func say(_ act: Act, at place: Place, after: Int64? = nil) -> Bool {
    let at =
      result.state.sequence == 0
      ? begin : result.state.now.advanced(by: after ?? max(act.after, ScenarioRunner.pause))
    let by = Person(identifier: act.person ?? person.identifier, role: act.role)
    do throws(Refusal) {
      result.entries += try interpreter.step(act.event, by: by, at: at, offset: offset, state: &result.state)
      return true
    } catch {
      fail(.refused(step: act.event.step?.description ?? act.event.name, error), at: place)
      return false
    }
  }

  private mutating func start() -> Bool {
    let flow = interpreter.program.flows[0]
    var given: [GivenFact] = []
    for field in scenario.given {
      guard let slot = flow.takes.first(where: { flow.facts[$0].name == field.name.value }) else {
        fail(.factNotTaken(field.name.value), at: field.name.place)
        return false
      }
      guard let answer = field.value.answer(as: flow.facts[slot].type) else {
        fail(.givenDoesNotFit(fact: field.name.value), at: field.value.place)
        return false
      }
      given.append(GivenFact(fact: field.name.value, answer: answer))
    }
    let language = scenario.language?.value ?? flow.languages.first ?? ""
    let start = Start(program: interpreter.program.hash, flow: flow.name, language: language, given: given)
    return say(Act(event: .started(start), role: person.role), at: scenario.name.place)
  }

  /// What is said next: the first open step for which there is an answer, else the first in its plain way.
  private mutating func next() -> (Act, Place)? {
    let open = result.state.open
    for step in open {
      for asked in Asked.all(at: step) {
        guard let answer = answer(to: asked) else { continue }
        used.insert(answer.key.value)
        if asked.isTriedInVain(answer.reply) {
          fail(.neverReached(step: asked.keys[0]), at: answer.reply.place)
          return nil
        }
        guard let act = asked.act(answer.reply, role: person.role, now: result.state.now) else {
          fail(.replyDoesNotFit(step: asked.keys[0]), at: answer.reply.place)
          return nil
        }
        return (act, answer.reply.place)
      }
    }
    let otherwise = scenario.otherwise?.value ?? .stop
    for step in open {
      if let act = step.plainAct(otherwise, role: person.role, now: result.state.now) {
        if let key = act.event.replyKey { result.unspoken.insert(key) }
        return (act, scenario.otherwise?.place ?? scenario.name.place)
      }
    }
    return nil
  }

  private func answer(to asked: Asked) -> AnswerSyntax? {
    for key in asked.keys {
      if let answer = scenario.answers.first(where: { $0.key.value == key }) { return answer }
    }
    return nil
  }

  /// Does the further acts whose turn it is; `false` when one cannot be done.
  private mutating func actBefore() -> Bool {
    while let act = acts.first, let before = act.before,
      result.state.open.contains(where: { $0.path.isNamed(before.value) })
    {
      guard carryOut(act) else { return false }
    }
    return true
  }

  /// Does the further acts that wait for no step, where the walk has come to rest.
  private mutating func actAtRest() {
    while let act = acts.first, act.before == nil {
      guard carryOut(act) else { return }
    }
  }

  private mutating func carryOut(_ act: ActSyntax) -> Bool {
    acts.removeFirst()
    guard let said = self.said(act) else { return false }
    guard say(said, at: act.before?.place ?? act.place) else { return false }
    if case .handOver(let next) = act.kind {
      person = Person(identifier: next.id.value, role: next.role.value)
    }
    return true
  }

  /// What takes up a task; a later one of the same name is meant where the first is closed.
  private mutating func takeUp(_ item: Located<String>, _ reply: ReplySyntax) -> Act? {
    let task =
      result.state.openTasks.first { $0.path.keys(item: $0.item ?? $0.again?.item).contains(item.value) }
      ?? result.state.openTasks.first { $0.path.keys(item: nil).contains(item.value) }
    guard let task else {
      fail(.noTask(item.value), at: item.place)
      return nil
    }
    if case .settled(let done, let reason) = reply.form {
      return Act(event: task.settled(done: done, reason: reason.value), role: person.role)
    }
    for asked in task.again.map { Asked.all(at: $0) } ?? [] {
      if let act = asked.act(reply, role: person.role, now: result.state.now) {
        return Act(event: act.event, role: act.role, person: act.person)
      }
    }
    fail(.replyDoesNotFit(step: item.value), at: reply.place)
    return nil
  }

  /// What a further act says, and by whom.
  private mutating func said(_ act: ActSyntax) -> Act? {
    switch act.kind {
    case .note(let words): return Act(event: .noted(words.value), role: person.role)
    case .about(let detail): return Act(event: detail.event, role: person.role)
    case .task(let item, let reply): return takeUp(item, reply)
    case .handOver(let next):
      let next = Person(identifier: next.id.value, role: next.role.value)
      return Act(event: .handedOver(to: next, reason: nil), role: person.role)
    case .report(let fact):
      if let report = result.state.reportable.first(where: { $0.fact.name == fact.value }) {
        return Act(event: report.event, role: person.role)
      }
      fail(.cannotReport(fact: fact.value), at: fact.place)
      return nil
    case .correct(let item, let reply, let reason):
      return correction(of: item, to: reply, reason: reason, role: person.role)
    }
  }

  private mutating func compare() {
    result.unusedAnswers = scenario.answers.map(\.key).filter { !used.contains($0.value) }
    if result.failures.isEmpty, let act = acts.first {
      fail(.stepNotReached(act.before?.value ?? ""), at: act.before?.place ?? act.place)
    }
    compareGuarantees()
    // Where the walk could not go on as the scenario says, all else that differs follows from it.
    guard let expect = scenario.expect, result.failures.isEmpty else { return }
    let state = result.state
    if let outcome = expect.outcome, state.status == .running, let open = state.open.first {
      let step = Asked.all(at: open).first?.keys.first ?? open.path.description
      return fail(.stopped(step: step, expected: outcome.value), at: outcome.place)
    }
    let passed = state.steps.filter { $0.course == .passed }.map(\.path)
    var rest = passed[...]
    for step in expect.path {
      guard let index = rest.firstIndex(where: { $0.isNamed(step.value) }) else {
        fail(.notPassed(step: step.value), at: step.place)
        break
      }
      rest = rest[(index + 1)...]
    }
    for step in expect.never where passed.contains(where: { $0.isNamed(step.value) }) {
      fail(.passed(step: step.value), at: step.place)
    }
    compareOutcome(expect)
    // Of a walk that went another way, the facts and documents of that way are not told one by one.
    guard result.failures.isEmpty else {
      result.failures.removeSubrange(1...)
      return
    }
    for field in expect.facts { compare(field) }
    let events = state.effects.map(\.event)
    for name in expect.interrupts where !events.contains(where: { $0.isInterruption(named: name.value) }) {
      fail(.notInterrupted(name.value), at: name.place)
    }
    for step in expect.overdue where !events.contains(where: { $0.isOverdue(named: step.value) }) {
      fail(.notOverdue(step: step.value), at: step.place)
    }
    for name in expect.tasks
    where !state.openTasks.contains(where: { $0.path.keys(item: $0.item).contains(name.value) }) {
      fail(.noTask(name.value), at: name.place)
    }
    let documents = expect.documents.isEmpty ? [] : state.documents.filter { $0.obstacle == nil }
    for name in expect.documents
    where !documents.contains(where: { $0.name == name.value || $0.document.name == name.value }) {
      fail(.noDocument(name.value), at: name.place)
    }
  }

  /// What the flows promise has to hold on each walk. Where people were late, it is not the flow that breaks a promise.
  private mutating func compareGuarantees() {
    let program = interpreter.program
    for broken in result.state.brokenGuarantees where !broken.isByLateness {
      fail(
        .guaranteeBroken(
          name: broken.definition(in: program).name, flow: program.flows[broken.flow].name,
          step: broken.step.description, entry: broken.entry,
          minutes: broken.elapsed.map { String(($0 + 59_999) / 60_000) }),
        at: scenario.name.place)
    }
  }

  private mutating func compareOutcome(_ expect: ExpectationSyntax) {
    guard let outcome = expect.outcome else { return }
    let found =
      if case .ended(let found) = result.state.status {
        found
      } else {
        result.state.open.map(\.path.description).joined(separator: ", ")
      }
    if found != outcome.value || result.state.status == .running {
      fail(.outcomeDiffers(expected: outcome.value, found: found), at: outcome.place)
    }
  }

  private mutating func compare(_ field: LiteralSyntax.Field) {
    let parts = field.name.value.split(separator: "/", omittingEmptySubsequences: false)
    let prefix = parts.dropLast().map { $0 + "/" }.joined()
    guard let found = result.state.fact(parts.last.map(String.init) ?? "", in: prefix) else {
      return fail(
        .factDiffers(fact: field.name.value, expected: field.value.words, found: "-"), at: field.name.place)
    }
    let isSame =
      switch (found.standing, field.value.form) {
      case (.unset, .null), (.unknown, .null), (.declined, .null): true
      case (.known, _): field.value.expectation(as: found.fact.type) == found.value
      case (.unknown, _): field.value.answer(as: found.fact.type) == .unknown
      case (.declined, _): field.value.answer(as: found.fact.type) == .declined
      default: false
      }
    guard !isSame else { return }
    let words = found.standing == .known ? found.value.text : "\(found.standing)"
    fail(
      .factDiffers(fact: field.name.value, expected: field.value.words, found: words), at: field.value.place)
  }
}

extension StepPath {
  /// Whether a name or a whole path means this step.
  fileprivate func isNamed(_ name: String) -> Bool {
    description == name || description.split(separator: "/").last.map(String.init) == name
  }
}

extension Event {
  fileprivate func isInterruption(named name: String) -> Bool {
    guard case .interrupted(let path) = self, let last = path.description.split(separator: "/").last else {
      return false
    }
    return path.description == name || last.dropFirst().prefix { $0 != "[" } == name
  }

  fileprivate func isOverdue(named name: String) -> Bool {
    if case .overdue(let path, _) = self { path.isNamed(name) } else { false }
  }
}

extension CaseDetailSyntax {
  /// What is said.
  fileprivate var event: Event {
    switch self {
    case .identify(let part, let mark): .identified(PersonOfCase(part, mark: mark.value))
    case .reference(let reference): .referenced(reference.value)
    case .quote(let part, let words): .quoted(Quotation(words.value, by: part))
    }
  }
}

extension LiteralSyntax {
  /// As it would be written on one line.
  fileprivate var words: String {
    switch form {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let text), .text(let text): text
    case .list(let items): "[" + items.map(\.words).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name.value): \($0.value.words)" }.joined(separator: ", ") + "}"
    }
  }
}
