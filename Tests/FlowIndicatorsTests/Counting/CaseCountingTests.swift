import FlowDSL
import FlowIndicators
import FlowRuntime
import Testing

/// What a case shows, as it stands, and what its version of the protocol cannot say.
@Suite struct CaseCountingTests {
  private static func observation(
    _ any: String, of: String? = nil, _ answers: String, steps: String = "[]", otherwise: String = "unknown",
    desk: String = CountedCase.desk
  ) throws -> Observation {
    let program = try CountedCase.program(desk)
    let state = try CountedCase.state(answers, steps: steps, otherwise: otherwise, of: program)
    let indicators = try CountedCase.indicators(any: any, of: of)
    return try #require(CaseCounting(indicators, of: program).observe(state).first)
  }

  @Test(
    arguments: [
      // A referral is one where it was made.
      ("{referred: support}", "agrees: true, support: referred", true),
      ("{referred: support}", "agrees: true, support: number-given", false),
      ("{referred: support}", "agrees: false", false),
      // A contact is one where it was reached.
      ("{referred: patrol}", "patrol: reached", true),
      ("{referred: patrol}", "patrol: [no-answer, reached]", true),
      ("{referred: patrol}", "patrol: [no-answer, {unreached: Asleep}]", false),
      ("{referred: [support, patrol]}", "agrees: false, patrol: reached", true),
      // Facts are passed on with consent, where they are known.
      ("{shared: support}", "agrees: true, support: referred", true),
      ("{shared: support}", "agrees: true, support: number-given", false),
      ("{shared: chief}", "agrees: true, tell: true, chief: reached", true),
      ("{shared: chief}", "agrees: unknown, tell: true, chief: reached", false),
      ("{shared: chief}", "agrees: true, tell: false, chief: reached", false),
      ("{shared: chief}", "agrees: true, tell: true, chief: {unreached: Away}", false),
      ("{referred: chief}", "agrees: true, tell: false, chief: reached", true),
      // A condition is over the facts of any walk of its flow.
      ("{flow: grid, when: weapon = true}", "weapon: true", true),
      ("{flow: grid, when: weapon = true}", "weapon: unknown", false),
      ("{flow: grid, when: weapon != false}", "weapon: unknown", true),
      ("{flow: hurt, when: marks = true}", "children: [A, B], 'each-child[2]/look.marks': true", true),
      ("{flow: hurt, when: marks = true}", "children: [A, B], marks: false", false),
      ("{flow: hurt, when: marks != true}", "children: []", false),
      // Of several, one is enough.
      ("{referred: support}, {flow: grid, when: weapon = true}", "agrees: false, weapon: true", true),
      ("{referred: support}, {flow: grid, when: weapon = true}", "agrees: false, weapon: false", false),
    ])
  func counts(_ any: String, _ answers: String, _ event: Bool) throws {
    #expect(try Self.observation(any, answers) == .counted(event: event))
  }

  @Test func aFlowIsWalkedOnceItHasEnded() throws {
    let answers = "agrees: false, tell: false, children: unknown, chief: reached, patrol: reached"
    #expect(try Self.observation("{walked: grid}", answers) == .counted(event: true))
    #expect(try Self.observation("{walked: grid}", answers, otherwise: "stop") == .counted(event: false))
    #expect(try Self.observation("{walked: hurt}", answers) == .counted(event: false))
    #expect(try Self.observation("{walked: [hurt, grid]}", answers) == .counted(event: true))
  }

  @Test func onlyWhatStandsCounts() throws {
    // The referral was made; then it turns out that the person had not agreed.
    let correction = "[{before: grid/look, correct: agrees, to: false, reason: Misheard}]"
    for any in ["{referred: support}", "{shared: support}"] {
      #expect(
        try Self.observation(any, "agrees: true", steps: correction)
          == .counted(event: false))
    }
    let weapon = "[{before: 'each-child[1]/look', correct: weapon, to: true, reason: Seen since}]"
    #expect(
      try Self.observation("{flow: grid, when: weapon = true}", "weapon: false, children: [A]", steps: weapon)
        == .counted(event: true))
  }

  @Test func ofSome() throws {
    let of = "{flow: grid, when: weapon != null}"
    func observed(_ answers: String) throws -> Observation {
      try Self.observation("{flow: grid, when: weapon = true}", of: of, answers)
    }
    #expect(try observed("weapon: unknown") == .apart)
    #expect(try observed("weapon: declined") == .apart)
    #expect(try observed("weapon: false") == .counted(event: false))
    #expect(try observed("weapon: true") == .counted(event: true))
  }

  /// A protocol of last year: no grid, nobody to call but the support, and another name for the consent.
  private static let old = """
    flow: desk
    version: 0.9.0
    title: {fr: Bureau, en: Desk}
    languages: [fr, en]
    facts:
      agrees: {type: [yes, no], about: victim}
      consent: {type: boolean, about: victim}
    steps:
      - ask: first
        questions:
          agrees: {fr: D'accord ?, en: Agreed?}
          consent: {fr: Transmettre ?, en: Pass on?}
      - refer: support
        to: support
        consent: consent
      - end: done

    """

  @Test(
    arguments: [
      ("{walked: grid}", nil, "consent: true", .untold),
      ("{flow: grid, when: weapon = true}", nil, "consent: true", .untold),
      // The fact is there, of another type.
      ("{flow: desk, when: agrees = true}", nil, "agrees: yes", .untold),
      // To whom the version does not know, or tells nothing, nobody was referred, and nothing passed on.
      ("{referred: patrol}", nil, "consent: true", .counted(event: false)),
      ("{shared: support}", nil, "consent: true, support: referred", .counted(event: false)),
      // What it has can be told.
      ("{referred: support}", nil, "consent: false", .counted(event: false)),
      ("{walked: desk}", nil, "consent: false", .counted(event: true)),
      // Left out whether or not the event is seen in another way: else all that are left out would be without it.
      ("{walked: grid}, {referred: support}", nil, "consent: true, support: referred", .untold),
      ("{walked: grid}, {referred: support}", nil, "consent: false", .untold),
      ("{referred: [patrol, support]}", nil, "consent: true, support: referred", .counted(event: true)),
      ("{referred: [patrol, support]}", nil, "consent: false", .counted(event: false)),
      // Nor can be told whether a case is among those counted.
      ("{walked: desk}", "{walked: grid}", "consent: true", .untold),
      ("{walked: grid}", "{referred: support}", "consent: false", .apart),
      ("{walked: grid}", "{referred: support}", "consent: true, support: referred", .untold),
    ] as [(String, String?, String, Observation)])
  func whatAVersionCannotSay(_ any: String, _ of: String?, _ answers: String, _ expected: Observation) throws
  {
    #expect(try Self.observation(any, of: of, answers, desk: Self.old) == expected)
  }
}
