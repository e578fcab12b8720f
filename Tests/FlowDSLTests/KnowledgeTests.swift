import FEEL
import Testing

@testable import FlowDSL

/// What the checker takes as certainly not null, against all walks of small flows made at random.
@Suite struct KnowledgeTests {
  private static let facts = ["a", "b", "c", "d"]

  /// A flow of questions, decisions, routes and steps that are passed over.
  private struct Draft {
    struct Question {
      let fact: String
      let acceptsUnknown: Bool
      let again: Bool
      let when: String?
    }

    enum Body {
      case ask([Question])
      /// `fact` becomes a copy of `from`, or `true` where that is nil.
      case decide(fact: String, from: String?)
    }

    struct Step {
      let body: Body
      let when: String?
      /// The step to go to where a fact is true; else the next.
      let jump: (fact: String, to: Int)?
    }

    var steps: [Step] = []
    let takes: [String]

    init(_ random: inout SeededGenerator) {
      takes = facts.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
      let count = Int.random(in: 2...5, using: &random)
      func fact(_ random: inout SeededGenerator) -> String { facts.randomElement(using: &random) ?? "a" }
      for index in 0..<count {
        let body: Body
        if Int.random(in: 0..<4, using: &random) == 0 {
          let from = Bool.random(using: &random) ? fact(&random) : nil
          body = .decide(fact: fact(&random), from: from)
        } else {
          var seen: Set<String> = []
          var questions: [Question] = []
          for _ in 0..<Int.random(in: 1...2, using: &random) {
            let name = fact(&random)
            guard seen.insert(name).inserted else { continue }
            questions.append(
              Question(
                fact: name, acceptsUnknown: Int.random(in: 0..<3, using: &random) == 0,
                again: Int.random(in: 0..<4, using: &random) == 0,
                when: Int.random(in: 0..<5, using: &random) == 0 ? fact(&random) : nil))
          }
          body = .ask(questions)
        }
        let when = Int.random(in: 0..<3, using: &random) == 0 ? fact(&random) : nil
        let jump =
          index + 1 < count && Int.random(in: 0..<3, using: &random) == 0
          ? (fact: fact(&random), to: Int.random(in: (index + 1)...count, using: &random)) : nil
        steps.append(Step(body: body, when: when, jump: jump))
      }
    }

    var yaml: String {
      var text = "flow: example\nversion: 1.0.0\ntitle: T\nlanguages: [en]\n"
      if !takes.isEmpty { text += "takes: [\(takes.joined(separator: ", "))]\n" }
      text += "facts:\n" + facts.map { "  \($0): {type: boolean, about: victim}\n" }.joined() + "steps:\n"
      for (index, step) in steps.enumerated() {
        switch step.body {
        case .ask(let questions):
          text += "  - ask: s\(index)\n    questions:\n"
          for question in questions {
            let keys =
              ["en: Q"] + (question.acceptsUnknown ? [] : ["unknown: false", "declined: false"])
              + (question.again ? ["again: true"] : [])
              + (question.when.map { ["when: \($0) = true"] } ?? [])
            text += "      \(question.fact): {\(keys.joined(separator: ", "))}\n"
          }
        case .decide(let fact, let from):
          text += "  - decide: s\(index)\n    values: {\(fact): \(from ?? "true")}\n"
        }
        if let when = step.when { text += "    when: \(when) = true\n" }
        if let jump = step.jump {
          text += "    then:\n      - {when: \(jump.fact) = true, go: s\(jump.to)}\n      - {else: next}\n"
        }
      }
      return text + "  - end: s\(steps.count)\n"
    }

    /// How a fact stands: not asked, known, or answered "unknown".
    enum Standing: Hashable { case unset, known(Bool), unknown }

    /// Calls `arrive` with each step and the facts there, on every walk.
    func walk(_ arrive: (Int, [String: Standing]) -> Void) {
      var starts: [[String: Standing]] = [Dictionary(uniqueKeysWithValues: facts.map { ($0, .unset) })]
      for fact in takes {
        starts = starts.flatMap { start in
          [Standing.unset, .unknown, .known(true), .known(false)].map { standing in
            start.merging([fact: standing]) { $1 }
          }
        }
      }
      var seen: Set<[String: Standing]> = []
      var arriving = Array(repeating: Set<[String: Standing]>(), count: steps.count + 1)
      arriving[0] = Set(starts)
      for (index, step) in steps.enumerated() {
        for start in arriving[index] {
          arrive(index, start)
          if let when = step.when, start[when] != .known(true) {
            arriving[index + 1].insert(start)
            continue
          }
          for done in after(step.body, start) {
            seen.insert(done)
            if let jump = step.jump, done[jump.fact] == .known(true) {
              arriving[jump.to].insert(done)
            } else {
              arriving[index + 1].insert(done)
            }
          }
        }
      }
      for end in arriving[steps.count] { arrive(steps.count, end) }
    }

    private func after(_ body: Body, _ start: [String: Standing]) -> [[String: Standing]] {
      switch body {
      case .decide(let fact, let from):
        let value = from.map { start[$0] ?? .unset } ?? .known(true)
        if case .known = value { return [start.merging([fact: value]) { $1 }] }
        return [start.merging([fact: .unset]) { $1 }]
      case .ask(let questions):
        var states = [start]
        for question in questions {
          states = states.flatMap { state -> [[String: Standing]] in
            if let when = question.when, state[when] != .known(true) { return [state] }
            if state[question.fact] != .unset, !question.again { return [state] }
            let answers: [Standing] =
              [.known(true), .known(false)] + (question.acceptsUnknown ? [.unknown] : [])
            return answers.map { state.merging([question.fact: $0]) { $1 } }
          }
        }
        return states
      }
    }
  }

  @Test(arguments: 0..<400)
  func certainFactsAreNeverNull(_ seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let draft = Draft(&random)
    let (file, diagnostics) = SyntaxReader.read(SourceText(path: "example.yaml", text: draft.yaml))
    guard case .flow(let flow)? = file else {
      Issue.record("\(diagnostics.map(\.told)) \(draft.yaml)")
      return
    }
    let signature = FlowSignature(flow)
    var elaboration = Elaboration(
      signature,
      in: Surroundings(
        edition: .current, signatures: ["example": signature], indices: ["example": 0], broken: [],
        models: ModelFolder(ProtocolSyntax(), flows: []), roles: [], categories: [],
        services: [], calendar: nil, documents: [:], brokenDocuments: []))
    _ = elaboration.result()
    draft.walk { index, facts in
      guard let known = elaboration.arriving[index] else {
        Issue.record("step s\(index) is reached but taken as unreachable\n\(draft.yaml)")
        return
      }
      for (slot, name) in Self.facts.enumerated() where known.certain.contains(slot) {
        if case .known? = facts[name] { continue }
        Issue.record("\(name) is taken as known at s\(index)\n\(draft.yaml)")
      }
    }
  }

  /// The analysis is of use: facts whose questions exclude null are certain after them, and no later than there.
  @Test(arguments: [
    ("unknown: false, declined: false", "", "", true), ("unknown: false", "", "", false),
    ("declined: false", "", "", false), ("unknown: false, declined: false, when: b = true", "", "", false),
    ("unknown: false, declined: false", "    when: b = true\n", "", false),
    ("unknown: false, declined: false", "", "takes: [a]\n", false),
  ])
  func certainAfterAQuestion(_ keys: String, _ when: String, _ takes: String, _ isCertain: Bool) {
    let text = """
      flow: example
      version: 1.0.0
      title: T
      languages: [en]
      \(takes)facts:
        a: {type: boolean, about: victim}
        b: {type: boolean, about: victim}
      steps:
        - ask: first
          questions:
            b: {en: Q}
        - ask: second
          questions:
            a: {en: Q, \(keys)}
      \(when)  - do: third
          when: a
          tick: {room: R}
        - end: done

      """
    let diagnostics = FlowCompiler.checkBeyondWords([SourceText(path: "example.yaml", text: text)])
    #expect(diagnostics.map(\.code) == (isCertain ? [] : [.conditionUndecided]), "\(text)")
  }
}
