import FlowRuntime
import Testing

@testable import flowrun

/// What is passed on says apart what somebody said and what counts although nobody did.
@Suite struct ReasonTests {
  @Test(
    "Reasons are what was said; each precaution says why it is not known",
    arguments: [
      (["u", "y"], "Reasons: Threats", "As a precaution: Weapon (counts: not known)"),
      (["y", "d"], "Reasons: Weapon", "As a precaution: Threats (counts: would rather not answer)"),
      (["y", "y"], "Reasons: Weapon, Threats", "As a precaution:"),
      (["y", "n"], "Reasons: Weapon", "As a precaution:"),
    ])
  func passedOn(answers: [String], reasons: String, precautions: String) throws {
    let test = try TestCase("reasons", lines: answers + ["1"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let page = try #require(test.console.pages.last)
    #expect(page.contains("Call: Chief"))
    let words = page.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(words.contains(reasons + " " + precautions), "\(page)")
    #expect(words.contains("counts:") == precautions.hasSuffix(")"), "\(page)")
  }

  @Test("After a correction the reasons are those of the walk as it is now; the journal holds names only")
  func corrected() throws {
    let test = try TestCase("reasons", lines: ["u", "y", "1", "b", "3", "y", "told now", "y"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let last = try #require(test.console.pages.last)
    #expect(last.contains("Weapon, Threats") && !last.contains("counts:"), "\(last)")
    let fact = try #require(test.walk.session.state.fact("danger_reasons"))
    #expect(fact.value == .list(["weapon", "threats"]))
    #expect(test.walk.session.state.fact("danger_precautions")?.value == .list([]))
  }

  @Test("The advice names the missing answer that could change the level")
  func missing() throws {
    let test = try TestCase("reasons", lines: ["u", "n"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let page = try #require(test.console.pages.last)
    #expect(page.contains("Advised: high"))
    #expect(page.contains("(not known): if no, low"), "\(page)")
    #expect(page.contains("If nothing of what is not known were so: low."), "\(page)")
  }
}
