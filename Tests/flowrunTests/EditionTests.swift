import FEEL
import FlowDSL
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// Journals of earlier editions replay for ever, and go on as they began: cases walked before the second edition, of each
/// flow in which a case begins, one open, one ended, one corrected, one in the middle of an interrupt; and two with a DMN model.
@Suite struct EditionTests {
  static let first = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Journals/edition-1.jsonl").path

  @Test("Cases of the first edition are reproduced where no protocol is")
  func replayed() throws {
    let tool = try Tool(protocols: nil)
    let output = try tool.run("replay", Self.first, "--format", "json")
    let verdicts = try #require(
      try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]])
    #expect(verdicts.count == 49)
    let other = verdicts.filter { $0["verdict"] as? String != "reproduced" }
    #expect(other.isEmpty, "\(other)")
    #expect(output.status == 0)
  }

  @Test("An open case of the first edition goes on by it, and what is added replays")
  func continued() throws {
    let tool = try Tool(protocols: nil)
    #expect(try tool.run("import", Self.first).status == 0)
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    var open = 0
    for record in try journal.records() {
      let stored = try journal.stored(record)
      var state = stored.state
      #expect(state.program.edition == .first, "\(record.identifier)")
      guard state.status == .running else { continue }
      open += 1
      var walker = RandomWalker(seed: 5, hasSecondThoughts: true)
      let added = walker.walk(&state, with: Interpreter(state.program), from: state.now)
      #expect(state.outcome != nil && !added.isEmpty, "\(record.identifier)")
      let again = try Replay.state(after: stored.entries + added, of: state.program)
      #expect(again.outcome == state.outcome, "\(record.identifier)")
    }
    #expect(open >= 12)
  }

  @Test("A text of today is of the current edition, and its hash says so")
  func current() throws {
    let flow = """
      flow: first-words
      version: 1.0.0
      title: {fr: Premiers mots, en: First words}
      languages: [fr, en]
      steps:
        - end: received

      """
    let sources = [SourceText(path: "first-words.yaml", text: flow)]
    let program = try #require(FlowCompiler.compile(main: "first-words", sources: sources).program)
    #expect(program.edition == .second)
    #expect(
      FlowCompiler.recompile(main: "first-words", sources: sources, hash: program.hash)?.edition == .second)
    // The hash that the first edition gave it.
    let before = "91ca85d80f54b4e6abeffd715c5ac61e830fc45d7af296574432b83aea2576f0"
    let old = try #require(FlowCompiler.recompile(main: "first-words", sources: sources, hash: before))
    #expect(old.edition == .first && old.hash == before)
    let none = String(repeating: "0", count: 64)
    #expect(FlowCompiler.recompile(main: "first-words", sources: sources, hash: none) == nil)
  }
}
