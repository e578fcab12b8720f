import FlowRuntime
import Testing

@testable import flowrun

/// Reasons that are passed on say which of them count because nobody knows.
@Suite struct ReasonTests {
  @Test(
    "Beside each reason that is not known, and beside no other",
    arguments: [
      (["u", "y"], "Reasons: Weapon (counts because it is not known), Threats"),
      (["y", "d"], "Reasons: Weapon, Threats (counts because it is not known)"),
      (["y", "y"], "Reasons: Weapon, Threats"), (["y", "n"], "Reasons: Weapon"),
    ])
  func passedOn(answers: [String], line: String) throws {
    let test = try TestCase("reasons", lines: answers + ["1"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let page = try #require(test.console.pages.last)
    #expect(page.contains("Call: Chief"))
    let words = page.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(words.contains(line + " 1  Reached"), "\(page)")
  }

  @Test("After a correction the reasons are those of the walk as it is now; the journal holds names only")
  func corrected() throws {
    let test = try TestCase("reasons", lines: ["u", "y", "1", "b", "3", "y", "told now"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let last = try #require(test.console.pages.last)
    #expect(last.contains("Weapon, Threats") && !last.contains("not known)"), "\(last)")
    let fact = try #require(test.walk.session.state.fact("danger_reasons"))
    #expect(fact.value == .list(["weapon", "threats"]))
  }
}
