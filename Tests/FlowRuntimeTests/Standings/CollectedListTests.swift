import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Known, not known, declined and not asked are four things also inside a list that an `each` collected.
@Suite struct CollectedListTests {
  static let family = """
    flow: family
    version: 1.0.0
    title: {fr: Famille, en: Family}
    languages: [fr, en]
    gives: [ill]
    facts:
      marks: {type: list of text, about: child, title: {fr: Repères, en: Marks}}
      ill: {type: list of boolean, about: child, title: {fr: Malades, en: Those ill}}
    steps:
      - ask: who
        questions: {marks: {fr: Qui ?, en: Who?}}
      - each: child
        in: marks
        as: mark
        flow: one
        gives: {sick: ill}
      - end: seen

    """
  static let one = """
    flow: one
    version: 1.0.0
    title: {fr: Un enfant, en: One child}
    languages: [fr, en]
    takes: [mark]
    gives: [sick]
    facts:
      mark: {type: text, about: child, title: {fr: Repère, en: Mark}}
      there: {type: boolean, about: child, title: {fr: Présent, en: There}}
      sick: {type: boolean, about: child, title: {fr: Malade, en: Ill}}
    steps:
      - ask: health
        questions:
          there: {fr: Présent ?, en: There?}
          sick: {fr: Malade ?, en: Ill?, when: there = true}
      - end: looked

    """
  private static let around = """
    flow: around
    version: 1.0.0
    title: {fr: Autour, en: Around}
    languages: [fr, en]
    facts:
      ill: {type: list of boolean, about: child, title: {fr: Malades, en: Those ill}}
    steps:
      - run: family
      - run: after
      - end: done

    """
  private static let after = """
    flow: after
    version: 1.0.0
    title: {fr: Après, en: After}
    languages: [fr, en]
    takes: [ill]
    facts:
      ill: {type: list of boolean, about: child, title: {fr: Malades, en: Those ill}}
    steps:
      - do: rest
        tick: {done: {fr: Fait, en: Done, when: ill != null}}
      - end: done

    """

  /// Four children: one ill, one of whom it is not known, one of whom nobody would say, one who was not asked about.
  private static func walk(_ case: inout WalkedCase, in prefix: String) throws {
    try `case`.answer("\(prefix)who", "marks", .list(["A", "B", "C", "D"].map { .string($0) }))
    for (number, answer) in [(1, Answer.value(.boolean(true))), (2, .unknown), (3, .declined)] {
      let step = "\(prefix)child[\(number)]/health"
      try `case`.answer(step, "there", .boolean(true))
      try `case`.say(.answered(step: StepPath(step), fact: "sick", answer))
    }
    try `case`.answer("\(prefix)child[4]/health", "there", .boolean(false))
  }

  @Test func aListSaysOfEachItemWhyItIsMissing() throws {
    var walked = try WalkedCase([("family.yaml", Self.family), ("one.yaml", Self.one)])
    try Self.walk(&walked, in: "")
    let list = try #require(walked.state.fact("ill"))
    #expect(list.value == .list([.boolean(true), .null, .null, .null]))
    #expect(list.items == [.known, .unknown, .declined, .unset])
  }

  @Test func aListThatIsHandedOnSaysItStill() throws {
    var walked = try WalkedCase([
      ("around.yaml", Self.around), ("family.yaml", Self.family), ("one.yaml", Self.one),
      ("after.yaml", Self.after),
    ])
    try Self.walk(&walked, in: "family/")
    for prefix in ["", "family/", "after/"] {
      #expect(
        walked.state.fact("ill", in: prefix)?.items == [.known, .unknown, .declined, .unset], "\(prefix)")
    }
  }

  @Test func aListInWhichNothingIsMissingHasNothingToSay() throws {
    var walked = try WalkedCase([("family.yaml", Self.family), ("one.yaml", Self.one)])
    try walked.answer("who", "marks", .list([.string("A")]))
    try walked.answer("child[1]/health", "there", .boolean(true))
    try walked.answer("child[1]/health", "sick", .boolean(false))
    #expect(walked.state.fact("ill")?.items == [])
  }

  @Test func factsOfEachItemAreAllToldAndWhatWasHandedOnOnce() throws {
    var walked = try WalkedCase([
      ("around.yaml", Self.around), ("family.yaml", Self.family), ("one.yaml", Self.one),
      ("after.yaml", Self.after),
    ])
    try Self.walk(&walked, in: "family/")
    let own = walked.state.ownFacts.map { $0.prefix + $0.fact.name }
    #expect(own.filter { $0.hasSuffix("ill") } == ["ill"])
    #expect(own.filter { $0.hasSuffix("there") } == (1...4).map { "family/child[\($0)]/there" })
    #expect(own.filter { $0.hasSuffix("mark") }.count == 4)
  }
}
