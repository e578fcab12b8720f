import FEEL
import FlowDSL
import FlowDirectory
import Foundation
import Testing

@testable import FlowDocuments
@testable import FlowRuntime

/// The documents of the shipped protocols: what they look like, and that nothing reaches one who may not see it.
@Suite struct ShippedDocumentTests {
  static let folder = ProtocolFolder.read(
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "protocols").path)

  private static func program(_ flow: String) -> Program? {
    FlowCompiler.compile(main: flow, folder).program
  }

  /// For each document, the first scenario by name that expects it, else the first at whose end it can be made.
  private static let found: [String: (standing: DocumentStanding, state: State)] = {
    var found: [String: (standing: DocumentStanding, state: State)] = [:]
    var programs: [String: Program] = [:]
    var promised: Set<String> = []
    for scenario in folder.scenarios.sorted(by: { $0.name.value < $1.name.value }) {
      let flow = scenario.flow.value
      guard let program = programs[flow] ?? program(flow) else { continue }
      programs[flow] = program
      guard program.flows.contains(where: { !$0.productions.isEmpty }) else { continue }
      let state = ScenarioRunner.run(scenario, of: program).state
      let expected = Set(scenario.expect?.documents.map(\.value) ?? [])
      for standing in state.documents where standing.obstacle == nil {
        let name = standing.document.name
        // A scenario that says so comes before one that happens to make it: new scenarios change no golden file.
        let isExpected = expected.contains(name) || expected.contains(standing.name)
        if found[name] == nil || isExpected && !promised.contains(name) { found[name] = (standing, state) }
        if isExpected { promised.insert(name) }
      }
    }
    return found
  }()

  /// Each document in each of its languages.
  private static let pages = folder.documents.flatMap { document in
    document.languages.map { (document.name.value, $0.value) }
  }

  /// What is handed to the person is there in the languages that are promised at the counter.
  @Test func thePersonReadsTheirLanguage() {
    let theirs = Self.folder.documents.filter { $0.recipient.value == Document.person }
    #expect(theirs.count >= 4)
    for document in theirs {
      #expect(document.language?.value == "person_language", "\(document.name.value)")
      #expect(document.languages.map(\.value) == ["fr", "en", "es", "pt", "ar"], "\(document.name.value)")
    }
  }

  /// Numbers to call and articles are the same in every language.
  @Test func numbersAndArticlesAreKept() throws {
    for document in Self.folder.documents where document.languages.count > 2 {
      let found = try #require(Self.found[document.name.value])
      let pages = try document.languages.map { language in
        let filled = try Filling(
          found.standing, of: found.state, case: "7K3M-2QXD", language: language.value, zones: TestZone.rules
        ).filled
        let words = filled.sections.map { section in
          (section.heading + section.paragraphs.flatMap(\.self) + section.items.flatMap(\.words))
            .map(\.words).joined(separator: " ").matches(of: /[0-9]+/).map { String($0.output) }.sorted()
        }
        // Sources are in the words of each language; what they are found by is not.
        let cited = filled.sections.flatMap { [$0.citations] + $0.items.map(\.citations) }.map { citations in
          citations.map { $0.matches(of: /[0-9]+/).map { String($0.output) } }
        }
        return (words, cited)
      }
      for page in pages.dropFirst() {
        #expect(page.0 == pages[0].0, "\(document.name.value)")
        #expect(page.1 == pages[0].1, "\(document.name.value)")
      }
    }
  }

  @Test(arguments: pages)
  func looksLikeThis(_ name: String, _ language: String) throws {
    let found = try #require(Self.found[name], "no scenario makes \(name)")
    let standing = found.standing
    var state = found.state
    // What changes with every word and step of a protocol is left out of what is compared.
    state.now = Instant(milliseconds: 1_777_604_820_000)
    state.sequence = 42
    let document = try Filling(
      standing, of: state, case: "7K3M-2QXD", language: language, zones: TestZone.rules
    ).filled
    let page = try Layout.text.render(document)
    for line in page.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= 80, "\(line)")
    }
    let main = state.program.flows[0]
    let shown = page.replacing(state.program.hash, with: String(repeating: "0", count: 64))
      .replacing("\(main.name) \(main.version)", with: "\(main.name) 0.0.0")
    try Golden.expect(shown, equals: "Documents/\(name).\(language).text")
  }

  /// Non-interference: whatever the facts are that the recipient may not see, the document is the same to the letter.
  @Test(arguments: folder.flows.filter { $0.steps.contains { !$0.documents.isEmpty } }.map(\.name.value))
  func holdsNothingThatTheRecipientMayNotSee(_ name: String) throws {
    let program = try #require(Self.program(name))
    let syntax = try #require(Self.folder.flows.first { $0.name.value == name })
    let flow = program.flows[0]
    let own = Set(flow.steps.compactMap(\.by)).union(syntax.roles.map(\.name.value))
    for production in flow.productions {
      let document = production.document
      let hidden = flow.facts.indices.filter { slot in
        let fact = flow.facts[slot]
        let isSeen =
          fact.see.contains(document.recipient)
          || (document.recipient == Document.person
            ? fact.about == .victim : own.contains(document.recipient))
        return !isSeen
      }
      for base in 0..<4 {
        let pages = try (0..<3).map { variant in
          let state = Self.state(of: program, at: production.step) { slot in
            hidden.contains(slot)
              ? Self.value(of: flow.facts[slot].type, variant: base + variant)
              : Self.value(of: flow.facts[slot].type, variant: base)
          }
          let standing = try #require(state.documents.first { $0.document.name == document.name })
          // In each of its languages, and with services in order: what is hidden moves no line.
          return try document.languages.map { language in
            try Layout.html.render(
              Filling(
                standing, of: state, case: "7K3M-2QXD", language: language,
                position: GeographicPosition(latitude: 47.5, longitude: 2.5), zones: TestZone.rules
              ).filled)
          }
        }
        #expect(pages[0] == pages[1] && pages[0] == pages[2], "\(document.name) for \(document.recipient)")
      }
      if let secret = hidden.first(where: { flow.facts[$0].type == .string }) {
        let state = Self.state(of: program, at: production.step) { slot in
          slot == secret ? .string("KEPT-BACK") : Self.value(of: flow.facts[slot].type, variant: 0)
        }
        let standing = try #require(state.documents.first { $0.document.name == document.name })
        for language in document.languages {
          let page = try Layout.text.render(
            Filling(
              standing, of: state, case: "7K3M-2QXD", language: language, zones: TestZone.rules
            ).filled)
          #expect(!page.contains("KEPT-BACK"))
        }
      }
    }
  }

  /// What was declined, or not asked, is told as that: no paper says of it that nobody knows, or that somebody could not say.
  @Test(arguments: folder.flows.filter { $0.steps.contains { !$0.documents.isEmpty } }.map(\.name.value))
  func noPaperSaysNotKnownOfWhatWasDeclinedOrNotAsked(_ name: String) throws {
    let program = try #require(Self.program(name))
    let claims = [
      "nobody could say", "n'a pu le dire", "is not known", "On ne sait pas", ": not known", ": pas su",
      "pas connu",
    ]
    for production in program.flows[0].productions {
      for standing in [Standing.declined, .unset] {
        var state = Self.state(of: program, at: production.step) { _ in .null }
        state.frames[0].standings = state.frames[0].standings.map { _ in standing }
        let document = try #require(
          state.documents.first { $0.document.name == production.document.name })
        for language in ["fr", "en"] where document.document.languages.contains(language) {
          let filled = try Filling(
            document, of: state, case: "7K3M-2QXD", language: language, zones: TestZone.rules
          ).filled
          let page = try Layout.text.render(filled).split { $0.isWhitespace }.joined(separator: " ")
          for claim in claims {
            #expect(!page.contains(claim), "\(document.name) in \(language), \(standing): “\(claim)”")
          }
        }
      }
    }
  }

  @Test func aListOfEachItemSaysOfEachWhyItIsMissing() throws {
    let program = try #require(Self.program("children"))
    let fact = try #require(program.flows[0].facts.first { $0.type == .list(.boolean) })
    let standing = FactStanding(
      prefix: "", fact: fact, value: .list([.boolean(true), .null, .null, .null]), standing: .known,
      items: [.known, .unknown, .declined, .unset])
    for (language, words) in [
      ("en", "yes, not known, would rather not answer, question not put"),
      ("fr", "oui, pas connu, n'a pas souhaité répondre, question non posée"),
    ] {
      let wording = try DocumentWording(program: program, language: language, words: Filling.words)
      #expect(wording.answer(standing) == words)
    }
  }

  /// A state that stands at a step of the main flow, with each fact as said; `null` stands for not asked.
  private static func state(of program: Program, at step: Int, _ value: (Int) -> Value) -> State {
    var state = State(program: program)
    let flow = program.flows[0]
    var frame = Frame(flow: 0, of: flow, parent: nil, origin: .main, prefix: "", items: [])
    for slot in flow.facts.indices {
      frame.slots[slot] = value(slot)
      frame.standings[slot] = frame.slots[slot] == .null ? .unset : .known
    }
    state.frames = [frame]
    state.now = Instant(milliseconds: 0)
    state.status = .running
    state.steps = [
      TrailStep(path: StepPath(flow.steps[step].name), flow: 0, step: step, course: .open, sequence: 1)
    ]
    return state
  }

  /// A value that can be told from those of other variants.
  private static func value(of type: ValueType, variant: Int) -> Value {
    switch type {
    case .boolean: .boolean(variant % 2 == 0)
    case .choice(let values): values.isEmpty ? .null : .string(values[variant % values.count])
    case .number: .number(Number(1000 + variant))
    case .string: .string("words-\(variant)")
    case .list(.string): .list([.string("words-\(variant)")])
    default: .null
    }
  }
}
