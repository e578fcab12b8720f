import Testing

@testable import FlowDSL

/// Conditions as a prosecutor would read them aloud.
@Suite struct ConditionWordsTests {
  private static let cases: [(condition: String, en: String, fr: String)] = [
    ("weapon = true", "Firearm: yes", "Arme\u{a0}: oui"),
    ("weapon = false", "Firearm: no", "Arme\u{a0}: non"),
    ("weapon != false", "Firearm: yes or not known", "Arme\u{a0}: oui ou pas connu"),
    ("weapon != true", "Firearm: no or not known", "Arme\u{a0}: non ou pas connu"),
    ("weapon = null", "Firearm: not known", "Arme\u{a0}: pas connu"),
    ("danger != null", "Danger: known", "Danger\u{a0}: connu"),
    ("danger = \"high\"", "Danger: high", "Danger\u{a0}: élevé"),
    ("danger in [\"medium\", \"high\"]", "Danger: medium or high", "Danger\u{a0}: moyen ou élevé"),
    ("danger in (\"medium\", \"high\")", "Danger: medium or high", "Danger\u{a0}: moyen ou élevé"),
    (
      "weapon = true and (danger = \"low\" or minors >= 2)",
      "Firearm: yes and (Danger: low or minor children ≥ 2)",
      "Arme\u{a0}: oui et (Danger\u{a0}: faible ou minor children ≥ 2)"
    ),
    ("not(weapon = true)", "not (Firearm: yes)", "pas (Arme\u{a0}: oui)"),
    ("list contains(kinds, \"low\")", "Kinds: among others low", "Sortes\u{a0}: entre autres faible"),
    (
      "list contains(kinds, \"low\") = true", "Kinds: among others low", "Sortes\u{a0}: entre autres faible"
    ),
    (
      "list contains(kinds, \"low\") = false", "not (Kinds: among others low)",
      "pas (Sortes\u{a0}: entre autres faible)"
    ),
    // What has no words stands as it is written.
    ("count(kinds) > 1", "count(kinds) > 1", "count(kinds) > 1"),
    (
      "weapon = true or count(kinds) > 1", "Firearm: yes or count(kinds) > 1",
      "Arme\u{a0}: oui ou count(kinds) > 1"
    ),
  ]

  @Test(arguments: cases)
  func areSaid(_ condition: String, en: String, fr: String) throws {
    let text = """
      flow: trial
      version: 1.0.0
      title: {fr: Essai, en: Trial}
      languages: [fr, en]
      types:
        level:
          type: [low, medium, high]
          labels: {low: {fr: faible, en: low}, medium: {fr: moyen, en: medium}, high: {fr: élevé, en: high}}
      facts:
        weapon: {type: boolean, title: {fr: Arme, en: Firearm}}
        danger: {type: level, title: {fr: Danger, en: Danger}}
        minors: {type: number, title: minor children}
        kinds: {type: list of level, title: {fr: Sortes, en: Kinds}}
      steps:
        - ask: first
          questions:
            weapon: {fr: A, en: A}
            danger: {fr: B, en: B}
            minors: {fr: C, en: C, unknown: false, declined: false}
            kinds: {fr: D, en: D, unknown: false, declined: false}
        - do: guarded
          when: '\(condition)'
          tick: {fr: Fait, en: Done}
        - end: done

      """
    let (program, diagnostics) = FlowCompiler.compile(
      main: "trial", sources: [SourceText(path: "trial.yaml", text: text)])
    let flow = try #require(program?.flows.first, "\(diagnostics.map(\.told))")
    let guarded = try #require(flow.steps[1].when)
    for (language, expected) in [("en", en), ("fr", fr)] {
      let words = ConditionWords(flow: flow, words: try PictureWords(language: language))
      #expect(words.text(of: guarded) == expected)
    }
  }
}
