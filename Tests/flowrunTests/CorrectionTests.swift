import FEEL
import FlowDSL
import FlowRuntime
import Testing

@testable import flowrun

/// A correction shows what it changes before it is confirmed, and says afterwards whom it makes necessary to tell.
@Suite struct CorrectionTests {
  /// Up to the sheet of rights: a weapon, the chief reached, the fact passed on to the association.
  private static func toRights(_ language: Language) -> [String] {
    let yes = language == .french ? "o" : "y"
    return [
      yes, yes, yes, "2", language == .french ? "i" : "u", language == .french ? "/i" : "/u", "1", "2", yes,
      yes, "1", "1", yes, "1",
    ]
  }

  @Test(
    "What is removed, what is kept, which level becomes which and who was told the old fact stand before the reason",
    arguments: Language.allCases)
  func effect(language: Language) throws {
    let no = language == .french ? "n" : "n"
    let back = language == .french ? "c" : "b"
    let word = language == .french ? "arme" : "weapon"
    let lines = Self.toRights(language) + [back, word, "1", no, "", back, word, "1", no, "misheard"]
    let test = try TestCase(language: language, lines: lines)
    _ = try test.walk.run()
    let reason = try Wording(language)(.backReason)
    let previews = test.console.pages.filter { $0.contains(reason) }
    #expect(previews.count == 2)
    try Golden.expect(
      previews[0] + test.console.pages[test.console.pages.count - 1], "correction.\(language.rawValue).txt")
    // Enter alone at the preview changed nothing.
    #expect(test.journal.kept.count { $0.event.name == "corrected" } == 1)
    #expect(previews[0] == previews[1])
  }

  @Test("Nothing is told of somebody who was told something else")
  func toldSomethingElse() throws {
    let lines = Self.toRights(.english) + ["b", "safe", "1", "n", "misheard"]
    let test = try TestCase(lines: lines)
    _ = try test.walk.run()
    let preview = try #require(test.console.pages.first { $0.contains("Why is it corrected?") })
    #expect(!preview.contains("To be told"))
    #expect(preview.contains("Nothing is set aside."))
  }

  @Test("What the correction would do is what it does", arguments: 0..<13)
  func previewIsTrue(item: Int) throws {
    let test = try TestCase(lines: Self.toRights(.english))
    _ = try test.walk.run()
    let before = test.walk.session.state
    let said = before.answers.filter { $0.event.isCorrectable }[item]
    guard case .answered(let path, let fact, let answer) = said.event else { return }
    let other: Answer = answer == .unknown ? .declined : .unknown
    guard
      before.place(of: path).map({ before.program.flows[$0.flow].steps[$0.step].kind.allQuestions }) != nil
    else { return }
    var after = before
    do {
      try test.walk.session.interpreter.step(
        .corrected(sequence: said.sequence, to: .answered(step: path, fact: fact, other), reason: "misheard"),
        by: said.by, at: TestCase.night, state: &after)
    } catch { return }
    let effect = CorrectionEffect(from: before, to: after)
    let counted = after.answers.filter { !$0.isWithdrawn && $0.event.step != nil }.count
    #expect(effect.kept + effect.reinstated.count + 1 == counted)
    #expect(
      effect.withdrawn.allSatisfy { withdrawn in
        after.answers.first { $0.sequence == withdrawn.sequence }?.isWithdrawn == true
      })
  }

  @Test(
    "On the last page an answer is corrected, and a note written; the case goes on where the correction leads",
    arguments: Language.allCases)
  func atTheEnd(language: Language) throws {
    let yes = language == .french ? "o" : "y"
    let back = language == .french ? "c" : "b"
    let word = language == .french ? "appeler ?" : "association"
    let test = try TestCase(
      language: language,
      lines: Self.toRights(language) + [
        yes, "+", "she took the sheet", back, word, "1", "n", "misheard", "1", "",
      ])
    #expect(try test.walk.run() == .finished)
    #expect(try test.walk.stayAtEnd() == .finished)
    let events = test.journal.kept.map(\.event)
    #expect(events.contains(.noted("she took the sheet")))
    #expect(events.contains { $0.name == "corrected" })
    #expect(test.walk.session.state.fact("consent")?.value == .boolean(false))
  }

  @Test("A finished case is opened again for corrections and notes")
  func finished() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let typed = (Self.toRights(.english) + ["y", ""]).joined(separator: "\n") + "\n"
    let first = try tool.run("run", "desk", "--role", "officer", typed: typed)
    #expect(
      first.text.unwrapped.contains("is finished and saved. To correct it, or to add a note:"),
      "\(first.text)")
    let name = try tool.onlyCase()
    #expect(first.text.unwrapped.contains("run --resume \(name)"))
    let second = try tool.run(
      "run", "--resume", name, typed: "b\nsheet\n1\nn\nnot given\n+\nwill come back\n\n")
    #expect(second.status == 0, "\(second.errors)")
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    let state = try journal.stored(try #require(try journal.records().last)).state
    #expect(state.answers.contains { $0.event == .noted("will come back") })
    #expect(
      state.answers.contains { if case .ticked(_, "sheet", false, _) = $0.event { true } else { false } })
    let reopened = try tool.run("run", "--resume", name, "--reopen", "she came back")
    #expect(reopened.status == ToolStatus.noInput.rawValue)
    #expect(reopened.errors.unwrapped.contains("it is not reopened, but corrected"))
    #expect(try tool.run("replay", "--all").status == 0)
  }
}
