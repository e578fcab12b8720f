import Testing

@testable import FlowDSL

/// Documents as part of a program: what is read of them, what is checked, and how they enter the hash.
@Suite struct DocumentCheckTests {
  private static func flow(
    facts: String = "", steps: String, extra: String = "roles: {officer: {fr: Policier, en: Officer}}\n"
  ) -> SourceText {
    SourceText(
      path: "example.yaml",
      text: """
        flow: example
        version: 1.0.0
        title: {fr: Exemple, en: Example}
        languages: [fr, en]
        \(extra)facts:
          consent: {type: boolean, about: victim}
          age: {type: number, about: victim}
          weapon: {type: boolean, about: perpetrator, see: [helpers]}
          place: {type: text}
          person_language: {type: text, about: victim}
        \(facts)steps:
          - ask: questions
            questions:
              consent: {fr: D'accord ?, en: Agreed?}
              age: {fr: Âge ?, en: Age?}
              weapon: {fr: Une arme ?, en: A weapon?}
              place: {fr: Où ?, en: Where?}
              person_language: {fr: Langue ?, en: Language?}
        \(steps)  - end: done

        """)
  }

  private static func document(_ keys: String, sections: String) -> SourceText {
    SourceText(
      path: "documents/sheet.yaml",
      text:
        "document: sheet\ntitle: {fr: Fiche, en: Sheet}\nlanguages: [fr, en]\n\(keys)\nsections:\n\(sections)\n"
    )
  }

  private static let directory = SourceText(
    path: "directory/national.yaml",
    text: "directory: national\ncategories: {helpers: {fr: Aide, en: Help}}\n")

  private static let told =
    "  - do: print\n    tick: {given: {fr: Remis, en: Given}}\n    documents: [sheet]\n"
  private static func refer(_ shares: String) -> String {
    "  - refer: on\n    to: helpers\n    consent: consent\n    shares: \(shares)\n    documents: [sheet]\n"
  }

  /// The flow's steps, the document, and the codes said of it with their lines in its file.
  static let cases: [(String, String, String, [String])] = [
    (told, "for: victim", "  - facts: [age, consent]", []),
    (told, "for: victim", "  - facts: [weapon]", ["F8021:6"]),
    (told, "for: victim", "  - facts: [place]", ["F8021:6"]),
    // A condition tells the reader that it holds.
    (told, "for: victim", "  - when: weapon = true\n    lines: 1", ["F8021:6"]),
    (told, "for: victim", "  - items: {a: {fr: A, en: A, when: weapon = true}}", ["F8021:6"]),
    (told, "for: victim", "  - text: {fr: \"{{weapon}}\", en: Weapon}", ["F8021:6"]),
    // One who works on the flow sees all of it, without consent.
    (told, "for: officer", "  - facts: [weapon, place, age]", []),
    (told, "for: helpers", "  - facts: [weapon]", ["F8024:4"]),
    (told, "for: helpers\nconsent: consent", "  - facts: [weapon]", []),
    (told, "for: helpers\nlegal: CPP 40", "  - facts: [weapon]", []),
    (told, "for: helpers\nconsent: age", "  - facts: [weapon]", ["F4021:5"]),
    // A document without facts needs nothing.
    (told, "for: helpers", "  - text: {fr: Bonjour, en: Hello}", []),
    (refer("[weapon]"), "for: helpers", "  - facts: [weapon]", []),
    (refer("[]"), "for: helpers", "  - facts: [weapon]", ["F8022:6"]),
    (refer("[weapon]"), "for: helpers", "  - facts: [place]", ["F8021:6", "F8022:6"]),
    // To another than the one referred to, the shares do not count.
    (refer("[]"), "for: victim", "  - facts: [age]", []),
    (told, "for: nobody", "  - lines: 2", ["F8003:4"]),
    (told, "for: victim", "  - services: [shelters]", ["F8002:6"]),
    (told, "for: victim", "  - facts: [years]", ["F3001:6"]),
    (told, "for: victim", "  - text: {fr: \"{{ages}} ans\", en: Years}", ["F3001:6"]),
    (told, "for: victim", "  - text: {fr: Bonjour}", ["F7001:6"]),
    (told, "for: victim", "  - lines: 1\n    source: grid", ["F7002:7"]),
    (told, "for: victim", "  - when: age > 18\n    lines: 1", ["F4019:6"]),
    (told, "for: victim\nlanguage: person_language", "  - lines: 1", []),
    (told, "for: victim\nlanguage: age", "  - lines: 1", ["F4021:5"]),
    // The language in which it is made tells it.
    (told, "for: helpers\nconsent: consent\nlanguage: person_language", "  - facts: [weapon]", ["F8021:6"]),
    (told, "for: officer\nlanguage: person_language", "  - lines: 1", []),
    // Two steps that produce it: a fault is told once.
    (
      told + told.replacing("print", with: "again"), "for: victim", "  - facts: [weapon]", ["F8021:6"]
    ),
    ("", "for: victim", "  - lines: 1", ["F8023:1"]),
  ]

  @Test(arguments: cases.indices)
  func says(_ index: Int) {
    let (steps, keys, sections, expected) = Self.cases[index]
    let found = FlowCompiler.checkBeyondWords([
      Self.flow(steps: steps), Self.document(keys, sections: sections), Self.directory,
    ])
    let told = found.filter { $0.code != .unusedFact && $0.place.file == "documents/sheet.yaml" }
    #expect(told.map { "\($0.code.rawValue):\($0.place.start.line)" } == expected, "\(sections)")
    #expect(
      found.filter { $0.place.file != "documents/sheet.yaml" && $0.severity == .error }.map(\.told) == [])
  }

  /// Titles and labels of facts that are printed are there in each language of the document; of a fact in a condition no word
  /// is read, so that none is asked for.
  @Test(
    arguments: [
      ("  - facts: [rank]", ["F7001", "F7001", "F7001"]),
      ("  - text: {fr: \"{{rank}}\", en: \"{{rank}}\", es: \"{{rank}}\"}", ["F7001", "F7001", "F7001"]),
      ("  - when: rank = \"low\"\n    lines: 1", []),
      ("  - items: {a: {fr: A, en: A, es: A, when: rank = \"low\"}}", []),
      ("  - when: rank = \"low\"\n    facts: [rank]", ["F7001", "F7001", "F7001"]),
    ])
  func printedFactsHaveTheWords(_ sections: String, _ expected: [String]) {
    let rank =
      "  rank: {type: [low, high], about: victim, title: {fr: Rang, en: Rank}, "
      + "labels: {low: {fr: bas, en: low}, high: {fr: haut, en: high}}}\n"
    let sheet = SourceText(
      path: "documents/sheet.yaml",
      text:
        "document: sheet\ntitle: {fr: Fiche, en: Sheet, es: Hoja}\nlanguages: [fr, en, es]\nfor: victim\nsections:\n\(sections)\n"
    )
    let found = FlowCompiler.checkBeyondWords([
      Self.flow(facts: rank, steps: Self.told), sheet, Self.directory,
    ])
    #expect(found.filter { $0.code == .missingTranslation }.map(\.code.rawValue) == expected)
    #expect(found.filter { $0.severity == .error }.map(\.told) == [])
  }

  /// The words of a text, and what is read of them.
  @Test(
    arguments: [
      ("Danger: {{danger}}.", ["Danger: ", "<danger>", "."], []),
      ("{{ danger }}{{age}}", ["<danger>", "<age>"], []),
      ("No place.", ["No place."], []),
      ("{{#danger}}", [], ["F2062 7-18"]),
      ("{{{danger}}}", [], ["F2062 7-19"]),
      ("{{&danger}}", [], ["F2062 7-18"]),
      ("{{!note}}", [], ["F2062 7-16"]),
      ("{{> other}}", [], ["F2062 7-18"]),
      ("{{=<% %>=}}", [], ["F2062 7-18"]),
      ("{{}}", [], ["F2062 7-11"]),
      ("a {danger} b", [], ["F2062 9-17"]),
      ("a {{danger b", [], ["F2061 9-19"]),
      ("a danger}} b", [], ["F2061 15-17"]),
      ("a { b } c", ["a { b } c"], ["F2062 9-14"]),
      ("a {1} c", ["a {1} c"], []),
    ] as [(String, [String], [String])])
  func placeholders(_ words: String, _ parts: [String], _ faults: [String]) {
    let start = Position(line: 1, column: 7, offset: 6)
    let end = Position(line: 1, column: 7 + words.count, offset: 6 + words.utf8.count)
    let syntax = ExpressionSyntax(
      text: words, place: Place(file: "a.yaml", start: start, end: end),
      runs: [.init(textOffset: 0, position: start)])
    let (read, found) = PlaceholderParser.parse(syntax)
    #expect(
      found.map { "\($0.code.rawValue) \($0.place.start.column)-\($0.place.end.column)" } == faults)
    guard faults.isEmpty else { return }
    #expect(
      read.map {
        switch $0 {
        case .words(let words): words
        case .fact(let name): "<\(name.value)>"
        }
      } == parts)
  }

  @Test func aDocumentIsPartOfTheProgram() throws {
    let flow = Self.flow(steps: Self.told)
    let sheet = Self.document("for: victim", sections: "  - facts: [age]")
    let other = Self.document("for: victim", sections: "  - facts: [consent]")
    func program(_ sources: [SourceText]) throws -> Program {
      try #require(FlowCompiler.compile(main: "example", sources: sources).program)
    }
    let first = try program([flow, sheet, Self.directory])
    #expect(first.sources.map(\.path).contains("documents/sheet.yaml"))
    #expect(first.flows[0].productions.map(\.document.name) == ["sheet"])
    #expect(first.flows[0].steps[first.flows[0].productions[0].step].name == "print")
    #expect(try program([flow, other, Self.directory]).hash != first.hash)
    // What no step of the program produces does not count.
    let unused = SourceText(
      path: "documents/unused.yaml", text: other.text.replacing("document: sheet", with: "document: unused"))
    let beside = try program([flow, sheet, unused, Self.directory])
    #expect(beside.hash == first.hash)
    #expect(!beside.sources.map(\.path).contains("documents/unused.yaml"))
    // The sources that a journal carries make the same program again.
    #expect(try program(first.sources).hash == first.hash)
  }

  @Test func aBrokenDocumentIsNotAnUnknownOne() {
    let broken = SourceText(path: "documents/sheet.yaml", text: "document: sheet\ntitle: [\n")
    let result = FlowCompiler.compile(main: "example", sources: [Self.flow(steps: Self.told), broken])
    #expect(result.program == nil)
    #expect(!result.diagnostics.contains { $0.code == .unknownDocument })
    #expect(result.diagnostics.contains { $0.place.file == "documents/sheet.yaml" })
  }

  @Test func aDocumentIsNamedAsItsFile() {
    let sheet = Self.document("for: victim", sections: "  - lines: 1")
    let moved = SourceText(path: "documents/other.yaml", text: sheet.text)
    #expect(
      FlowCompiler.checkBeyondWords([Self.flow(steps: Self.told), moved]).contains {
        $0.code == .fileNamedOtherwise
      })
  }
}
