import Testing

@testable import FlowDSL

/// Conditions as a prosecutor would read them aloud.
@Suite struct ConditionWordsTests {
  private static let cases: [(condition: String, en: String, fr: String)] = [
    ("weapon = true", "Firearm: yes", "Arme\u{a0}: oui"),
    ("weapon = false", "Firearm: no", "Arme\u{a0}: non"),
    ("weapon != false", "Firearm: yes or without an answer", "Arme\u{a0}: oui ou sans réponse"),
    ("weapon != true", "Firearm: no or without an answer", "Arme\u{a0}: non ou sans réponse"),
    ("weapon = null", "Firearm: without an answer", "Arme\u{a0}: sans réponse"),
    ("danger != null", "Danger: known", "Danger\u{a0}: connu"),
    ("danger = \"high\"", "Danger: high", "Danger\u{a0}: élevé"),
    ("danger in [\"medium\", \"high\"]", "Danger: medium or high", "Danger\u{a0}: moyen ou élevé"),
    ("danger in (\"medium\", \"high\")", "Danger: medium or high", "Danger\u{a0}: moyen ou élevé"),
    (
      "weapon = true and (danger = \"low\" or minors >= 2)",
      "Firearm: yes and (Danger: low or minor children ≥ 2)",
      "Arme\u{a0}: oui et (Danger\u{a0}: faible ou minor children ≥ 2)"
    ),
    // Where a negation holds also for what is not known, it says so, for choices as for booleans.
    ("not(weapon = true)", "Firearm: no or without an answer", "Arme\u{a0}: non ou sans réponse"),
    (
      "danger != \"high\"", "Danger: other than high, or without an answer",
      "Danger\u{a0}: autre que élevé, ou sans réponse"
    ),
    (
      "not(danger in [\"low\", \"high\"])",
      "Danger: other than low and other than high, or without an answer",
      "Danger\u{a0}: autre que faible et autre que élevé, ou sans réponse"
    ),
    ("danger in [\"low\", null]", "Danger: low or without an answer", "Danger\u{a0}: faible ou sans réponse"),
    (
      "not(weapon = true or danger = \"high\")",
      "(Firearm: no or without an answer) and (Danger: other than high, or without an answer)",
      "(Arme\u{a0}: non ou sans réponse) et (Danger\u{a0}: autre que élevé, ou sans réponse)"
    ),
    // The "or" between values of one fact never binds looser than what stands around it.
    (
      "danger in [\"low\", \"high\"] and (weapon = true or minors > 1)",
      "(Danger: low or high) and (Firearm: yes or minor children > 1)",
      "(Danger\u{a0}: faible ou élevé) et (Arme\u{a0}: oui ou minor children > 1)"
    ),
    (
      "weapon = true or danger in [\"low\", \"high\"] and minors > 1",
      "Firearm: yes or ((Danger: low or high) and minor children > 1)",
      "Arme\u{a0}: oui ou ((Danger\u{a0}: faible ou élevé) et minor children > 1)"
    ),
    (
      "weapon != false and danger = \"low\" and minors > 1",
      "(Firearm: yes or without an answer) and Danger: low and minor children > 1",
      "(Arme\u{a0}: oui ou sans réponse) et Danger\u{a0}: faible et minor children > 1"
    ),
    (
      "minors in [0..20] and floor(minors) = minors",
      "minor children: 0 to 20 and minor children: a whole number",
      "minor children\u{a0}: 0 à 20 et minor children\u{a0}: nombre entier"
    ),
    // A label that could be read as part of the sentence stands in quotes.
    (
      "place = \"split\"", "Place: “here, or nearby”", "Lieu\u{a0}: «\u{a0}ici, ou tout près\u{a0}»"
    ),
    // A name without words is said to be one.
    (
      "place = \"bare\"", "Place: “bare” (name, no words)",
      "Lieu\u{a0}: «\u{a0}bare\u{a0}» (nom, sans libellé)"
    ),
    ("nameless = true", "“F”: yes", "«\u{a0}F\u{a0}»\u{a0}: oui"),
    ("list contains(kinds, \"low\")", "Kinds: among others low", "Sortes\u{a0}: entre autres faible"),
    (
      "list contains(kinds, \"low\") = true", "Kinds: among others low", "Sortes\u{a0}: entre autres faible"
    ),
    (
      "list contains(kinds, \"low\") = false", "not (Kinds: among others low)",
      "pas (Sortes\u{a0}: entre autres faible)"
    ),
    ("count(kinds) > 1", "number of Kinds > 1", "nombre de Sortes > 1"),
    (
      "minors + 1 >= 2 * minors", "minor children + 1 ≥ 2 × minor children",
      "minor children + 1 ≥ 2 × minor children"
    ),
    // What has no words stands as it is written, and says so.
    (
      "weapon = true or (if minors > 1 then true else false)",
      "Firearm: yes or formula “if minors > 1 then true else false”",
      "Arme\u{a0}: oui ou formule «\u{a0}if minors > 1 then true else false\u{a0}»"
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
        place:
          type: [split, bare]
          title: {fr: Lieu, en: Place}
          labels: {split: {fr: "ici, ou tout près", en: "here, or nearby"}}
        nameless: boolean
      steps:
        - ask: first
          questions:
            weapon: {fr: A, en: A}
            danger: {fr: B, en: B}
            minors: {fr: C, en: C, unknown: false, declined: false}
            kinds: {fr: D, en: D, unknown: false, declined: false}
            place: {fr: E, en: E}
            nameless: {fr: F, en: F}
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
