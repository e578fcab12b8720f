extension Grammar {
  private static let text = "{fr: Bonjour, en: Hello}"
  private static let condition = #"danger in ["high", "extreme"]"#
  private static let law = [Key("law", "CPP 10-2"), Key("source", "grid")]

  /// A file of `documents/`.
  public static let document = KeySet(
    name: "document", section: "13.6",
    keys: [
      .required("document", "liaison-form"), .required("title", text), .required("languages", "[fr, en]"),
      .required("for", "victim-support"), Key("language", "person_language"),
      Key("consent", "consent_referral"), Key("legal", "CPP 40"),
      .required("sections", "[{text: {fr: Bonjour, en: Hello}}]"),
    ])

  /// A section of a document.
  public static let documentSection = KeySet(
    name: "section", section: "13.6",
    keys: [
      Key("heading", text), Key("when", condition),
      Key("text", "{fr: \"Danger : {{danger}}.\", en: \"Danger: {{danger}}.\"}"),
      Key("facts", "[danger, has_children]"), Key("items", "{papers: {fr: Papiers, en: Papers}}"),
      Key("boxes", "true"), Key("services", "[victim-support]"), Key("lines", "3"),
      Key("case", "[reference, people, words]"),
    ] + law)

  /// An item of a section, beside the languages.
  public static let documentItem = KeySet(
    name: "item", section: "13.6", keys: [Key("when", condition)] + law)
}
