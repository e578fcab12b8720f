import FlowDSL
import FlowRuntime

/// The text of a scenario or a vignette that a trainer goes on writing: it checks clean, and is walked as it expects.
struct ScenarioTemplate {
  private let name: String
  private let state: State
  private let words: Wording
  private let catalogue: Catalogue
  /// Questions that are written out; the others stand beside as comments.
  private let shown = 3

  /// A template of a walk.
  init(_ name: String, of state: State, words: Wording) throws(Failure) {
    self.name = name
    self.state = state
    self.words = words
    do throws(CatalogueFailure) {
      catalogue = try CatalogueFolder(target: "flowrun")
        .catalogue("starter", language: words.language.rawValue)
    } catch { throw Failure(.cannotRead, .noInput, ["path": "Words", "reason": "\(error)"]) }
  }

  /// A template of a flow, walked in its plain way with all questions unknown.
  static func plain(_ name: String, of program: Program, words: Wording) throws(Failure) -> ScenarioTemplate {
    let text = "scenario: \(name)\nflow: \(program.flows[0].name)\notherwise: unknown\n"
    let file = SyntaxReader.read(SourceText(path: "\(name).yaml", text: text)).file
    guard case .scenario(let scenario)? = file else {
      throw Failure(.badName, .usage, ["name": name, "suggestion": name])
    }
    return try ScenarioTemplate(name, of: ScenarioRunner.run(scenario, of: program).state, words: words)
  }

  private var flow: Flow { state.program.flows[0] }

  /// A scenario.
  func scenario() -> String {
    catalogue(
      "scenario",
      [
        "name": name, "flow": flow.name, "title": text("scenario-title", indent: 2),
        "answers": answers(isWhole: false),
        "rest": rest, "expect": expectation,
      ])
  }

  /// A vignette.
  ///
  /// - Parameter isWhole: all that was answered is written out, as in a walk that was recorded; else the first answers.
  func vignette(isWhole: Bool) throws(Failure) -> String {
    let said = state.replies.first { if case .answered = $0.event { true } else { false } }.map(key)
    return catalogue(
      "vignette",
      [
        "name": name, "flow": flow.name, "title": text("vignette-title", indent: 2),
        "trains": text("vignette-trains", indent: 2), "story": text("vignette-story", indent: 2),
        "says": said.map { "says:\n  \($0):\n\(text("vignette-says", indent: 4))\n" } ?? "",
        "teaches": said.map { "teaches:\n  \($0):\n\(text("vignette-teaches", indent: 4))\n" } ?? "",
        "answers": answers(isWhole: isWhole), "rest": isWhole ? "" : rest,
        "otherwise": isWhole && state.outcome == nil ? "stop" : "unknown", "expect": expectation,
      ])
  }

  /// Words to write, in each language of the flow.
  private func text(_ key: String, indent: Int) -> String {
    flow.languages.map { language in
      let words = catalogue[key + "." + language] ?? catalogue(key + ".en")
      return String(repeating: " ", count: indent) + "\(language): \(ScenarioText.quoted(words))"
    }.joined(separator: "\n")
  }

  private func answers(isWhole: Bool) -> String {
    let replies = lines(isWhole ? state.replies[...] : state.replies.prefix(shown))
    return (replies + (isWhole ? decisions : [])).map { "  \($0.key): \($0.answer)" }
      .joined(separator: "\n")
  }

  /// What was confirmed, and what was decided otherwise by whom.
  private var decisions: [(key: String, answer: String)] {
    var decisions: [(key: String, answer: String)] = []
    for said in state.answers where !said.isWithdrawn {
      switch said.event {
      case .confirmed(let path): decisions.append((ScenarioText.quoted(path.description), "confirm"))
      case .overridden(let path, _, _):
        guard let answer = ScenarioText.answer(said.event) else { continue }
        decisions.append(
          (ScenarioText.quoted(path.description), "\(answer.dropLast()), role: \(said.by.role)}"))
      default: continue
      }
    }
    return decisions
  }

  /// What else is asked, as comments.
  private var rest: String {
    lines(state.replies.dropFirst(shown)).map { "  # \($0.key): \($0.answer)\n" }.joined()
  }

  private func lines(_ replies: ArraySlice<Reply>) -> [(key: String, answer: String)] {
    replies.compactMap { reply in
      ScenarioText.answer(reply.event).map { (key(reply), $0) }
    }
  }

  /// The item or step where that is enough to name it, else its whole path.
  private func key(_ reply: Reply) -> String {
    let short = reply.path.keys(item: reply.item).last ?? reply.key
    let isEnough = state.replies.count { $0.path.keys(item: $0.item).contains(short) } == 1
    let isPlain = short.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2D || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
    return isEnough && isPlain ? short : ScenarioText.quoted(reply.key)
  }

  private var expectation: String {
    state.outcome.map { "expect: {outcome: \($0)}" } ?? ""
  }
}
