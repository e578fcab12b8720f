import FlowRuntime
import Testing

@testable import flowrun

/// Steps that stand open at the same time, and waits.
@Suite struct SideBySideTests {
  @Test("Of several open steps one is chosen; another can be turned to at any time")
  func together() throws {
    let test = try TestCase("aside", lines: ["2", "a", "1", "y", "n", "1"])
    _ = try test.walk.run()
    let pages = test.console.pages
    #expect(
      pages[0].contains("1  hearing › Hear (Officer)") && pages[0].contains("2  room › Shelter (Chief)"))
    #expect(pages[1].contains("Is shelter needed?") && pages[1].contains("a another task"))
    #expect(pages[3].contains("Heard"))
    #expect(pages[4].contains("Is shelter needed?") && !pages[4].contains("a another task"))
    #expect(pages[5].contains("Until 05:05, 2 h left."))
  }

  @Test("What is late in another branch is said at the top of the page")
  func lateElsewhere() throws {
    nonisolated(unsafe) var now = TestCase.night
    let test = try TestCase("aside", lines: ["2"], clock: { now })
    now = Instant(milliseconds: now.milliseconds + 40 * 60_000)
    _ = try test.walk.run()
    #expect(test.console.pages.last?.contains("LATE: Hear, due by 03:35.") == true)
  }

  @Test("A wait ends by an answer, or by time")
  func wait() throws {
    let answered = try TestCase("aside", lines: ["1", "y", "n", "2", "y", ""])
    #expect(try answered.walk.run() == .finished)
    #expect(answered.walk.session.state.fact("came")?.value == "happened")
    nonisolated(unsafe) var now = TestCase.night
    let waited = try TestCase("aside", lines: ["1", "y", "n", "1", "1"], clock: { now })
    #expect(try waited.walk.run() == .left(.endOfInput))
    #expect(waited.console.pages.last?.contains("Waiting") == true)
    now = Instant(milliseconds: now.milliseconds + 2 * 3_600_000)
    #expect(try waited.walk.run() == .finished)
    #expect(waited.walk.session.state.fact("came")?.value == "elapsed")
  }
}
