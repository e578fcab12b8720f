import Testing

@testable import FlowDSL

/// Names, versions, durations, dates and language codes, as tables.
@Suite struct ScalarShapeTests {
  @Test(
    arguments: [
      ("PT1H", 3_600_000), ("PT30M", 1_800_000), ("P2D", 172_800_000), ("P1W", 604_800_000),
      ("P1DT12H", 129_600_000), ("PT0.5S", 500), ("PT1.25S", 1_250), ("PT0S", 0),
      ("P36525D", 3_155_760_000_000),
    ])
  func durations(_ text: String, _ milliseconds: Int64) {
    #expect(DurationParser.milliseconds(of: text) == .success(milliseconds))
  }

  @Test(
    arguments: [
      "", "P", "PT", "1H", "PT1", "pt1h", "PT1H1H", "PT1M1H", "P1H", "PT1D", "PT-1H", "-PT1H", "PT1.5H",
      "PT1.S",
      "PT.5S", "PT1.2345S", "P1DT", "P99999999999999999999D", "P36526D", "PT1H ", "P1D2W", "PTT1H", "PT٣H",
    ])
  func noDurations(_ text: String) {
    #expect(DurationParser.milliseconds(of: text) == .failure(.malformed))
  }

  @Test(arguments: ["P1M", "P1Y", "P1Y2M", "P2Y3D"])
  func calendarDurations(_ text: String) {
    #expect(DurationParser.milliseconds(of: text) == .failure(.calendar))
  }

  @Test(arguments: [
    "1.2.0", "0.0.1", "10.20.30", "1.0.0-draft", "1.0.0-draft.1", "1.0.0+2026", "1.0.0-a-b+c.01",
  ])
  func versions(_ text: String) { #expect(Versions.isVersion(text)) }

  @Test(arguments: [
    "1", "1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "1..0", "١.0.0", "",
  ])
  func noVersions(_ text: String) { #expect(!Versions.isVersion(text)) }

  @Test(arguments: ["fr", "en", "ar", "pt-BR", "zh-Hant", "prs", "kab", "ca-valencia"])
  func languages(_ text: String) { #expect(Languages.isCode(text)) }

  @Test(arguments: ["", "FR", "xx", "french", "fra", "eng", "fr-", "fr_FR", "f", "fr-é", "123"])
  func noLanguages(_ text: String) { #expect(!Languages.isCode(text)) }

  @Test(arguments: ["2026-05-01", "2024-02-29", "2000-02-29", "0001-12-31"])
  func dates(_ text: String) { #expect(Dates.isDate(text)) }

  @Test(arguments: [
    "2026-13-01", "2025-02-29", "1900-02-29", "2026-04-31", "01/05/2026", "2026-5-1", "2026-05-00", "",
  ])
  func noDates(_ text: String) { #expect(!Dates.isDate(text)) }

  @Test(
    arguments: [
      "2026-05-01T03:00:00Z", "2026-05-01T03:00Z", "2026-05-01T03:00:00.123Z", "2026-05-01T03:00:00+02:00",
      "2026-05-01T03:00:00-03:30",
    ])
  func moments(_ text: String) { #expect(Dates.isMoment(text)) }

  @Test(
    arguments: [
      "2026-05-01", "2026-05-01T03:00:00", "2026-05-01 03:00:00Z", "2026-05-01T24:00:00Z",
      "2026-05-01T03:60Z",
      "2026-05-01T03:00:00.Z", "2026-05-01T03:00.5Z", "T", "",
    ])
  func noMoments(_ text: String) { #expect(!Dates.isMoment(text)) }

  @Test(arguments: ["a", "a-1", "danger-check"])
  func names(_ text: String) { #expect(Names.isName(text)) }

  @Test(arguments: ["", "A", "1a", "-a", "a_b", "é", "a b", "a\n"])
  func noNames(_ text: String) { #expect(!Names.isName(text)) }

  @Test(
    arguments: [
      ("Évaluation du danger", "-", "evaluation-du-danger"), ("access-to-weapon", "_", "access_to_weapon"),
      ("2e appel", "-", "e-appel"), ("L'enfant", "_", "l_enfant"), ("Cœur", "-", "coeur"), ("!!!", "-", ""),
      ("漢字", "-", ""), ("danger ", "-", "danger"),
    ] as [(String, Character, String)])
  func suggestions(_ text: String, _ joint: Character, _ expected: String) {
    #expect(Names.suggestion(for: text, joint: joint) == expected)
  }

  @Test(arguments: ["12", "-2", "0.5", "007"])
  func decimals(_ text: String) { #expect(Decimals.isDecimal(text)) }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "0x1F", "1_000", "1,5", "+1", "--1", "٣"])
  func noDecimals(_ text: String) { #expect(!Decimals.isDecimal(text)) }
}
