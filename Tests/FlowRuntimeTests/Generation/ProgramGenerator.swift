import FEEL
import FlowDSL

@testable import FlowRuntime

/// Programs of every kind of step, drawn from a seed: routes forward, sub-flows, each, together, interrupts,
/// overrides, waits. Branches of `together` read and set facts of their own only, so that what they decide does not
/// depend on whose turn it is.
struct ProgramGenerator {
  var random: SeededGenerator
  /// Made so far, the last first.
  private var made: [Int: Flow] = [:]
  private var count = 0

  static let scale = ["low", "medium", "high"]
  static let directory = Directory(
    categories: ["shelters": Words(["": "shelters"])],
    services: [
      Service(
        name: "house", title: Words(["": "house"]), categories: ["shelters"], source: "s",
        checked: "2026-01-01")
    ])

  /// Whether conditions read the moment of the entry too: what they decide then depends on the clock.
  let readsMoment: Bool

  init(seed: UInt64, readsMoment: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.readsMoment = readsMoment
  }

  mutating func program() -> Program {
    count = Int.random(in: 2...4, using: &random)
    // The last flow first, so that each may run those after it.
    for index in (0..<count).reversed() { made[index] = flow(index) }
    return Program((0..<count).compactMap { made[$0] }, directory: ProgramGenerator.directory)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func flow(_ index: Int) -> Flow {
    var draft = FlowDraft(name: "flow-\(index)")
    draft.readsMoment = readsMoment
    let yesNo = ValueType.boolean
    for number in 0..<6 { draft.facts.append(Fact(name: "f\(number)", type: yesNo)) }
    draft.facts.append(Fact(name: "level", type: .choice(ProgramGenerator.scale)))
    draft.facts.append(Fact(name: "reasons", type: .list(.string)))
    draft.facts.append(Fact(name: "consensus", type: .choice(["agreed", "disagreed"])))
    draft.facts.append(Fact(name: "own", type: .choice(ProgramGenerator.scale)))
    draft.facts.append(Fact(name: "items", type: .list(.string)))
    draft.facts.append(Fact(name: "item", type: .string))
    draft.facts.append(Fact(name: "collected", type: .list(yesNo)))
    draft.facts.append(Fact(name: "count", type: .number))
    for branch in ["a", "b"] {
      for number in 0..<3 { draft.facts.append(Fact(name: "\(branch)\(number)", type: yesNo)) }
    }
    draft.takes = ["f0", "f1", "item"]
    draft.gives = ["f2", "f3"]

    let length = Int.random(in: 3...8, using: &random)
    let plain = (0..<6).map { "f\($0)" }
    for place in 0..<length {
      let kind = kind(of: &draft, in: index, facts: plain, allowsTogether: true)
      append(kind, to: &draft, named: "s\(place)", facts: plain)
    }
    draft.steps.append(
      Step(name: "done", next: .endOfBranch, task: chance(20) ? TaskRule(by: "chief") : nil, kind: .end))
    if chance(30) {
      // An early end, which routes may lead to.
      draft.steps.append(Step(name: "stopped", next: .endOfBranch, kind: .end))
    }
    link(&draft, facts: plain)
    if index + 1 < count, chance(60) {
      let slot = draft.slot(pick(plain))
      draft.interrupts.append(
        Interrupt(
          name: "alarm", title: nil, when: draft.expression("\(draft.facts[slot].name) = true"),
          call: Call(
            flow: index + 1, takes: [(slot: 0, from: .fact(slot))],
            gives: chance(50) ? [(slot: 2, to: draft.slot("f5"))] : []),
          reports: chance(50) ? [(slot: slot, words: Words(["": "now"]))] : [],
          ends: chance(50) ? ["done": draft.steps.firstIndex { $0.name == "done" } ?? 0] : [:]))
    }
    return draft.flow
  }

  private mutating func append(
    _ kind: Step.Kind, to draft: inout FlowDraft, named name: String, facts: [String]
  ) {
    let when = chance(25) ? draft.expression(condition(facts)) : nil
    let due = chance(20) ? Due(within: 60_000) : nil
    // Steps of branches were appended meanwhile and stand before it.
    draft.steps.append(
      Step(
        name: name, by: chance(30) ? "officer" : nil, when: when, due: due,
        concurrence: kind.mayBeAgreedUpon && chance(20)
          ? Concurrence(roles: ["officer", "supervisor"], result: draft.slot("consensus")) : nil,
        next: .endOfBranch, kind: kind)
    )
  }

  private mutating func condition(_ facts: [String]) -> String {
    let one = pick(facts)
    let other = pick(facts)
    if readsMoment, chance(40) {
      return pick([
        "now().minute < 30", "\(one) = true and time(now()) >= time(\"01:30:00\")",
        "today() > date(\"1970-01-01\")",
      ])
    }
    return pick([
      "\(one) = true", "\(one) != false", "\(one) = true and \(other) != false",
      "\(one) = true or \(other) = true",
    ])
  }

  /// Follows each step outside branches by the next, or by a guarded jump forward.
  private mutating func link(_ draft: inout FlowDraft, facts: [String]) {
    let top = draft.steps.indices.filter { !draft.steps[$0].name.contains("-") }
    draft.first = top[0]
    for (place, index) in top.enumerated() {
      if case .end = draft.steps[index].kind { continue }
      let next = Target.step(top[place + 1])
      draft.steps[index].next = next
      draft.steps[index].then = Route(guards: [], otherwise: next)
      if chance(25), let target = top[(place + 1)...].randomElement(using: &random) {
        draft.steps[index].then = Route(
          guards: [(when: draft.expression(condition(facts)), go: .step(target))], otherwise: next)
      }
    }
  }

  private mutating func question(_ draft: FlowDraft, _ fact: String, facts: [String]) -> Question {
    Question(
      slot: draft.slot(fact), words: Words(["": fact]),
      when: chance(25) ? draft.expression(condition(facts)) : nil,
      acceptsUnknown: chance(80), acceptsDeclined: chance(80), again: chance(10),
      task: chance(30) ? TaskRule(by: "chief") : nil)
  }

  private mutating func questions(_ draft: FlowDraft, _ facts: [String]) -> [Question] {
    facts.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)).map {
      question(draft, $0, facts: facts)
    }
  }

  private mutating func kind(
    of draft: inout FlowDraft, in index: Int, facts: [String], allowsTogether: Bool
  ) -> Step.Kind {
    let deeper = index + 1 < count ? Int.random(in: (index + 1)..<count, using: &random) : nil
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1, 2, 3: return .ask(questions(draft, facts))
    case 4:
      return .do([
        Tick(
          name: "one", words: Words(["": "one"]), slot: chance(50) ? draft.slot(facts[0]) : nil,
          task: chance(70) ? TaskRule(within: 3_600_000) : nil),
        Tick(
          name: "two", words: Words(["": "two"]), when: chance(50) ? draft.expression(condition(facts)) : nil,
          required: chance(50), task: TaskRule()),
      ])
    case 5 where allowsTogether: return .assess(assessment(draft, facts))
    case 6: return .decide(decision(draft, facts, target: facts[1]))
    case 7: return .contact(Contact(to: "prosecutor", asks: questions(draft, facts)))
    case 8:
      return .refer(
        Referral(
          to: "shelters", sharing: Sharing(facts: [], ground: .consent(draft.slot(facts[0]))),
          asks: questions(draft, facts)))
    case 9: return .inform(Information(tell: [Tick(name: "told", words: Words(["": "told"]))]))
    case 10 where allowsTogether:
      guard let deeper else { return .inform(Information(tell: [])) }
      return .run(
        Call(
          flow: deeper,
          takes: [(slot: 0, from: .fact(1)), (slot: 1, from: .expression(draft.expression("f2")))],
          gives: [(slot: 2, to: 3), (slot: 3, to: 4)],
          repetition: chance(70)
            ? Repetition(
              until: draft.expression(pick(["f3 = true", "false"])),
              most: 2,
              every: chance(50) ? 1_800_000 : nil)
            : nil))
    case 11 where allowsTogether:
      guard let deeper, let facts = made[deeper]?.facts,
        let item = facts.firstIndex(where: { $0.name == "item" })
      else {
        return .inform(Information(tell: []))
      }
      let list = pick(["[\"x\", \"y\"]", "items", "[\"x\"]"])
      return .each(
        Iteration(
          list: draft.expression(list), item: item,
          call: Call(flow: deeper, gives: [(slot: 2, to: draft.slot("collected"))])))
    case 12 where allowsTogether: return together(&draft, in: index)
    case 13: return .wait(Wait(duration: 3_600_000))
    default:
      return .ask([Question(slot: draft.slot(allowsTogether ? "items" : facts[0]), words: Words(["": "?"]))])
    }
  }

  private mutating func assessment(_ draft: FlowDraft, _ facts: [String]) -> Assessment {
    let extra = ["score", "risks", "safeties", "flags.red"]
    return Assessment(
      slot: draft.slot("level"), reasons: draft.slot("reasons"),
      risk: facts.prefix(4).enumerated().map {
        Factor(name: $1, weight: Number($0 + 1), flag: $0 == 3 ? 0 : nil, when: draft.expression($1))
      },
      safety: facts.suffix(1).map { Factor(name: $0, weight: -2, when: draft.expression($0)) },
      unknownCounts: chance(70), flags: ["red"],
      levels: [
        (when: draft.expression("flags.red >= 1", extra: extra), level: "high"),
        (when: draft.expression("score >= 4", extra: extra), level: "medium"), (when: nil, level: "low"),
      ],
      override: chance(60)
        ? Override(
          roles: ["supervisor"], direction: pick(Override.Direction.allCases),
          reasonRequired: chance(50)) : nil,
      ownLevel: chance(40)
        ? Question(slot: draft.slot("own"), words: Words(["": "own?"]), acceptsUnknown: chance(50)) : nil)
  }

  private mutating func decision(_ draft: FlowDraft, _ facts: [String], target: String) -> Decision {
    Decision(
      outputs: [draft.slot(target)], logic: .expressions([draft.expression(condition(facts))]),
      override: chance(40) ? Override(roles: ["supervisor"], direction: .both, reasonRequired: false) : nil)
  }

  /// Two branches of one to three steps; their steps stand before the `together` in the flow.
  private mutating func together(_ draft: inout FlowDraft, in index: Int) -> Step.Kind {
    var branches: [Branch] = []
    for name in ["a", "b"] {
      let facts = (0..<3).map { "\(name)\($0)" }
      let first = draft.steps.count
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = draft.steps.count
        let kind = kind(of: &draft, in: index, facts: facts, allowsTogether: false)
        append(kind, to: &draft, named: "\(name)-\(place)", facts: facts)
      }
      for place in first..<draft.steps.count - 1 {
        draft.steps[place].next = .step(place + 1)
        draft.steps[place].then = Route(guards: [], otherwise: .step(place + 1))
      }
      branches.append(Branch(name: name, by: chance(50) ? "officer" : nil, first: first))
    }
    return .together(branches)
  }
}

extension Step.Kind {
  /// Whether persons in several roles may have to agree with it.
  fileprivate var mayBeAgreedUpon: Bool {
    switch self {
    case .ask, .do, .assess, .decide: true
    default: false
    }
  }
}
