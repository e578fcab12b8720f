import Foundation
import Testing

@testable import FlowDSL

/// What a flow says otherwise than its author means is said, and nothing is said of what is right.
@Suite struct SilenceTests {
  private static let grid = """
    facts:
      alone: {type: boolean, about: victim, title: {fr: Seule, en: Alone}}
      hurt: {type: boolean, about: victim, title: {fr: Blessée, en: Hurt}}
      age: {type: number, about: victim, title: {fr: Âge, en: Age}, allowed: "[0..120]"}
      worry: {type: [low, grave], labels: {low: {fr: faible, en: low}, grave: {fr: grave, en: grave}}}
    steps:
      - ask: questions
        title: {fr: Questions, en: Questions}
        questions:
          alone: {fr: "Seule ?", en: "Alone?"}
          hurt: {fr: "Blessée ?", en: "Hurt?"}
          age: {fr: "Âge ?", en: "Age?"}
      - assess: worry
        title: {fr: Inquiétude, en: Worry}
        risk: {alone: 1, hurt: 3}
        unknown: as risk
        level: LEVEL
      - do: more
        title: {fr: Plus, en: More}
        when: WHEN
        tick: {done: {fr: Fait, en: Done}}
      - end: done
        title: {fr: Fini, en: Done}

    """

  private static func grid(level: String = "[[score >= 3, grave], [-, low]]", when: String = "hurt = true")
    -> String
  {
    grid.replacing("LEVEL", with: level).replacing("WHEN", with: when)
  }

  private static func codes(_ text: String) -> [DiagnosticCode] {
    FlowCompiler.check([SourceText(path: "example.yaml", text: Fragment.whole(text))]).map(\.code)
      .filter { $0 != .unusedFact }
  }

  @Test(
    arguments: [
      ("[[score >= 3, grave], [-, low]]", []), ("[[score >= 100, grave], [-, low]]", [.levelNeverGiven]),
      ("[[score > 4, grave], [-, low]]", [.levelNeverGiven]), ("[[score >= 4, grave], [-, low]]", []),
      ("[[score >= 1, low], [score >= 3, grave], [-, low]]", [.levelNeverGiven]),
      ("[[score >= 3, low], [score >= 1, grave], [-, low]]", [.levelsReversed]),
      ("[[risks >= 3, grave], [-, low]]", [.levelNeverGiven]),
    ] as [(String, [DiagnosticCode])])
  func aLevelThatNoWalkReaches(_ level: String, _ codes: [DiagnosticCode]) {
    #expect(Self.codes(Self.grid(level: level)) == codes)
  }

  @Test(
    arguments: [
      ("worry = \"low\" and worry = \"grave\"", [.neverHolds]),
      ("worry = \"low\" or worry = \"grave\"", [.alwaysHolds]),
      ("age > 200", [.neverHolds]), ("age > 119", []), ("age = 120", []),
      ("age > 10 and age < 5", [.neverHolds]),
      ("hurt = true and hurt = false", [.neverHolds]), ("hurt = null", []),
    ] as [(String, [DiagnosticCode])])
  func aConditionThatNeverHolds(_ when: String, _ codes: [DiagnosticCode]) {
    let written = "'" + when + "'"
    #expect(Self.codes(Self.grid(when: written)).filter { $0 != .conditionUndecided } == codes)
  }

  @Test(
    arguments: [
      ("\"[18..120]\"", false),
      ("\"? in [0..20] and floor(?) = ?\"", false),
      ("\"< 0\"", false), ("\"? > 10 and ? < 5\"", true), ("\"5, 7\"", false),
    ])
  func limitsThatNothingKeeps(_ allowed: String, _ isSaid: Bool) {
    let text = Self.grid().replacing("\"[0..120]\"", with: allowed)
    #expect(Self.codes(text).contains(.nothingAllowed) == isSaid)
  }

  /// A span that is written otherwise than FEEL writes it would be read as something else.
  @Test(
    arguments: [
      ("\"18-120\"", .spanMiswritten, "\"[18..120]\""), ("\"18 - 120\"", .spanMiswritten, "\"[18..120]\""),
      ("\"[18-120]\"", .spanMiswritten, "\"[18..120]\""), ("\"[18,120]\"", .twoValues, "\"[18..120]\""),
      ("\"[120..18]\"", .rangeReversed, "\"[18..120]\""),
      ("\">= 18, <= 120\"", .alwaysHolds, "\"[18..120]\""),
      ("\"> 18, < 120\"", .alwaysHolds, "(18..120)"), ("\"[18..120]\"", nil, ""),
      ("\"18, 120\"", nil, ""),
      ("\"< 18, > 120\"", nil, ""),
    ] as [(String, DiagnosticCode?, String)])
  func limitsThatAreNoSpan(_ allowed: String, _ code: DiagnosticCode?, _ instead: String) {
    let text = Self.grid().replacing("\"[0..120]\"", with: allowed)
    let found = FlowCompiler.check([SourceText(path: "example.yaml", text: Fragment.whole(text))])
      .filter { $0.code != .unusedFact }
    #expect(found.map(\.code) == [code].compactMap(\.self))
    #expect(found.first?.arguments["instead"] ?? "" == instead)
  }

  @Test(
    arguments: [
      ("age = 2-5", .spanMiswritten, "\"age in [2..5]\""),
      ("age in 2-5", .spanMiswritten, "\"age in [2..5]\""),
      ("age in (2-5)", .spanMiswritten, "\"age in ([2..5])\""),
      ("age in [5..2]", .rangeReversed, "age in [2..5]"),
      ("age in [2,5]", .twoValues, "age in [2..5]"), ("age in [2..5]", nil, ""), ("age in (2, 5)", nil, ""),
      ("age - 2 = 5", nil, ""),
    ] as [(String, DiagnosticCode?, String)])
  func conditionsThatAreNoSpan(_ when: String, _ code: DiagnosticCode?, _ instead: String) {
    let text = Self.grid(when: when)
    let found = FlowCompiler.check([SourceText(path: "example.yaml", text: Fragment.whole(text))])
      .filter { $0.code != .unusedFact && $0.code != .conditionUndecided }
    #expect(found.map(\.code) == [code].compactMap(\.self))
    #expect(found.first?.arguments["instead"] ?? "" == instead)
  }

  /// Of an edition before the second, what is read otherwise than it seems is read as it stands.
  @Test func whatBecameAFaultIsNoneOfAnOlderProgram() {
    let text = Fragment.whole(
      Self.grid(when: "age in 2-5 or alone = true").replacing("\"[0..120]\"", with: "\"0-120\""))
    let folder = ProtocolFolder.parse([SourceText(path: "example.yaml", text: text)])
    let hash = ProgramParts(["example"], of: folder).hash(in: .first)
    let program = FlowCompiler.recompile(
      main: "example", sources: [SourceText(path: "example.yaml", text: text)], hash: hash)
    #expect(program?.edition == .first)
  }

  @Test(
    arguments: [
      ("Évaluation du danger", true), ("\"3919\"", false), ("3919", false), ("Danger", false), ("SOS", false),
      ("{fr: Évaluation du danger, en: Danger check}", false),
    ])
  func wordsOfOneLanguage(_ title: String, _ isSaid: Bool) {
    #expect(Self.codes("title: \(title)\n" + Self.grid()).contains(.oneLanguage) == isSaid)
  }

  @Test(
    arguments: [
      ("Appelez #31# puis le 17", .cutByHash), ("“Bonjour”", .quotesPrinted), ("« Bonjour »", .quotesPrinted),
      ("Bonjour\"", .quotesPrinted), ("\"Appelez #31#\"", nil), ("Dites « bonjour » et attendez", nil),
      ("a#b", nil),
    ] as [(String, DiagnosticCode?)])
  func wordsThatYAMLTakesAway(_ words: String, _ code: DiagnosticCode?) {
    let text = "title:\n  fr: \(words)\n  en: Hello\n" + Self.grid()
    #expect(Self.codes(text) == [code].compactMap(\.self))
  }

  /// The flows that a trainer wrote and on which nothing was said.
  @Test(
    arguments: [
      ("hash-cuts-text", .cutByHash), ("allowed-18-120", .spanMiswritten),
      ("grid-rows-reversed", .levelNeverGiven),
      ("r", .categoryWithoutService), ("s", .passedOverGoesOn), ("t", .askedTwice),
    ] as [(String, DiagnosticCode)])
  func flowsOnWhichNothingWasSaid(_ name: String, _ code: DiagnosticCode) throws {
    let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["FLOWRUN_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "shared")
    let folder = shared.appending(path: "cases/authoring").path
    guard FileManager.default.fileExists(atPath: folder) else {
      print("\(folder) is not there: passed over")
      return
    }
    let found = FlowCompiler.check(ProtocolFolder.read(folder)).filter { $0.place.file == "\(name).yaml" }
    #expect(found.contains { $0.code == code }, "\(found.map(\.told))")
  }
}
