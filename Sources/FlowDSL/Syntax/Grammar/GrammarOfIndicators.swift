extension Grammar {
  private static let text = "{fr: Bonjour, en: Hello}"
  private static let criteria = "[{walked: danger-check}]"

  /// The file `indicators.yaml`.
  public static let indicators = KeySet(
    name: "indicators", section: "13.7",
    keys: [
      .required("indicators", "station"), Key("notice", text), .required("cases", "[reception]"),
      Key("sources", "{grid: \"Grille, 2019\"}"),
      .required(
        "counts", "{danger-assessed: {title: Danger, summary: Words, any: [{walked: danger-check}]}}"),
    ])

  /// One thing that is counted.
  public static let count = KeySet(
    name: "count", section: "13.7",
    keys: [
      Key("number", "iv"), .required("title", text), .required("summary", text), Key("source", "grid"),
      Key("any", criteria), Key("of", criteria),
    ])

  /// What a case is looked at for, in any of its forms.
  public static let criterion = KeySet(
    name: "criterion", section: "13.7",
    keys: [
      Key("referred", "[victim-support]"), Key("shared", "[prosecutor]"), Key("walked", "danger-check"),
      Key("flow", "danger-check"), Key("when", #"danger in ["high", "extreme"]"#),
    ])
}
