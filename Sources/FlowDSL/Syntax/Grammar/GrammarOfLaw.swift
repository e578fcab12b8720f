extension Grammar {
  private static let text = "{fr: Récépissé immédiat, en: Receipt at once}"
  private static let official = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006071154"

  /// The file `law.yaml`.
  public static let lawTable = KeySet(
    name: "law", section: "13.9",
    keys: [
      .required("law", "france"),
      .required("articles", "{CPP 15-3: {says: \(text), text: \"\(official)\", read: no}}"),
    ])

  /// An article of it.
  public static let article = KeySet(
    name: "article", section: "13.9",
    keys: [
      .required("says", text), .required("text", "\"\(official)\""), .required("read", "2026-11-29"),
      Key("until", "2028-12-31"),
    ])
}
