extension Grammar {
  private static let text = "{fr: Bonjour, en: Hello}"

  /// The file `roles.yaml`.
  public static let roles = KeySet(
    name: "roles", section: "13.1", keys: [.required("roles", "{officer: {fr: Policier, en: Officer}}")])

  /// The file `shared.yaml`.
  public static let shared = KeySet(
    name: "shared", section: "13.4",
    keys: [
      .required("shared", "station"), Key("types", "{level: [low, high]}"),
      Key("sources", "{grid: \"Grille, 2019\"}"),
      Key("facts", "{weapon: {type: boolean, about: perpetrator}}"),
      Key("interrupts", "{attack-now: {when: immediate = true, run: emergency}}"), Key("notice", text),
    ])

  /// A file of `directory/`.
  public static let directory = KeySet(
    name: "directory", section: "13.2",
    keys: [
      .required("directory", "national"), Key("categories", "{helpline: {fr: Ligne d'écoute, en: Helpline}}"),
      Key("services", "{women-line: {title: Violences Femmes Info, category: helpline, phone: 3919}}"),
    ])

  /// A service of a directory.
  public static let service = KeySet(
    name: "service", section: "13.2",
    keys: [
      .required("title", text), .required("category", "helpline"), Key("phone", "3919"), Key("sms", "114"),
      Key("web", "https://example.org"), Key("hours", "24/7"), Key("zone", "Europe/Paris"),
      Key("area", "national"),
      Key("position", "[48.85, 2.35]"), Key("languages", "[fr, en]"), Key("audience", text),
      Key("free", "true"),
      Key("anonymous", "true"), .required("source", "https://example.org"),
      Key("checked", "2026-05-01"),
    ])

  /// A file of `scenarios/`.
  public static let scenario = KeySet(
    name: "scenario", section: "13.3",
    keys: [
      .required("scenario", "high-danger"), .required("flow", "reception"), Key("title", text),
      Key("language", "fr"), Key("person", "{id: officer-1, role: officer}"),
      Key("given", "{separated: true}"),
      Key("start", "2026-05-01T03:00:00Z"), Key("answers", "{weapon: true, threats: unknown}"),
      Key("otherwise", "unknown"), Key("steps", "[{before: referral, note: Words}]"),
      Key("expect", "{path: [danger, prosecutor], outcome: protected}"),
      Key("walk", "[{at: you.weapon, say: true}]"),
    ])

  /// A file of `training/`.
  public static let vignette = KeySet(
    name: "vignette", section: "13.5",
    keys: [
      .required("vignette", "cat-left-behind"), .required("flow", "danger-check"), .required("title", text),
      .required("level", "basic"), .required("trains", text), .required("story", text),
      Key("language", "fr"), Key("person", "{id: trainee, role: officer}"), Key("given", "{separated: true}"),
      Key("start", "2026-05-01T03:00:00Z"), .required("reference", "{weapon: true, threats: unknown}"),
      Key("otherwise", "unknown"), Key("steps", "[{before: referral, note: Words}]"),
      Key("says", "{weapon: {fr: Un fusil., en: A rifle.}}"),
      Key("teaches", "{weapon: {fr: Une arme tue., en: Weapons kill.}}"),
      Key("expect", "{path: [danger, prosecutor], outcome: protected}"),
    ])

  /// A person of a scenario.
  public static let person = KeySet(
    name: "person", section: "13.3", keys: [.required("id", "officer-1"), .required("role", "officer")])

  /// What a scenario expects.
  public static let expectation = KeySet(
    name: "expect", section: "13.3",
    keys: [
      Key("path", "[danger, prosecutor]"), Key("not", "[refused]"), Key("outcome", "protected"),
      Key("facts", "{danger: high}"), Key("interrupts", "[attack-now]"), Key("overdue", "[prosecutor]"),
      Key("documents", "[liaison-form]"), Key("tasks", "[prosecutor]"),
    ])

  /// A further act of a scenario.
  public static let act = KeySet(
    name: "act", section: "13.3",
    keys: [
      Key("before", "referral"), Key("correct", "weapon"), Key("task", "prosecutor"), Key("to", "true"),
      Key("reason", "Misheard"),
      Key("note", "Words"), Key("report", "immediate"), Key("hand-over", "{id: officer-2, role: officer}"),
    ] + aboutCase)

  /// What is said of the case itself.
  private static let aboutCase = [
    Key("identify", "{part: child, mark: L}"), Key("reference", "2026/118"),
    Key("quote", "{part: victim, words: Words}"),
  ]

  /// Somebody whom the case is about.
  public static let identity = KeySet(
    name: "identify", section: "13.3", keys: [.required("part", "child"), .required("mark", "L")])

  /// What somebody said.
  public static let quotation = KeySet(
    name: "quote", section: "13.3", keys: [.required("part", "victim"), .required("words", "Words")])

  /// Something said in a walk that is told entry by entry.
  public static let said = KeySet(
    name: "said", section: "13.3",
    keys: [
      Key("at", "you.weapon"), Key("say", "true"), Key("correct", "weapon"), Key("to", "true"),
      Key("reason", "Misheard"), Key("note", "Words"), Key("report", "immediate"),
      Key("hand-over", "{id: officer-2, role: officer}"), Key("by", "supervisor"), Key("after", "PT20S"),
    ] + aboutCase)

  /// A reply of a scenario in its long form.
  public static let reply = KeySet(
    name: "reply", section: "13.3",
    keys: [
      Key("done", "false"), Key("override", "extreme"), Key("unreached", "Words"),
      Key("put-off", "PT12H"), Key("settled", "waived"), Key("referred", "women-line"),
      Key("impossible", "Words"), Key("reason", "Words"), Key("role", "supervisor"),
      Key("disagree", "Words"),
    ] + aboutCase)
}
