import FlowRuntime
import Testing

@testable import flowrun

/// Steps that were set for a later day are not done by mistake the same night; they may be.
@Suite struct LaterDayTests {
  @Test(
    "What is set for a later day comes last, says so, and offers to leave first", arguments: Language.allCases
  )
  func later(language: Language) throws {
    let test = try TestCase(
      "later", language: language, lines: ["25/11/2026", "1", "1", "2", "a", "3", "2", "1", "1"])
    #expect(try test.walk.run() == .left(.saved))
    let pages = test.console.pages
    let notice = language == .french ? "pas avant le 25/11/2026" : "not before 25/11/2026"
    #expect(pages[1].components(separatedBy: notice).count == 3, "\(pages[1])")
    try Golden.expect(test.console.transcript, "later.\(language.rawValue).txt")
  }

  @Test("On the day itself, and without a day, nothing is said of it", arguments: ["24/11/2026", "u"])
  func today(answer: String) throws {
    let test = try TestCase("later", lines: [answer, "1"])
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(test.console.pages[1].contains("1  Talk again › Call (Officer)"))
    #expect(test.console.pages[2].contains("Reached"))
    #expect(
      !test.console.transcript.contains("not before") && !test.console.transcript.contains("Not before"))
  }

  @Test("Once the day has come, the step is there at once")
  func theDayCame() throws {
    nonisolated(unsafe) var now = TestCase.night
    let test = try TestCase("later", lines: ["25/11/2026", "1", "1", "2"], clock: { now })
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(test.console.pages.last?.contains("Open it now all the same") == true)
    now = Instant(milliseconds: now.milliseconds + 86_400_000)
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(test.console.pages.last?.contains("Reached") == true)
  }
}
