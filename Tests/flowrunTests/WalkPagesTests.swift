import FlowDSL
import Testing

@testable import flowrun

/// Whole sittings as people see them, in both languages, in 80 columns.
@Suite struct WalkPagesTests {
  static let english = [
    "?", "", "y", "n", "the phone rings on", "maybe", "n", "lots", "3", "24/11/2026 1:10", "d", "at w", "1",
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
    test.walk.showEnd()
    try Golden.expect(test.console.transcript, "desk.en.txt")
  }

  @Test("A sitting in French")
  func frenchSitting() throws {
    let test = try TestCase(language: .french, lines: Self.french)
    #expect(try test.walk.run() == .finished)
    test.walk.showEnd()
    try Golden.expect(test.console.transcript, "desk.fr.txt")
  }

  @Test("Where a letter begins a choice, its key is shown with a slash", arguments: Language.allCases)
  func keyWithSlash(language: Language) throws {
    let letter = language == .french ? "i" : "h"
    let test = try TestCase(
      "emergency", language: language, lines: ["?", "", letter], folder: TestFlows.protocols)
    #expect(try test.walk.run() == .left(.endOfInput))
    #expect(test.walk.session.state.fact("attack_place")?.value == "here")
    try Golden.expect(test.console.transcript, "emergency.\(language.rawValue).txt")
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
