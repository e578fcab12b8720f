/// All keys of the language, as data: for the decoder, for editors, and for a test that the grammar document has each.
public enum Grammar {
  /// Every set of keys.
  public static let all: [KeySet] =
    [
      flow, type, fact, due, task, guarded, otherwise, question, tick, factor, override, branch, interrupt,
      repetition, concurrence, need, guarantee, spoken, instead,
    ]
    + stepKinds.map(\.value)
    + [roles, shared, directory, service, scenario, vignette, person, expectation, act, said, reply]
    + [identity, quotation]
    + [document, documentSection, documentItem]
    + [indicators, count, criterion]
    + [calendar, holiday]
    + [lawTable, article]

  /// The keys that say what a file is, each the first of its file.
  public static let fileKinds = [
    "flow", "roles", "shared", "calendar", "directory", "scenario", "vignette", "document", "indicators",
    "law",
  ]

  // Values that many keys share.
  private static let text = "{fr: Bonjour, en: Hello}"
  private static let condition = #"danger in ["high", "extreme"]"#
  private static let questions = "{safe_here: {fr: Êtes-vous en sécurité ici ?, en: Are you safe here?}}"

  private static let law = [Key("law", "CPP 63"), Key("source", "grid")]
  private static let words = [Key("help", text), Key("why", text)]
  private static let sharing = [
    Key("shares", "[danger, children]"), Key("consent", "consent_referral"), Key("legal", "CP 226-14"),
  ]

  private static let documents = [Key("documents", "[liaison-form]")]
  private static let tasks = [Key("task", "{by: officer, in: P1D}")]
  private static let others =
    #"[{when: speaks = "relative", fr: La personne a-t-elle peur ?, en: Are they afraid?}]"#
  private static let agree = [Key("agree", "{roles: [officer, supervisor], result: agreed}")]

  /// A flow.
  public static let flow = KeySet(
    name: "flow", section: "4",
    keys: [
      .required("flow", "danger-check"),
      .required("version", "1.0.0"),
      .required("title", text),
      Key("summary", text),
      Key("notice", text),
      .required("languages", "[fr, en]"),
      Key("sources", "{grid: \"Grille, 2019\"}"),
      Key("roles", "{officer: {fr: Policier, en: Officer}}"),
      Key("types", "{level: [low, high]}"),
      Key("takes", "[separated]"),
      Key("gives", "[danger]"),
      Key("facts", "{weapon: {type: boolean, about: perpetrator}}"),
      .required("steps", "[{end: done}]"),
      Key("interrupts", "{attack-now: {when: immediate = true, run: emergency}}"),
      Key("needs", "{housing: {title: {fr: Logement, en: Housing}, when: wants_shelter = true}}"),
      Key("guarantees", "{call-first: {before: referral, passed: prosecutor}}"),
    ])

  /// A type under `types` in its long form.
  public static let type = KeySet(
    name: "type", section: "5.2",
    keys: [.required("type", "[low, high]"), Key("labels", "{low: {fr: faible, en: low}}")])

  /// A fact in its long form.
  public static let fact = KeySet(
    name: "fact", section: "5.1",
    keys: [
      .required("type", "boolean"),
      Key("about", "victim"),
      Key("see", "[victim-services]"),
      Key("title", text),
      Key("labels", "{low: {fr: faible, en: low}}"),
      Key("unit", "{fr: ans, en: years}"),
      Key("allowed", "\"[0..20]\""),
    ])

  /// `due` in its long form.
  public static let due = KeySet(
    name: "due", section: "7.2",
    keys: [
      Key("in", "PT1H"), Key("working-days", "2"), Key("at", "hearing_at"), Key("from", "arrest"),
    ])

  /// `task` in its long form.
  public static let task = KeySet(
    name: "task", section: "12.8", keys: [Key("by", "officer"), Key("in", "P1D")])

  /// A guard of `then`.
  public static let guarded = KeySet(
    name: "guard", section: "7", keys: [.required("when", condition), .required("go", "custody")])

  /// The last entry of `then`.
  public static let otherwise = KeySet(
    name: "else", section: "7", keys: [.required("else", "referral")])

  /// A question, beside the languages.
  public static let question = KeySet(
    name: "question", section: "8.1",
    keys: words + [Key("say", text)] + law + [
      Key("when", condition), Key("unknown", "false"), Key("declined", "false"), Key("again", "true"),
      Key("hand", "person"), Key("instead", others),
    ] + tasks)

  /// Suggested words, beside the languages.
  public static let spoken = KeySet(name: "say", section: "3.1", keys: [Key("instead", others)])

  /// Words that stand for others where a condition holds, beside the languages.
  public static let instead = KeySet(
    name: "instead", section: "3.1", keys: [.required("when", #"speaks = "relative""#)])

  /// An item to tick or tell, beside the languages.
  public static let tick = KeySet(
    name: "tick", section: "8.4",
    keys: words + law + [
      Key("when", condition), Key("fact", "room_closed"), Key("required", "true"),
      Key("closes", "[officer]"),
    ] + tasks)

  /// A factor in its long form.
  public static let factor = KeySet(
    name: "factor", section: "8.2",
    keys: [
      .required("weight", "4"), Key("flag", "red"), Key("when", "weapon = true"),
      Key("unasked", "as absent"), Key("title", text), Key("source", "grid"),
    ])

  /// An override.
  public static let override = KeySet(
    name: "override", section: "8.2",
    keys: [
      .required("roles", "[supervisor]"), .required("direction", "up"), .required("reason", "required"),
    ])

  /// Who has to agree before a step is done.
  public static let concurrence = KeySet(
    name: "agree", section: "8.13",
    keys: [.required("roles", "[officer, supervisor]"), .required("result", "agreed")])

  /// A branch of `together`.
  public static let branch = KeySet(
    name: "branch", section: "8.10",
    keys: [
      Key("title", text), Key("by", "officer"), .required("steps", "[{do: call, tick: {called: Called}}]"),
    ])

  /// An interrupt.
  public static let interrupt = KeySet(
    name: "interrupt", section: "9",
    keys: [
      Key("title", text), Key("when", "immediate = true"), Key("late", "prosecutor"),
      .required("run", "emergency"),
      Key("with", "{place: address}"), Key("report", "{immediate: {fr: Agression en cours, en: Attack now}}"),
      Key("ends", "{safe: found}"),
    ])

  /// How a sub-flow is walked again.
  public static let repetition = KeySet(
    name: "repeat", section: "8.8",
    keys: [.required("until", "found = true"), .required("most", "10"), Key("every", "PT3H")])

  /// A need of the person.
  public static let need = KeySet(
    name: "need", section: "4.1",
    keys: [
      .required("title", "{fr: Logement, en: Housing}"), Key("asked", "wants_shelter != null"),
      .required("when", "wants_shelter = true"), Key("begun", "shelter_result != null"),
      .required("done", #"shelter_result = "sheltered""#), Key("tasks", "[shelter]"),
      .required("partner", "emergency-housing"),
    ])

  /// A guarantee of any shape.
  public static let guarantee = KeySet(
    name: "guarantee", section: "10",
    keys: [
      Key("title", text), Key("if", condition), Key("always", "prosecutor"),
      Key("never", "'outcome = \"refused\"'"), Key("before", "referral"), Key("must", "consent = true"),
      Key("passed", "prosecutor"), Key("within", "PT1H"), Key("from", "custody"), Key("to", "prosecutor"),
    ] + law)

  /// The keys of a step, by its kind; the kind itself is the first key.
  public static let stepKinds: [(key: String, value: KeySet)] = [
    step("ask", "8.1", [.required("questions", questions), Key("hand", "person")] + agree + documents),
    step(
      "assess", "8.2",
      [
        Key("own-level", "{own_level: {fr: Votre avis ?, en: Your own view?}}"),
        Key("sets", "danger"), Key("reasons", "danger_reasons"), Key("precautions", "danger_precautions"),
        .required("risk", "{weapon: 4, threats: 3}"),
        Key("safety", "{rehoused: -2}"), Key("unknown", "as risk"),
        Key("unasked", "as absent"),
        .required("level", "[[\"score >= 6\", high], [\"-\", low]]"),
        Key("override", "{roles: [supervisor], direction: up, reason: required}"),
      ] + agree + documents),
    step(
      "decide", "8.3",
      [
        Key("on", "[danger]"), Key("outputs", "[measures]"), Key("hit", "unique"),
        Key("rules", "[['\"high\"', '[\"custody\"]'], [\"-\", '[]']]"), Key("values", "{minor: age < 18}"),
        Key("model", "measures.dmn"), Key("decision", "Measures"), Key("inputs", "{Danger level: danger}"),
        Key("sets", "measures"),
        Key("override", "{roles: [supervisor], direction: up, reason: required}"),
      ] + agree),
    step("do", "8.4", [.required("tick", "{room: {fr: Pièce fermée, en: Closed room}}")] + agree + documents),
    step(
      "contact", "8.5",
      [Key("to", "prosecutor"), Key("asks", questions), Key("result", "prosecutor_reached")] + sharing
        + documents + tasks),
    step(
      "refer", "8.6",
      [.required("to", "victim-services"), Key("asks", questions), Key("result", "referral_result")] + sharing
        + documents + tasks),
    step("inform", "8.7", [Key("tell", text), Key("services", "[women-line]")] + documents),
    step(
      "run", "8.8",
      [
        Key("flow", "custody"), Key("with", "{place: address}"), Key("gives", "{danger: danger}"),
        Key("result", "custody_outcome"), Key("repeat", "{until: found = true, most: 10, every: PT3H}"),
      ]),
    step(
      "each", "8.9",
      [
        .required("in", "children"), .required("as", "child"), Key("flow", "child-check"),
        Key("with", "{place: address}"), Key("gives", "{at_risk: children_at_risk}"),
      ]),
    step("together", "8.10", [.required("branches", "{desk: {by: officer, steps: [{run: custody}]}}")]),
    step(
      "wait", "8.11",
      [
        Key("for", "PT1H"), Key("until", "hearing_at"), Key("on", "arrested = true"), Key("asks", questions),
        Key("result", "wait_result"),
      ]),
    step("end", "8.12", tasks),
  ]

  private static func step(_ kind: String, _ section: String, _ keys: [Key]) -> (key: String, value: KeySet) {
    let common =
      [Key("title", text)] + words + [Key("say", text)] + law + [
        Key("by", "officer"), Key("when", condition), Key("due", "PT1H"), Key("then", "referral"),
      ]
    let name = Key.required(kind, kind == "end" ? "done" : "welcome")
    return (kind, KeySet(name: kind, section: section, keys: [name] + keys + common))
  }
}
