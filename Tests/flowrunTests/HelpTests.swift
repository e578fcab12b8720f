import FlowDSL
import FlowRuntime
import Testing

@testable import flowrun

/// What is typed at a page of help is typed at the page it helps with: an attack does not wait for Enter.
@Suite struct HelpTests {
  @Test(
    "A line typed at help is taken as typed at the page",
    arguments: [
      (["?", "!", "1"], "reported"), (["?", "y"], "ticked"), (["?", "+", "she shakes"], "noted"),
      (["?", "?", "1"], "ticked"), (["?", "maybe", "y"], "ticked"), (["?", "x", "she left"], "abandoned"),
      (["?", "", "y"], "ticked"),
    ])
  func typedAtHelp(lines: [String], event: String) throws {
    let test = try TestCase(lines: lines)
    _ = try test.walk.run()
    #expect(test.journal.kept.filter { $0.event.isSaid }.dropFirst().map(\.event.name) == [event])
  }

  @Test(
    "Who abandons a case at a high level is told the level, and that nobody will be reminded",
    arguments: [(true, true), (false, false)])
  func abandonedInDanger(isArmed: Bool, warns: Bool) throws {
    let armed = isArmed ? "y" : "n"
    let lines = ["y", "y", "y", "u", "/u", "/u", "1", "2", armed, "y", "?", "x", "she left"]
    let test = try TestCase(lines: lines)
    #expect(try test.walk.run() == .abandoned, "\(test.console.transcript)")
    let page = try #require(test.console.pages.last)
    #expect(page.contains("nobody is reminded of it") == warns)
    #expect(page.contains("anger: high") == warns)
    #expect(test.walk.session.state.isAbandonedAtHighLevel == warns)
  }

  @Test("A slip at help is said at help")
  func slip() throws {
    let test = try TestCase(lines: ["?", "maybe"])
    _ = try test.walk.run()
    let page = try #require(test.console.pages.last)
    #expect(page.contains("“maybe” is not one of the choices") && page.contains("abandon this case"))
  }
}
