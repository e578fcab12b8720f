/// Scenarios: what they name exists, and what they answer fits (grammar, section 13.3).
struct ScenarioCheck {
  private let scenario: ScenarioSyntax
  private let flow: FlowSignature
  private let names: ScenarioNames
  private let roles: Set<String>
  private var diagnostics: [Diagnostic] = []

  /// Diagnostics on scenarios; nothing more than its flow where that is missing or cannot be read.
  static func check(_ scenarios: [ScenarioSyntax], _ surroundings: Surroundings) -> [Diagnostic] {
    let signatures = surroundings.signatures
    let roles = surroundings.roles.union(signatures.values.flatMap { $0.flow.roles.map(\.name.value) })
    var names: [String: ScenarioNames] = [:]
    var diagnostics: [Diagnostic] = []
    for scenario in scenarios where !surroundings.broken.contains(scenario.flow.value) {
      guard let flow = signatures[scenario.flow.value] else {
        let nearest = Nearest.name(to: scenario.flow.value, among: signatures.keys) ?? ""
        diagnostics.append(
          Diagnostic(
            .unknownFlow, at: scenario.flow.place, ["name": scenario.flow.value, "nearest": nearest]))
        continue
      }
      let known = names[scenario.flow.value] ?? ScenarioNames(flow, signatures)
      names[scenario.flow.value] = known
      var check = ScenarioCheck(scenario: scenario, flow: flow, names: known, roles: roles)
      check.run()
      diagnostics += check.diagnostics
    }
    return diagnostics
  }

  private init(scenario: ScenarioSyntax, flow: FlowSignature, names: ScenarioNames, roles: Set<String>) {
    self.scenario = scenario
    self.flow = flow
    self.names = names
    self.roles = roles
  }

  private mutating func run() {
    if let person = scenario.person { expect(person.role, among: roles, else: .unknownRole) }
    for field in scenario.given { given(field) }
    for answer in scenario.answers { self.answer(answer.key, answer.reply) }
    for act in scenario.acts { self.act(act) }
    for said in scenario.walk { self.said(said) }
    if let expectation = scenario.expect { expect(expectation) }
  }

  private mutating func given(_ field: LiteralSyntax.Field) {
    let takes = flow.takes.map { flow.facts.names[$0] }
    guard takes.contains(field.name.value), let slot = flow.facts.slot(of: field.name.value) else {
      diagnostics.append(
        Diagnostic(
          .unknownInput, at: field.name.place,
          [
            "name": field.name.value, "flow": flow.flow.name.value, "known": takes.joined(separator: ", "),
            "nearest": Nearest.name(to: field.name.value, among: takes) ?? "",
          ]))
      return
    }
    let type = flow.facts[slot].type
    if !field.value.fits(type), !field.value.isUnanswered {
      diagnostics.append(
        Diagnostic(
          .valueDoesNotFit, at: field.value.place,
          [
            "name": field.name.value, "expected": type.written, "found": field.value.written,
            "example": field.value.meant(as: type) ?? type.example ?? "",
          ]))
    }
  }

  private mutating func answer(_ key: Located<String>, _ reply: ReplySyntax) {
    guard let asked = names.asked[ScenarioNames.plain(key.value)] else {
      expect(key, among: names.asked.keys, else: .nothingAsked)
      return
    }
    if case .override(_, _, let role?) = reply.form { expect(role, among: roles, else: .unknownRole) }
    guard !asked.contains(where: { $0.takes(reply) }) else { return }
    var fits: [String] = []
    for written in asked.map(\.written) where !fits.contains(written) { fits.append(written) }
    diagnostics.append(
      Diagnostic(
        .replyDoesNotFit, at: reply.place,
        [
          "name": key.value, "expected": fits.joined(separator: " | "),
          "example": asked.lazy.compactMap { $0.meant(by: reply) }.first ?? asked.first?.example ?? "",
        ]))
  }

  private mutating func act(_ act: ActSyntax) {
    if let before = act.before { step(before) }
    switch act.kind {
    case .correct(let item, let reply, _): answer(item, reply)
    case .task(let item, let reply): task(item, reply)
    case .note, .about: break
    case .report(let fact): expect(fact, among: names.reports, else: .notReportable)
    case .handOver(let person): expect(person.role, among: roles, else: .unknownRole)
    }
  }

  private mutating func said(_ said: SaidSyntax) {
    if let role = said.role { expect(role, among: roles, else: .unknownRole) }
    switch said.kind {
    case .answer(let answer):
      if answer.reply.settles {
        task(answer.key, answer.reply)
      } else {
        self.answer(answer.key, answer.reply)
      }
    // An entry that is named by its number is known only in the walk.
    case .correct(let item, let reply, _): if !item.value.hasPrefix("#") { answer(item, reply) }
    case .report(let fact):
      let name = fact.value.split(separator: ".").last.map(String.init) ?? fact.value
      expect(Located(name, at: fact.place), among: names.reports, else: .notReportable)
    case .handOver(let person): expect(person.role, among: roles, else: .unknownRole)
    case .note, .about, .time: break
    }
  }

  private mutating func expect(_ expectation: ExpectationSyntax) {
    for name in expectation.path + expectation.never + expectation.overdue { step(name) }
    if let outcome = expectation.outcome { expect(outcome, among: flow.outcomes, else: .unknownOutcome) }
    for name in expectation.interrupts {
      expect(name, among: names.interrupts, else: .unknownInterrupt)
    }
    for name in expectation.tasks { task(name) }
    for name in expectation.documents { expect(name, among: names.documents, else: .unknownDocument) }
    for field in expectation.facts {
      guard let type = names.facts[ScenarioNames.plain(field.name.value)] else {
        expect(field.name, among: names.facts.keys, else: .unknownFact)
        continue
      }
      if !field.value.fits(type), !field.value.isUnanswered {
        diagnostics.append(
          Diagnostic(
            .valueDoesNotFit, at: field.value.place,
            [
              "name": field.name.value, "expected": type.written, "found": field.value.written,
              "example": field.value.meant(as: type) ?? type.example ?? "",
            ]))
      }
    }
  }

  /// A task by what was asked there, or by the step: an end may leave one too.
  private mutating func task(_ key: Located<String>, _ reply: ReplySyntax? = nil) {
    guard names.asked[ScenarioNames.plain(key.value)] != nil else { return step(key) }
    if let reply, !reply.settles { answer(key, reply) }
  }

  private mutating func step(_ name: Located<String>) {
    expect(name, among: names.steps, else: .unknownStep)
  }

  private mutating func expect(
    _ name: Located<String>, among known: some Sequence<String>, else code: DiagnosticCode
  ) {
    let plain = ScenarioNames.plain(name.value)
    guard !known.contains(where: { $0 == plain || $0 == name.value }) else { return }
    let nearest = Nearest.name(to: plain, among: known) ?? ""
    diagnostics.append(Diagnostic(code, at: name.place, ["name": name.value, "nearest": nearest]))
  }
}

extension ReplySyntax {
  /// Whether it says what became of a task, whatever it is about.
  fileprivate var settles: Bool {
    if case .settled = form { true } else { false }
  }
}

extension LiteralSyntax {
  /// `unknown`, `declined` or `null`: no value at all.
  fileprivate var isUnanswered: Bool {
    switch form {
    case .null, .text("unknown"), .text("declined"): true
    default: false
    }
  }
}
