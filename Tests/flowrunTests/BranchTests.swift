import FlowRuntime
import Testing

@testable import flowrun

/// Branches that are walked at the same time: a branch goes on until it is over, waits, or is left.
@Suite struct BranchTests {
  /// What is typed, and the step whose page, or the menu, it is typed at.
  private static let sitting = [
    ("1", "menu"), ("n", "Health"), ("n", "Fear"),
    // what follows is the chief's
    ("2", "menu"), ("a", "Custody"), ("2", "menu"), ("y", "Custody"),
    // its branch is over, and the one beside it is another
    ("2", "menu"), ("1", "Search"),
    // both are over: what follows them is in the branch around them
    ("1", "Number"), ("1", "Lodging"), ("2", "Answer"), ("y", "Answer"),
  ]

  private static func places(_ pages: [String]) -> [String] {
    pages.map { page in
      let heading = page.prefix { $0 != "\n" }
      let steps = ["Health", "Fear", "Custody", "Search", "Number", "Lodging", "Answer"]
      return steps.first { heading.contains("› " + $0) } ?? (page.contains("Which one now?") ? "menu" : "?")
    }
  }

  @Test("A branch goes on by itself; between branches a person chooses")
  func goesOn() throws {
    let test = try TestCase("branches", lines: Self.sitting.map(\.0))
    #expect(try test.walk.run() == .finished)
    #expect(Self.places(test.console.pages) == Self.sitting.map(\.1))
  }

  @Test("Whoever does the next step in the branch goes on in it", arguments: ["officer", "chief"])
  func ownRole(role: String) throws {
    let test = try TestCase("branches", lines: ["1", "n", "n"], role: role)
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(Self.places(test.console.pages).last == (role == "chief" ? "Lodging" : "menu"))
  }

  @Test("A branch that waits is left for the others")
  func waits() throws {
    let test = try TestCase("branches", lines: ["1", "n", "n", "1", "1"], role: "officer")
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(Self.places(test.console.pages) == ["menu", "Health", "Fear", "menu", "Lodging", "menu"])
  }

  @Test(
    "Between branches an attack is reported, a note written, an answer corrected, the case abandoned",
    arguments: [
      (["!", "1"], "reported"), (["+", "she shakes"], "noted"), (["?", "!", "1"], "reported"),
      (["h", "chief-2", "1", "-"], "handed-over"), (["?", "x", "she left"], "abandoned"),
      (["1", "n", "a", "b", "1", "y", "misheard"], "corrected"),
    ])
  func commands(lines: [String], event: String) throws {
    let test = try TestCase("between", lines: lines)
    _ = try test.walk.run()
    #expect(test.journal.kept.filter { $0.event.isSaid }.last?.event.name == event)
  }

  @Test("Between branches what is late comes first, and each line says until when")
  func lateFirst() throws {
    nonisolated(unsafe) var now = TestCase.night
    let test = try TestCase("between", lines: [], clock: { now })
    _ = try test.walk.run()
    let before = try #require(test.console.pages.last)
    #expect(before.contains("case 7K3M-2QXD"))
    #expect(
      before.contains("1  Care › Health, to do by 07:05") && before.contains("2  Call › Lawyer, to do by"))
    now = Instant(milliseconds: now.milliseconds + 65 * 60_000)
    _ = try test.walk.run()
    let after = try #require(test.console.pages.last)
    #expect(
      after.contains("1  Call › Lawyer, LATE since 04:05") && after.contains("2  Care › Health, to do by"))
  }

  @Test("The menu names the branch before the step", arguments: Language.allCases)
  func menu(language: Language) throws {
    let test = try TestCase("branches", language: language, lines: ["1", "n", "n"])
    #expect(try test.walk.run() == .left(.endOfInput))
    try Golden.expect(test.console.transcript, "branches.\(language.rawValue).txt")
  }
}
