import Testing

@testable import FlowDSL

/// A flow is read as it is written.
@Suite struct DecoderTests {
  private func flow(_ fragment: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> FlowSyntax
  {
    let source = SourceText(path: "example.yaml", text: Fragment.whole(fragment))
    let (file, diagnostics) = SyntaxReader.read(source)
    #expect(diagnostics.map(\.code) == [], sourceLocation: sourceLocation)
    guard case .flow(let flow) = try #require(file, sourceLocation: sourceLocation) else { throw WrongFile() }
    return flow
  }

  private struct WrongFile: Error {}

  private func step(_ fragment: String) throws -> StepSyntax {
    try #require(try flow("steps:\n" + fragment + "\n  - end: done\n").steps.first)
  }

  @Test func headOfAFlow() throws {
    let flow = try flow(
      """
      version: 1.2.0-draft
      summary: Words for all
      sources: {grid: "Grille, 2019"}
      roles: {officer: {fr: Policier, en: Officer}}
      takes: [separated]
      gives: [danger]

      """)
    #expect(flow.name.value == "example")
    #expect(flow.version.value == "1.2.0-draft")
    #expect(flow.title.words.byLanguage == ["fr": "Exemple", "en": "Example"])
    #expect(flow.summary?.words.byLanguage == ["": "Words for all"])
    #expect(flow.summary?.missing(of: ["fr", "en"]) == [])
    #expect(flow.title.missing(of: ["fr", "ar"]) == ["ar"])
    #expect(flow.languages.map(\.value) == ["fr", "en"])
    #expect(flow.sources.map(\.publication.words.byLanguage) == [["": "Grille, 2019"]])
    #expect(flow.roles.map(\.name.value) == ["officer"])
    #expect(flow.takes.map(\.value) == ["separated"])
    #expect(flow.gives.map(\.value) == ["danger"])
  }

  @Test(
    arguments: [
      ("boolean", "boolean"), ("date and time", "date and time"), ("list of text", "list of text"),
      ("list of list of number", "list of list of number"), ("[no, yes]", "[no, yes]"), ("level", "<level>"),
      ("{type: {initial: text, age: number}}", "{initial: text, age: number}"),
      ("{type: list of child}", "list of <child>"), ("{type: text, about: child}", "text"),
    ])
  func types(_ written: String, _ expected: String) throws {
    let flow = try flow("facts:\n  f: \(written)\n")
    #expect(describe(try #require(flow.facts.first).type) == expected)
  }

  @Test func declaredTypes() throws {
    let flow = try flow(
      "types:\n  level: {type: [low, high], labels: {low: {fr: faible, en: low}}}\n  child: {type: text, age: number}\n"
        + "  short: [a, b]\n  one: {type: number}\n")
    let described = flow.types.map { describe($0.type) }
    #expect(described == ["[low, high]", "{type: text, age: number}", "[a, b]", "number"])
    #expect(flow.types[0].labels.map(\.name.value) == ["low"])
  }

  private func describe(_ type: TypeSyntax) -> String {
    switch type.form {
    case .simple(let simple): simple.rawValue
    case .list(let item): "list of \(describe(item))"
    case .choice(let values): "[" + values.map(\.value).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name.value): \(describe($0.type))" }.joined(separator: ", ") + "}"
    case .named(let name): "<\(name)>"
    }
  }

  @Test func questionsHoldWordsAndKeys() throws {
    let step = try step(
      """
        - ask: side
          by: officer
          when: danger = "high"
          due: {in: PT2H, from: arrest}
          questions:
            weapon: {fr: Arme ?, en: Weapon?, law: [CP 222-17, CP 132-75], unknown: false, when: threats != false}
            threats: Menaces ?
      """)
    guard case .ask(let questions) = step.kind else {
      Issue.record("not an ask")
      return
    }
    #expect(step.by?.value == "officer")
    #expect(step.when?.text == #"danger = "high""#)
    guard case .duration(let within)? = step.due?.time else {
      Issue.record("no duration is written")
      return
    }
    #expect(within.milliseconds == 7_200_000)
    #expect(step.due?.from?.value == "arrest")
    #expect(questions.map(\.fact.value) == ["weapon", "threats"])
    #expect(questions[0].words.words.byLanguage == ["fr": "Arme ?", "en": "Weapon?"])
    #expect(questions[0].notes.law.map(\.value) == ["CP 222-17", "CP 132-75"])
    #expect(questions[0].unknown?.value == false)
    #expect(questions[0].declined == nil)
    #expect(questions[1].words.words.byLanguage == ["": "Menaces ?"])
  }

  @Test func gridsKeepTheirWeightsAsWritten() throws {
    let step = try step(
      """
        - assess: danger
          risk: {weapon: 4.50, flagged: {weight: 3, flag: red, when: a = 1}}
          safety: {rehoused: -2, other: 0}
          unknown: as risk
          level:
            - ["flags.red >= 1", extreme]
            - [ "-", low ]
          override: {roles: [supervisor], direction: up, reason: required}
      """)
    guard case .assess(let assess) = step.kind else {
      Issue.record("not an assess")
      return
    }
    #expect(assess.risk.map(\.weight.value) == ["4.50", "3"])
    #expect(assess.risk[1].flag?.value == "red")
    #expect(assess.safety.map(\.weight.value) == ["-2", "0"])
    #expect(assess.unknown?.value == .asRisk)
    #expect(assess.level.map(\.condition?.text) == ["flags.red >= 1", nil])
    #expect(assess.level.map(\.level.value) == ["extreme", "low"])
    #expect(assess.override?.direction.value == .up)
    #expect(assess.override?.reason.value == .required)
  }

  @Test func tablesAreSplitIntoInputsAndOutputs() throws {
    let step = try step(
      """
        - decide: response
          hit: rule order
          on: [danger, age + 1]
          outputs: [measures]
          rules:
            - ['"extreme"', -, '["custody"]']
            - ["-", "< 18", 'null']
          then: [{when: a = 1, go: next}, {else: done}]
      """)
    guard case .decide(let decide) = step.kind, case .table(let table) = decide.logic else {
      Issue.record("not a table")
      return
    }
    #expect(table.hit?.value == .ruleOrder)
    #expect(table.on.map(\.text) == ["danger", "age + 1"])
    #expect(table.rules.map { $0.inputs.map(\.text) } == [[#""extreme""#, "-"], ["-", "< 18"]])
    #expect(table.rules.map { $0.outputs.map(\.text) } == [[#"["custody"]"#], ["null"]])
    guard case .guards(let guards, let otherwise, _) = step.then else {
      Issue.record("no guards")
      return
    }
    #expect(guards.map(\.go.value) == ["next"])
    #expect(otherwise?.value == "done")
  }

  @Test(
    arguments: [
      ("consent: c", "consent c"), ("legal: CP 226-14", "legal CP 226-14"),
      ("consent: c\n    legal: d", "both c d"),
    ])
  func groundsOfSharing(_ ground: String, _ expected: String) throws {
    let step = try step("  - refer: r\n    to: services\n    shares: [danger]\n    \(ground)")
    guard case .refer(let refer) = step.kind else {
      Issue.record("not a refer")
      return
    }
    let found =
      switch refer.sharing.ground {
      case .consent(let consent): "consent \(consent.value)"
      case .legal(let legal): "legal \(legal.value)"
      case .both(let consent, let legal): "both \(consent.value) \(legal.value)"
      }
    #expect(found == expected)
    #expect(refer.sharing.shares.map(\.value) == ["danger"])
  }

  @Test(
    arguments: [
      ("tell: Words", ["told"]), ("tell: {fr: Mots, en: Words}", ["told"]),
      ("tell: {rights: {fr: Droits, en: Rights}, line: Numéro}", ["rights", "line"]), ("services: [a]", []),
    ])
  func whatIsTold(_ tell: String, _ expected: [String]) throws {
    guard case .inform(let inform) = try step("  - inform: told\n    \(tell)").kind else {
      Issue.record("not an inform")
      return
    }
    #expect(inform.tell.map(\.name.value) == expected)
  }

  @Test func stepsInsideBranches() throws {
    let step = try step(
      "  - together: both\n    branches:\n      desk: {by: officer, steps: [{run: custody}]}\n"
        + "      phone:\n        steps:\n          - wait: answer\n            for: PT1H\n            on: reached = true\n"
        + "          - each: child-check\n            in: children\n            as: child\n            gives: {risk: risks}"
    )
    guard case .together(let branches) = step.kind else {
      Issue.record("not together")
      return
    }
    #expect(branches.map(\.name.value) == ["desk", "phone"])
    guard case .wait(let wait) = branches[1].steps[0].kind, case .each(let each) = branches[1].steps[1].kind
    else {
      Issue.record("not a wait and an each")
      return
    }
    #expect(wait.duration?.text == "PT1H")
    #expect(wait.on?.text == "reached = true")
    #expect(each.list.text == "children")
    #expect(each.gives.map { "\($0.from.value) \($0.to.value)" } == ["risk risks"])
  }

  @Test func guaranteesAndInterrupts() throws {
    let flow = try flow(
      """
      interrupts:
        attack: {when: now = true, run: emergency, with: {place: address}, report: {now: Attaque}}
      guarantees:
        a: {if: x = 1, always: call, law: CPP 63}
        b: {never: 'outcome = "refused"'}
        c: {before: end, must: y = 1}
        d: {before: end, passed: call}
        e: {within: PT1H, from: custody/arrest, to: call}
        f: {always: call}

      """)
    #expect(flow.interrupts.first?.run.value == "emergency")
    #expect(flow.interrupts.first?.report.map(\.name.value) == ["now"])
    let shapes = flow.guarantees.map { guarantee in
      switch guarantee.shape {
      case .always(let steps, let given):
        "always \(steps.map(\.value).joined(separator: " or ")) \(given?.text ?? "-")"
      case .never(let condition): "never \(condition.text)"
      case .mustHold(let step, let condition): "must \(step.value) \(condition.text)"
      case .passedBefore(let step, let passed): "passed \(step.value) \(passed.value)"
      case .within(let duration, let from, let to): "within \(duration.text) \(from.value) \(to.value)"
      }
    }
    #expect(
      shapes == [
        "always call x = 1", #"never outcome = "refused""#, "must end y = 1", "passed end call",
        "within PT1H custody/arrest call", "always call -",
      ])
  }

  /// Every diagnostic of a file is shown at once, in the order of the text.
  @Test func faultsAreCollected() throws {
    let source = try Golden.source("several-faults", in: "Diagnostics")
    let diagnostics = SyntaxReader.read(source).diagnostics
    #expect(diagnostics.count >= 6)
    #expect(diagnostics.map(\.place) == diagnostics.map(\.place).sorted())
  }
}
