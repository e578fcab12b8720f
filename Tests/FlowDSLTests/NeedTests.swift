import Testing

@testable import FlowDSL

/// Needs of a flow: what they must have, and what is said where they do not.
@Suite struct NeedTests {
  private static func flow(_ need: String) -> [SourceText] {
    let text = """
      flow: desk
      version: 1.0.0
      title: {fr: Bureau, en: Desk}
      languages: [fr, en]
      roles: {shelter-desk: {fr: Hébergement, en: Shelter desk}}
      facts:
        wants: {type: boolean, about: victim}
        place: {type: [asked, sheltered]}
      steps:
        - ask: night
          questions:
            wants: {fr: Souhaite un lieu ?, en: Wants a place?}
            place: {fr: Trouvé ?, en: Found?}
        - end: done
      needs:
        housing: \(need)
      """
    return [SourceText(path: "desk.yaml", text: text)]
  }

  private static let title = "title: {fr: Logement, en: Housing}"

  @Test func isCompiled() throws {
    let need = "{\(Self.title), when: wants = true, done: 'place = \"sheltered\"', partner: shelter-desk}"
    let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: Self.flow(need))
    #expect(diagnostics == [])
    let found = try #require(program?.flows[0].needs.first)
    #expect(found.name == "housing")
    #expect(found.title("fr") == "Logement")
    #expect(found.partner == "shelter-desk")
    #expect(found.begun == nil)
    #expect(found.when.holds([true, .null]) == true)
    #expect(found.when.holds([.null, .null]) == false)
    #expect(found.done.holds([true, "sheltered"]) == true)
    #expect(found.done.holds([true, .null]) == false)
  }

  @Test(
    arguments: [
      (
        "{\(title), when: wants, done: 'place = \"sheltered\"', partner: shelter-desk}", [.conditionUndecided]
      ),
      ("{\(title), when: wants = true, done: wants, partner: shelter-desk}", [.conditionUndecided]),
      (
        "{\(title), when: wants = true, begun: wants, done: 'place = \"sheltered\"', partner: shelter-desk}",
        [.conditionUndecided]
      ),
      (
        "{\(title), when: wanted = true, done: 'place = \"sheltered\"', partner: shelter-desk}",
        [.unknownName]
      ),
      (
        "{\(title), when: wants = true, done: 'place = \"found\"', partner: shelter-desk}", [.notAChoice]
      ),
      (
        "{\(title), when: wants = true, done: 'place = \"sheltered\"', partner: shelter}", [.unknownRecipient]
      ),
      (
        "{title: {fr: Logement}, when: wants = true, done: 'place = \"sheltered\"', partner: shelter-desk}",
        [.missingTranslation]
      ),
      ("{\(title), when: wants = true, done: 'place = \"sheltered\"'}", [.missingKey]),
      ("{\(title), when: wants = true, partner: shelter-desk}", [.missingKey]),
      ("{\(title), done: wants = true, partner: shelter-desk}", [.missingKey]),
      ("{when: wants = true, done: 'place = \"sheltered\"', partner: shelter-desk}", [.missingKey]),
      (
        "{\(title), when: wants = true, done: 'place = \"sheltered\"', partners: shelter-desk}", [.unknownKey]
      ),
    ] as [(String, [DiagnosticCode])])
  func faultsAreSaid(_ need: String, _ codes: [DiagnosticCode]) {
    let diagnostics = FlowCompiler.checkBeyondWords(Self.flow(need))
    #expect(diagnostics.map(\.code) == codes, "\(need): \(diagnostics.map(\.told))")
  }

  @Test func aFactThatOnlyANeedReadsIsUsed() {
    let need =
      "{\(Self.title), when: wants = true, begun: place = \"asked\", done: place = \"sheltered\", partner: shelter-desk}"
    #expect(!FlowCompiler.checkBeyondWords(Self.flow(need)).contains { $0.code == .unusedFact })
  }
}
