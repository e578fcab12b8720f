import FEEL
import Testing

@testable import FlowDSL

/// The table of articles: what is cited stands in it, and its age is told on the day that is asked for.
@Suite struct LawTests {
  private static let flow = SourceText(
    path: "example.yaml",
    text: """
      flow: example
      version: 1.0.0
      title: {fr: Exemple, en: Example}
      languages: [fr, en]
      facts:
        weapon: {type: boolean, about: perpetrator, see: [prosecutor]}
      steps:
        - ask: questions
          title: {fr: Questions, en: Questions}
          questions:
            weapon: {fr: Une arme ?, en: A weapon?, law: CPP 56}
        - contact: prosecutor
          title: {fr: Parquet, en: Prosecutor}
          legal: CPP 63 II
          shares: [weapon]
        - do: tell
          title: {fr: Dire, en: Tell}
          law: [CPP 63-1, CPP 63 II]
          tick: {told: {fr: Droits dits, en: Rights told, law: CPP 63-1}}
        - end: done
          title: {fr: Fini, en: Done}

      """)

  private static let roles = SourceText(
    path: "roles.yaml", text: "roles:\n  prosecutor: {fr: Procureur, en: Prosecutor}\n")

  private static func table(_ articles: [String]) -> SourceText {
    let lines = articles.map { "  \($0)\n" }.joined()
    return SourceText(path: "law.yaml", text: "law: france\narticles:\n" + lines)
  }

  private static func entry(_ name: String, _ rest: String = "read: 2026-06-01") -> String {
    "\(name): {says: {fr: Texte, en: Text}, text: \"https://example.org\", \(rest)}"
  }

  private func found(_ articles: [String], today: CalendarDate? = nil) -> [String] {
    let folder = ProtocolFolder.parse([Self.flow, Self.roles, Self.table(articles)])
    return FlowCompiler.check(folder, today: today)
      .filter { $0.code.rawValue.hasPrefix("F71") }
      .map { "\($0.code.rawValue) \($0.arguments["name"] ?? "") \($0.place.file):\($0.place.start.line)" }
  }

  @Test func anArticleIsAskedForOnceWhereItIsCitedFirst() {
    #expect(
      found([Self.entry("CPP 56")]) == ["F7101 CPP 63 II example.yaml:14", "F7101 CPP 63-1 example.yaml:18"])
  }

  @Test func theArticleStandsForItsParagraphs() {
    #expect(found(["CPP 56", "CPP 63", "CPP 63-1"].map { Self.entry($0) }) == [])
    // Another article that begins with the same figures is not meant.
    #expect(
      found(["CPP 5", "CPP 56", "CPP 63-1", "CPP 63 II"].map { Self.entry($0) }) == ["F7102 CPP 5 law.yaml:3"]
    )
  }

  @Test func theAgeOfTheLawIsLookedAtOnTheDayThatIsToldOnly() throws {
    let day = try #require(CalendarDate(year: 2027, month: 6, day: 1))
    let later = try #require(CalendarDate(year: 2027, month: 6, day: 2))
    let articles = [
      Self.entry("CPP 56"), Self.entry("CPP 63", "read: no"),
      Self.entry("CPP 63-1", "read: 2027-05-01, until: 2027-06-01"),
    ]
    #expect(found(articles) == [])
    #expect(found(articles, today: day) == [])
    #expect(
      found(articles, today: later) == ["F7103 CPP 56 law.yaml:3", "F7104 CPP 63-1 law.yaml:5"])
  }

  @Test func whoReadWhenIsNoPartOfTheProgram() throws {
    let with = FlowCompiler.compile(
      main: "example", sources: [Self.flow, Self.roles, Self.table([Self.entry("CPP 56")])])
    let without = FlowCompiler.compile(main: "example", sources: [Self.flow, Self.roles])
    #expect(try #require(with.program).hash == #require(without.program).hash)
    #expect(try #require(with.program).sources.map(\.path) == ["example.yaml", "roles.yaml"])
  }

  @Test func withoutATableNothingIsAskedFor() {
    #expect(
      FlowCompiler.check([Self.flow, Self.roles]).filter { $0.code.rawValue.hasPrefix("F71") }.isEmpty)
  }
}
