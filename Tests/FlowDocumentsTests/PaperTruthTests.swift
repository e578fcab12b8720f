import FEEL
import FlowDSL
import Foundation
import Testing

@testable import FlowDocuments
@testable import FlowRuntime

/// On whatever walk: no paper gives as a reason what nobody said, and no sheet names a safe means and breaks it.
///
/// With FLOWRUN_SOAK=1, 100,000 walks.
@Suite struct PaperTruthTests {
  /// The flows in which a case begins that makes papers, and how many walks of each for every hundred.
  private static let entries: [(flow: String, share: Int)] = [
    ("domestic-violence", 10), ("municipal-first-contact", 20), ("prosecutor-call", 15), ("children", 15),
    ("victim-services-intake", 10), ("referral", 15), ("follow-up", 10), ("vulnerable-person", 5),
  ]
  private static let walks = ProcessInfo.processInfo.environment["FLOWRUN_SOAK"] == "1" ? 100_000 : 300

  /// A document of a walk, in one language, line by line.
  struct Paper {
    let name: String
    let language: String
    let lines: [String]
    let state: State
    let standing: DocumentStanding
    var text: String { lines.joined(separator: "\n") }
  }

  /// Looks at each paper of each walk.
  private static func look(at check: (Paper) -> [String]) throws -> (papers: Int, faults: [String]) {
    var papers = 0
    var faults: [String] = []
    for (flow, share) in entries {
      let program = try #require(FlowCompiler.compile(main: flow, ShippedDocumentTests.folder).program)
      let interpreter = Interpreter(program)
      for seed in 0..<UInt64(walks * share / 100) {
        var state = interpreter.initial
        try interpreter.step(
          .started(Start(program: program.hash, flow: flow, language: "fr")),
          by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &state)
        var walker = RandomWalker(seed: seed)
        _ = walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
        for standing in state.documents where standing.obstacle == nil {
          for language in ["fr", "en"] {
            let paper = try paper(standing, of: state, language: language)
            papers += 1
            faults += check(paper).map { "\(flow) \(seed), \(paper.name) \(language): \($0)" }
          }
        }
      }
    }
    return (papers, faults)
  }

  private static func paper(_ standing: DocumentStanding, of state: State, language: String) throws -> Paper {
    let filled = try Filling(standing, of: state, case: "T", language: language, zones: TestZone.rules).filled
    let lines = filled.sections.flatMap { section -> [String] in
      let runs = [section.heading] + section.paragraphs + section.items.map(\.words)
      return runs.map { $0.map(\.words).joined() } + section.rows.map { $0.title + ": " + $0.answer }
    }
    return Paper(
      name: standing.document.name, language: language, lines: lines, state: state, standing: standing)
  }

  @Test func noPaperGivesAsAReasonWhatNobodySaid() throws {
    let (papers, faults) = try Self.look { paper in
      var faults: [String] = []
      let names = ProgramNames(paper.state.program, language: paper.language)
      let flow = paper.state.program.flows[paper.standing.flow]
      for slot in paper.standing.document.facts where flow.facts[slot].name.hasSuffix("_reasons") {
        guard case .list(let factors) = paper.standing.fact(slot, of: paper.state.program).value else {
          continue
        }
        let unsaid = factors.map(\.text).filter { !Self.isSaid($0, in: paper.state) }
        if !unsaid.isEmpty { faults.append("nobody said \(unsaid)") }
      }
      // What a row says is not known stands in no sentence of reasons.
      let stated = paper.lines.filter { $0.contains("telles que dites") || $0.contains("as stated") }
      for slot in paper.standing.document.facts where flow.facts[slot].type == .boolean {
        let fact = paper.standing.fact(slot, of: paper.state.program)
        let title = names.fact(fact.fact)
        if fact.value != .boolean(true),
          stated.contains(where: { $0.contains(": " + title + ",") || $0.hasSuffix(", " + title + ".") })
        {
          faults.append("\(title) is a reason and is \(fact.standing)")
        }
      }
      return faults
    }
    #expect(papers > Self.walks)
    #expect(faults.prefix(10) == [])
  }

  /// Whether somebody said that a factor is there: its fact is true, or known where it is no boolean.
  private static func isSaid(_ factor: String, in state: State) -> Bool {
    state.facts.contains {
      $0.fact.name == factor && $0.standing == .known && $0.value != .boolean(false)
    }
  }

  /// Where nobody said so, no order is broken and no kind of violence is ruled out.
  @Test func whatIsNotKnownIsSaidAsNotKnown() throws {
    let (_, faults) = try Self.look { paper in
      ["breach": "order_breached", "violence_forms": "form_physical"].compactMap { shown, asked -> String? in
        guard
          let slot = paper.standing.document.facts.first(where: {
            paper.state.program.flows[paper.standing.flow].facts[$0].name == shown
          })
        else { return nil }
        let fact = paper.standing.fact(slot, of: paper.state.program)
        let answers = paper.state.facts.filter { $0.fact.name == asked }
        guard !answers.isEmpty, answers.allSatisfy({ $0.standing == .unknown || $0.standing == .declined })
        else {
          return nil
        }
        switch fact.value {
        case .boolean(true): return "\(shown) is true, and nobody said so"
        case .list([]): return "\(shown) is empty, and nobody ruled it out"
        default: return nil
        }
      }
    }
    #expect(faults.prefix(10) == [])
  }

  /// Words that go against a safe means, by means, in both languages.
  private static let against: [String: [String]] = [
    "call": ["ne pas appeler", "do not call", "do not phone", "Ne pas téléphoner"],
    "message": [
      "aucun message", "no message", "ne pas écrire", "do not write", "rappel", "Rappel", "call back",
      "Call once",
      "Call back",
    ],
    "association": ["Rappel", "Call once", "call back", "aller voir, sous", "go and see, on"],
    "in-person": [
      "ne pas aller voir", "do not visit", "Rappel", "Call once", "call back", "rappeler aujourd'hui",
    ],
  ]

  @Test func noSheetNamesASafeMeansAndBreaksIt() throws {
    var named: Set<String> = []
    let (_, faults) = try Self.look { paper in
      let flow = paper.state.program.flows[paper.standing.flow]
      guard
        let slot = paper.standing.document.facts.first(where: { flow.facts[$0].name == "safe_means" })
      else { return [] }
      guard case .string(let means) = paper.standing.fact(slot, of: paper.state.program).value else {
        // The worker's own form only notes what was answered.
        guard paper.name != "intake-form" else { return [] }
        named.insert(paper.name + " without")
        let isSaid = paper.text.contains("Aucun moyen sûr") || paper.text.contains("No safe means")
        return isSaid && !paper.text.contains("ce moyen") && !paper.text.contains("this means")
          ? [] : ["no safe means is known, and that is not said"]
      }
      named.insert(paper.name + " " + means)
      return (Self.against[means] ?? []).filter(paper.text.contains).map { "\(means), and “\($0)”" }
    }
    #expect(faults.prefix(10) == [])
    #expect(named.count >= 15, "\(named.sorted())")
  }
}
