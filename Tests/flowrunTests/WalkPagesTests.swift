import FlowDSL
import Testing

@testable import flowrun

/// Whole sittings as people see them, in both languages, in 80 columns.
@Suite struct WalkPagesTests {
  static let english = [
    "?", "", "y", "n", "the phone rings on", "maybe", "n", "lots", "3", "24/11/2026 1:10", "d", "1", "at w",
    "1",
    "A.",
    "4", "n", "u", "y", "2", "1", "cu", "n", "1", "y", "",
  ]
  static let french = [
    "?", "", "o", "n", "le téléphone sonne", "peut-être", "n", "beaucoup", "3", "24/11/2026 1h10", "d", "au",
    "1",
    "A.", "4", "n", "i", "o", "2", "1", "garde", "n", "1", "o", "",
  ]

  @Test("A sitting in English")
  func englishSitting() throws {
    let test = try TestCase(language: .english, lines: Self.english)
    #expect(try test.walk.run() == .finished)
    #expect(try test.walk.stayAtEnd() == .finished)
    try Golden.expect(test.console.transcript, "desk.en.txt")
  }

  @Test("A sitting in French")
  func frenchSitting() throws {
    let test = try TestCase(language: .french, lines: Self.french)
    #expect(try test.walk.run() == .finished)
    #expect(try test.walk.stayAtEnd() == .finished)
    try Golden.expect(test.console.transcript, "desk.fr.txt")
  }

  @Test(
    "Where a key begins a choice too, it is asked which is meant, and the page says how to type each",
    arguments: Language.allCases)
  func keyThatBeginsAChoice(language: Language) throws {
    let letter = language == .french ? "i" : "h"
    let test = try TestCase(
      "emergency", language: language, lines: ["?", "", letter, "1"], folder: TestFlows.protocols)
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(test.walk.session.state.fact("attack_place")?.value == "here")
    try Golden.expect(test.console.transcript, "emergency.\(language.rawValue).txt")
  }

  @Test("Steps and questions that are passed over are not counted", arguments: [true, false])
  func counts(isAlone: Bool) throws {
    let answers = isAlone ? ["y", "y"] : ["n", "y", "her sister", "y"]
    let test = try TestCase("counted", lines: answers)
    #expect(try test.walk.run() == .left(.endOfInput))
    let headings = test.console.pages.map { page in
      page.split(separator: "\n").prefix(2).joined(separator: " ").split(separator: " ")
        .filter { Int($0) != nil }.joined(separator: " ")
    }
    #expect(
      headings
        == (isAlone ? ["1 3", "2 2 1 2", "2 2 2 2"] : ["1 3", "2 3", "3 3 1 3", "3 3 2 3", "3 3 3 3"]))
  }

  @Test("Every page fits the columns of the terminal", arguments: [24, 40, 80], Language.allCases)
  func fits(width: Int, language: Language) throws {
    let lines = language == .french ? Self.french : Self.english
    let test = try TestCase(language: language, lines: lines, width: width)
    #expect(try test.walk.run() == .finished)
    for line in test.console.pages.joined().split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= width)
    }
  }
}
