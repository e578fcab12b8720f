import Testing

@testable import FlowDSL

/// `indicators.yaml`: what it may name, what is said where it does not hold together, and what comes of it.
@Suite struct IndicatorTests {
  private static let folder = [
    SourceText(
      path: "desk.yaml",
      text: """
        flow: desk
        version: 1.0.0
        title: {fr: Bureau, en: Desk}
        languages: [fr, en]
        facts:
          consent: {type: boolean, about: victim, see: [support]}
          danger: {type: [low, high]}
        steps:
          - ask: first
            questions:
              consent: {fr: D'accord ?, en: Agreed?}
              danger: {fr: Quel danger ?, en: Which danger?}
          - run: night
          - refer: support
            to: support
            consent: consent
            shares: [consent]
          - contact: chief
          - end: done

        """),
    SourceText(
      path: "night.yaml",
      text: """
        flow: night
        version: 1.0.0
        title: {fr: Nuit, en: Night}
        languages: [fr, en]
        steps:
          - end: done

        """),
    SourceText(
      path: "apart.yaml",
      text: """
        flow: apart
        version: 1.0.0
        title: {fr: À part, en: Apart}
        languages: [fr, en]
        facts:
          weary: boolean
        steps:
          - ask: how
            questions:
              weary: {fr: Fatigue ?, en: Weary?}
          - end: done

        """),
    SourceText(path: "roles.yaml", text: "roles:\n  chief: {fr: Chef, en: Chief}\n"),
    SourceText(
      path: "directory/local.yaml",
      text:
        "directory: local\ncategories:\n  support: {fr: Aide, en: Support}\n  health: {fr: Soins, en: Care}\n"
    ),
  ]

  private static func indicators(_ any: String, _ more: String = "", cases: String = "desk") -> SourceText {
    SourceText(
      path: "indicators.yaml",
      text: """
        indicators: station
        cases: [\(cases)]
        sources: {asked: "Who asked for it"}
        counts:
          one:
            number: iv
            title: {fr: Un, en: One}
            summary: {fr: Ce qui est compté., en: What is counted.}
            source: asked
            any: [\(any)]
        \(more)
        """)
  }

  private static func check(_ indicators: SourceText) -> [Diagnostic] {
    FlowCompiler.checkBeyondWords(folder + [indicators])
  }

  @Test(
    arguments: [
      ("{walked: night}", []),
      ("{walked: [desk, night]}, {referred: chief}, {shared: [support]}", []),
      (#"{flow: desk, when: 'danger = "high"'}"#, []),
      ("{walked: nihgt}", [.unknownFlow]),
      ("{walked: apart}", [.countedNeverWalked]),
      ("{flow: apart, when: weary = true}", [.countedNeverWalked]),
      ("{referred: suport}", [.unknownRecipient]),
      ("{referred: health}", [.countedNeverReached]),
      ("{shared: chief}", [.countedNeverReached]),
      (#"{flow: desk, when: 'dangr = "high"'}"#, [.unknownName]),
      (#"{flow: desk, when: 'danger = "hihg"'}"#, [.notAChoice]),
      ("{flow: desk, when: consent}", [.conditionUndecided]),
      ("{flow: desk, when: danger}", [.resultType]),
      ("{flow: deks, when: danger = true}", [.unknownFlow]),
      ("{flow: desk}", [.criterionShape]),
      ("{walked: night, shared: support}", [.criterionShape]),
      ("{walkd: night}", [.unknownKey]),
      ("", [.emptyValue]),
    ] as [(String, [DiagnosticCode])])
  func faultsAreSaid(_ any: String, _ codes: [DiagnosticCode]) {
    let found = Self.check(Self.indicators(any))
    #expect(found.map(\.code) == codes, "\(any): \(found.map(\.told))")
    #expect(found.allSatisfy { $0.place.file == "indicators.yaml" })
  }

  @Test func theNearestNameIsOffered() throws {
    let found = Self.check(Self.indicators("{walked: nihgt}, {referred: suport}"))
    #expect(found.map { $0.arguments["nearest"] } == ["night", "support"])
    #expect(
      Self.check(Self.indicators("{walked: night}", cases: "dsek")).first?.arguments["nearest"] == "desk")
  }

  @Test func sourcesAndWordsAreThere() {
    let good = Self.indicators("{walked: night}")
    func codes(_ old: String, _ new: String) -> [DiagnosticCode] {
      Self.check(SourceText(path: good.path, text: good.text.replacing(old, with: new))).map(\.code)
    }
    #expect(codes("source: asked", "source: aksed") == [.unknownSource])
    #expect(codes("title: {fr: Un, en: One}", "title: {fr: Un}") == [.missingTranslation])
    #expect(codes("    summary: {fr: Ce qui est compté., en: What is counted.}\n", "") == [.missingKey])
    let shared = SourceText(path: "shared.yaml", text: "shared: all\nsources: {asked: Elsewhere}\n")
    // Who shares sources must cite: only the clash is looked at here.
    #expect(FlowCompiler.checkBeyondWords(Self.folder + [good, shared]).map(\.code).contains(.sharedAlready))
  }

  @Test func twoCountsHaveTwoNumbers() throws {
    func second(_ number: String) -> [Diagnostic] {
      Self.check(
        Self.indicators(
          "{walked: night}",
          "  two: {\(number)title: {fr: Deux, en: Two}, summary: {fr: Deux., en: Two.}}"))
    }
    let found = second("number: iv, ")
    #expect(found.map(\.code) == [.duplicateNumber])
    #expect(found.first?.related.map(\.place.start.line) == [6])
    #expect(second("number: v, ").isEmpty)
    #expect(second("").isEmpty)
  }

  @Test func theFileHasItsName() {
    let found = Self.check(SourceText(path: "counts.yaml", text: Self.indicators("{walked: night}").text))
    #expect(found.map(\.code) == [.fileNamedOtherwise])
  }

  @Test func aFlowThatCannotBeReadIsNotAlsoMissed() {
    let broken = Self.folder.map {
      $0.path == "night.yaml" ? SourceText(path: $0.path, text: "flow: night\nstep: []\n") : $0
    }
    let found = FlowCompiler.checkBeyondWords(broken + [Self.indicators("{walked: night}, {walked: apart}")])
    #expect(found.allSatisfy { $0.place.file == "night.yaml" }, "\(found.map(\.told))")
  }

  @Test func itIsNoPartOfAProgram() throws {
    let good = Self.indicators("{walked: night}")
    let without = try #require(FlowCompiler.compile(main: "desk", sources: Self.folder).program)
    let with = try #require(FlowCompiler.compile(main: "desk", sources: Self.folder + [good]).program)
    let broken = SourceText(path: good.path, text: "indicators: [")
    let beside = try #require(FlowCompiler.compile(main: "desk", sources: Self.folder + [broken]).program)
    #expect(with.hash == without.hash)
    #expect(beside.hash == without.hash)
    #expect(!with.sources.map(\.path).contains(good.path))
  }

  @Test func isCompiled() throws {
    let condition = #"{flow: desk, when: 'danger = "high"'}"#
    let source = Self.indicators(
      "{walked: night}, {shared: support}", "    of: [{referred: chief}, \(condition)]")
    func compiled(_ source: SourceText) -> (indicators: Indicators?, diagnostics: [Diagnostic]) {
      FlowCompiler.indicators(ProtocolFolder.parse(Self.folder + [source]))
    }
    let (indicators, diagnostics) = compiled(source)
    #expect(diagnostics == [])
    let made = try #require(indicators)
    #expect(made.cases == ["desk"])
    let count = try #require(made.counts.first)
    #expect(count.number == "iv")
    #expect(count.sources == [Words(["": "Who asked for it"])])
    #expect(count.any == [.walked(["night"]), .shared(["support"])])
    #expect(count.of == [.referred(["chief"]), .condition(flow: "desk", when: #"danger = "high""#)])
    // Comments do not count, criteria do.
    let commented = SourceText(path: source.path, text: "# said\n" + source.text)
    #expect(compiled(commented).indicators?.hash == made.hash)
    #expect(compiled(Self.indicators("{walked: night}")).indicators?.hash != made.hash)
    #expect(compiled(Self.indicators("{walked: nihgt}")).indicators == nil)
    #expect(FlowCompiler.indicators(ProtocolFolder.parse(Self.folder)).indicators == nil)
  }
}
