import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What is said of a case itself stands beside its walk (grammar, section 12.9).
@Suite struct PeopleOfCaseTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts:
      voice: {type: [person, relative, nobody], about: victim}
      afraid: {type: boolean, about: victim}
    steps:
      - ask: who
        questions: {voice: {en: Who answers?}}
      - ask: fear
        say:
          en: You did right to come.
          instead: [{when: voice = "nobody", en: See what the place tells.}]
        questions:
          afraid:
            en: Are you afraid?
            instead:
              - {when: voice = "relative", en: Are they afraid?}
              - {when: voice = "nobody", en: Are there signs of fear?}
      - end: done
    """

  private static let her = PersonOfCase(.victim, mark: "A.")
  private static let named = PersonOfCase(
    .victim, mark: "A.", identity: .init(name: "Example", born: "in May", reach: nil))

  private func walk(isPractice: Bool = false) throws -> WalkedCase {
    try WalkedCase([("desk.yaml", Self.flow)], isPractice: isPractice)
  }

  @Test func itIsSaidAtAnyTimeAndChangesNoStep() throws {
    var walked = try walk()
    let before = walked.state.open.map(\.path)
    try walked.say(.referenced("2026/118"))
    try walked.say(.identified(Self.her))
    try walked.say(.identified(PersonOfCase(.child, mark: "L")))
    try walked.say(.quoted(Quotation("He waits outside.", by: .victim)))
    #expect(walked.state.open.map(\.path) == before)
    try walked.answer("who", "voice", "person")
    try walked.answer("fear", "afraid", true)
    #expect(walked.state.status == .ended(outcome: "done"))
    try walked.say(.referenced("B 7"))
    #expect(walked.state.references == ["2026/118", "B 7"])
    #expect(walked.state.people == [Self.her, PersonOfCase(.child, mark: "L")])
    #expect(walked.state.quotations.map(\.quotation.words) == ["He waits outside."])
    try walked.checkReplay()
  }

  @Test func aCorrectionStandsInItsPlaceOrTakesItAway() throws {
    var walked = try walk()
    try walked.say(.identified(Self.her))
    try walked.say(.referenced("2026/118"))
    try walked.say(
      .corrected(sequence: 2, to: .identified(PersonOfCase(.victim, mark: "B.")), reason: "misheard"))
    try walked.say(.corrected(sequence: 3, to: .noted("another case"), reason: "mixed up"))
    #expect(walked.state.people == [PersonOfCase(.victim, mark: "B.")])
    #expect(walked.state.references.isEmpty)
    #expect(throws: Refusal.correctionDiffers(sequence: 2)) {
      try walked.say(.corrected(sequence: 2, to: .referenced("x"), reason: "r"))
    }
  }

  @Test func namesAreWrittenInPracticeCasesAlone() throws {
    var walked = try walk()
    #expect(throws: Refusal.namesInPracticeAlone) { try walked.say(.identified(Self.named)) }
    #expect(walked.state.people.isEmpty)
    var practice = try walk(isPractice: true)
    #expect(practice.state.isPractice && !walked.state.isPractice)
    try practice.say(.identified(Self.her))
    try practice.say(.identified(Self.named))
    #expect(practice.state.people == [Self.named])
    try walked.say(.identified(Self.her))
    #expect(throws: Refusal.namesInPracticeAlone) {
      try walked.say(.corrected(sequence: 2, to: .identified(Self.named), reason: "name"))
    }
  }

  @Test func whatSaysNothingOrIsTooLongIsRefused() throws {
    var walked = try walk()
    for event: Event in [
      .referenced(" "), .identified(PersonOfCase(.other, mark: "")), .quoted(Quotation("\n", by: .witness)),
    ] { #expect(throws: Refusal.wordsMissing) { try walked.say(event) } }
    #expect(throws: Refusal.textTooLong(limit: 120)) {
      try walked.say(.referenced(String(repeating: "1", count: 121)))
    }
    try walked.say(.referenced(String(repeating: "1", count: 120)))
  }

  @Test(arguments: [
    (Value.string("person"), "Are you afraid?", "You did right to come."),
    ("relative", "Are they afraid?", "You did right to come."),
    ("nobody", "Are there signs of fear?", "See what the place tells."),
    (.null, "Are you afraid?", "You did right to come."),
  ])
  func wordsFitWhoAnswers(_ voice: Value, _ asked: String, _ said: String) throws {
    var walked = try walk()
    try walked.answer("who", "voice", voice == .null ? nil : voice)
    let open = walked.state.filled(try #require(walked.state.open.first)) { _ in "" }
    guard case .question(let question) = open.asked else {
      Issue.record("no question")
      return
    }
    #expect(question.words("en") == asked)
    #expect(open.definition.notes.say?("en") == said)
  }
}
