import Testing

@testable import FlowDSL

/// What `shared.yaml` declares is known to every flow, and told of once where it is wrong.
@Suite struct SharedTests {
  private static let shared = """
    shared: station
    types:
      level: {type: [low, high], labels: {low: {fr: faible, en: low}, high: {fr: élevé, en: high}}}
    sources:
      rules: "Rules of the station"

    """

  private static func flow(_ name: String, _ more: String = "", danger: String = "level") -> SourceText {
    SourceText(
      path: "\(name).yaml",
      text: """
        flow: \(name)
        version: 1.0.0
        title: {fr: Essai, en: Trial}
        languages: [fr, en]
        \(more)facts:
          danger: {type: \(danger)}
        steps:
          - ask: questions
            source: rules
            questions:
              danger: {fr: Quel danger ?, en: Which danger?}
          - end: done

        """)
  }

  private static func codes(_ shared: String, _ flows: SourceText...) -> [String] {
    FlowCompiler.checkBeyondWords([SourceText(path: "shared.yaml", text: shared)] + flows).map {
      "\($0.code) \($0.place.file)"
    }
  }

  @Test func everyFlowKnowsIt() throws {
    #expect(Self.codes(Self.shared, Self.flow("one"), Self.flow("two")) == [])
    let sources = [SourceText(path: "shared.yaml", text: Self.shared), Self.flow("one")]
    let program = try #require(FlowCompiler.compile(main: "one", sources: sources).program)
    let flow = try #require(program.flows.first)
    #expect(flow.facts.first?.labels["high"]?("fr") == "élevé")
    #expect(flow.sources == ["rules": Words(["": "Rules of the station"])])
    #expect(program.sources.map(\.path).contains("shared.yaml"))
  }

  /// A source is a text: in each language, or in plain words for all.
  @Test func aSourceIsInEachLanguage() throws {
    func shared(_ source: String) -> String {
      Self.shared.replacing("\"Rules of the station\"", with: source)
    }
    let both = shared("{fr: Règles du poste, en: Rules of the station}")
    #expect(Self.codes(both, Self.flow("one")) == [])
    let sources = [SourceText(path: "shared.yaml", text: both), Self.flow("one")]
    let program = try #require(FlowCompiler.compile(main: "one", sources: sources).program)
    #expect(program.flows[0].sources["rules"]?("fr") == "Règles du poste")
    #expect(
      Self.codes(shared("{en: Rules of the station}"), Self.flow("one")) == ["missingTranslation shared.yaml"]
    )
    let flow = SourceText(
      path: "one.yaml",
      text: Self.flow("one").text.replacing(
        "languages: [fr, en]\n", with: "languages: [fr, en]\nsources: {own: {fr: Le nôtre}}\n"))
    #expect(Self.codes(both, flow).contains("missingTranslation one.yaml"))
  }

  @Test func itIsPartOfTheProgram() {
    let one = Self.flow("one")
    func hash(_ shared: String) -> String? {
      FlowCompiler.compile(main: "one", sources: [SourceText(path: "shared.yaml", text: shared), one]).program
        .map { "\($0.hash)" }
    }
    let before = hash(Self.shared)
    #expect(before != nil)
    #expect(hash(Self.shared.replacing("[low, high]", with: "[high, low]")) != before)
  }

  @Test func aFaultIsToldOnce() {
    let one = Self.flow("one")
    let two = Self.flow("two")
    #expect(
      Self.codes(Self.shared.replacing("types:", with: "typos:"), one, two) == ["unknownKey shared.yaml"])
    #expect(
      Self.codes(Self.shared.replacing("[low, high]", with: "levle"), one, two).filter {
        !$0.hasPrefix("labels")
      } == ["unknownType shared.yaml"])
    #expect(
      Self.codes(Self.shared.replacing(", high: {fr: élevé, en: high}", with: ""), one, two)
        == ["missingLabel shared.yaml"])
    #expect(Self.codes(Self.shared, Self.flow("one", danger: "boolean")) == ["unusedType shared.yaml"])
  }

  @Test func whatAUsedTypeIsMadeOfIsUsed() {
    let shared = Self.shared.replacing(
      "sources:", with: "  pair: {first: level, others: list of level}\n  nobodys: level\nsources:")
    #expect(Self.codes(shared, Self.flow("one", danger: "list of pair")) == ["unusedType shared.yaml"])
    #expect(
      Self.codes(shared, Self.flow("one", danger: "boolean"))
        == Array(repeating: "unusedType shared.yaml", count: 3))
  }

  @Test func noFlowDeclaresItAgain() {
    #expect(
      Self.codes(Self.shared, Self.flow("one", "types:\n  level: [low, high]\n"))
        == ["sharedAlready one.yaml"])
    #expect(
      Self.codes(Self.shared, Self.flow("one", "sources:\n  rules: Mine\n")) == ["sharedAlready one.yaml"])
  }

  @Test func theFileHasItsName() {
    let found = FlowCompiler.checkBeyondWords([SourceText(path: "common.yaml", text: Self.shared)])
    #expect(found.map(\.code) == [.fileNamedOtherwise])
  }

  private static let folder = """
    shared: station
    sources:
      rules: "Rules of the station"
    notice: {fr: À approuver, en: To be approved}
    facts:
      alarm: {type: boolean, title: {fr: Alarme, en: Alarm}}
      mark: {type: text, about: child, title: {fr: Marque, en: Mark}}
      room: {type: number}
    interrupts:
      alarm-now:
        when: alarm = true
        run: help
        report: {alarm: {fr: Une alarme, en: An alarm}}

    """

  /// A flow of some lines after its languages.
  private static func desk(_ name: String, _ lines: String) -> SourceText {
    SourceText(
      path: "\(name).yaml",
      text: """
        flow: \(name)
        version: 1.0.0
        title: {fr: Essai, en: Trial}
        languages: [fr, en]

        """ + lines)
  }

  private static let help = desk(
    "help",
    """
    takes: [mark]
    steps:
      - do: call
        source: rules
        tick: {called: {fr: Appelé pour {{mark}}, en: Called for {{mark}}}}
      - end: called

    """.replacing(
      "{fr: Appelé pour {{mark}}, en: Called for {{mark}}}",
      with: #"{fr: "Appelé pour {{mark}}", en: "Called for {{mark}}"}"#))

  private static let counter = desk(
    "counter",
    """
    interrupts: {alarm-now: shared}
    steps:
      - ask: first
        source: rules
        questions:
          room: {fr: Quelle pièce ?, en: Which room?}
      - end: done

    """)

  @Test func aFactOfTheFolderBelongsToTheFlowsThatNameIt() throws {
    let sources = [SourceText(path: "shared.yaml", text: Self.folder), Self.help, Self.counter]
    #expect(FlowCompiler.checkBeyondWords(sources).map(\.told) == [])
    let program = try #require(FlowCompiler.compile(main: "counter", sources: sources).program)
    // The counter names the room; the interrupt that it takes names the alarm, and the flow that runs takes the mark.
    #expect(Set(program.flows[0].facts.map(\.name)) == ["room", "alarm", "mark"])
    #expect(program.flows[1].facts.map(\.name) == ["mark"])
    #expect(program.flows[0].interrupts.map(\.name) == ["alarm-now"])
    #expect(program.flows.allSatisfy { $0.notice?("en") == "To be approved" })
  }

  @Test func aFactOfTheFolderIsDeclaredInOnePlaceOnly() {
    let again = Self.desk(
      "again",
      """
      facts: {room: number}
      steps:
        - ask: first
          source: rules
          questions:
            room: {fr: Quelle pièce ?, en: Which room?}
        - end: done

      """)
    let found = FlowCompiler.checkBeyondWords([
      SourceText(path: "shared.yaml", text: Self.folder), Self.help, Self.counter, again,
    ])
    #expect(found.map { "\($0.code) \($0.place.file)" } == ["sharedAlready again.yaml"])
  }

  @Test func whatIsWrongInAFactOfTheFolderIsToldOnceAndThere() {
    let wrong = Self.folder.replacing("room: {type: number}", with: "room: {type: numbr}")
    let found = FlowCompiler.checkBeyondWords([
      SourceText(path: "shared.yaml", text: wrong), Self.help, Self.counter,
    ])
    #expect(found.map { "\($0.code) \($0.place.file)" } == ["unknownType shared.yaml"])
    let unused = Self.folder.replacing("  room:", with: "  lift: boolean\n  room:")
    let told = FlowCompiler.checkBeyondWords([
      SourceText(path: "shared.yaml", text: unused), Self.help, Self.counter,
    ])
    #expect(told.map { "\($0.code) \($0.place.file)" } == ["unusedFact shared.yaml"])
  }

  @Test func wordsThatPeopleReadNameNoFact() throws {
    let spoken = Self.desk(
      "spoken",
      """
      steps:
        - do: look
          source: rules
          say: {fr: Dans quelle room êtes-vous ?, en: "Which room, alarm or mark?"}
          tick: {seen: {fr: Vu, en: Seen}}
        - end: done

      """)
    let sources = [SourceText(path: "shared.yaml", text: Self.folder), Self.help, Self.counter, spoken]
    let program = try #require(FlowCompiler.compile(main: "spoken", sources: sources).program)
    #expect(program.flows[0].facts.isEmpty)
  }
}
