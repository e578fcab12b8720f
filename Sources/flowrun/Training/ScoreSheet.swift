import FEEL
import FlowDSL
import FlowRuntime

/// What came of an exercise, for the trainer: counts of agreement, and what was said in categories. It holds no free words.
struct ScoreSheet: Sendable, Hashable {
  /// What was said of one thing asked.
  struct Answer: Sendable, Hashable {
    /// How the reference comes to its answer.
    enum Ground: String, Sendable, Hashable {
      /// It says so itself.
      case spoken
      /// By the rule that silence means no.
      case silent
      /// It leaves it open: it counts for nobody.
      case open
    }

    var key: String
    /// `nil` where the walk was not asked.
    var said: String?
    /// `nil` where the reference was not asked.
    var reference: String?
    /// A sheet that does not say is of a reference that speaks everywhere.
    var ground = Ground.spoken

    /// Whether it is compared with the reference.
    var counts: Bool { said != nil && reference != nil && ground != .open }
  }

  /// A level decided.
  struct Level: Sendable, Hashable {
    var fact: String
    var said: String?
    var reference: String?
    /// Factors that count in the reference.
    var counted: Int
    var missed: [String]
    var added: [String]
  }

  /// What begins each sheet.
  static let format = "flowrun score sheet 1"

  var vignette: String
  var flow: String
  /// The program's hash.
  var program: String
  var assessor: String
  /// When the exercise was done.
  var at: Instant
  var answers: [Answer]
  var levels: [Level]
  /// `nil` where the walk was left before its end.
  var outcome: String?
  var referenceOutcome: String?

  /// The sheet of a comparison.
  init(_ page: ComparisonPage, assessor: String, at: Instant) {
    let comparison = page.comparison
    vignette = page.exercise.vignette.name.value
    flow = page.exercise.vignette.flow.value
    program = page.walked.program.hash
    self.assessor = assessor
    self.at = at
    let silent = page.exercise.silent
    answers = comparison.lines.map { line in
      let key = (line.walked ?? line.reference)?.key ?? ""
      return Answer(
        key: key, said: line.walked?.category, reference: line.reference?.category,
        ground: line.isOpen ? .open : silent.contains(key) ? .silent : .spoken)
    }
    levels = comparison.levels.map { level in
      Level(
        fact: level.fact, said: level.walked?.text, reference: level.reference?.text, counted: level.counted,
        missed: level.missed, added: level.added)
    }
    (outcome, referenceOutcome) = comparison.outcomes
  }

  /// How many things both were asked, and of how many of these they said the same.
  var counts: (asked: Int, agreed: Int) {
    let shared = answers.filter(\.counts)
    return (shared.count, shared.filter { $0.said == $0.reference }.count)
  }

  /// For programs, and to be compared with other sheets.
  var json: JSON {
    .object([
      ("format", .string(Self.format)), ("vignette", .string(vignette)), ("flow", .string(flow)),
      ("program", .string(program)), ("assessor", .string(assessor)), ("at", JSON(at)),
      ("asked", .number(counts.asked)), ("agreed", .number(counts.agreed)),
      (
        "outcome",
        .object([("said", .optional(outcome)), ("reference", .optional(referenceOutcome))])
      ),
      ("levels", .array(levels.map(\.json))), ("answers", .array(answers.map(\.json))),
    ])
  }
}

extension ScoreSheet.Answer {
  fileprivate var json: JSON {
    .object([
      ("key", .string(key)), ("said", .optional(said)), ("reference", .optional(reference)),
      ("ground", .string(ground.rawValue)),
    ])
  }
}

extension ScoreSheet.Level {
  fileprivate var json: JSON {
    .object([
      ("fact", .string(fact)), ("said", .optional(said)), ("reference", .optional(reference)),
      ("counted", .number(counted)), ("missed", .array(missed.map { .string($0) })),
      ("added", .array(added.map { .string($0) })),
    ])
  }
}

extension ScoreSheet {
  /// Reads a sheet; `nil` where the text is none, or where any part of it cannot be read.
  init?(_ text: String) {
    guard case .context(let sheet)? = JSONReader.value(text), sheet["format"] == .string(Self.format),
      let vignette = sheet.string("vignette"), let flow = sheet.string("flow"),
      let program = sheet.string("program"), let assessor = sheet.string("assessor"),
      let at = sheet.string("at").flatMap({ Value(temporal: $0)?.instant }),
      case .list(let answers)? = sheet["answers"], case .list(let levels)? = sheet["levels"]
    else { return nil }
    self.vignette = vignette
    self.flow = flow
    self.program = program
    self.assessor = assessor
    self.at = at
    self.answers = answers.compactMap { value in
      guard case .context(let answer) = value, let key = answer.string("key") else { return nil }
      return Answer(
        key: key, said: answer.string("said"), reference: answer.string("reference"),
        ground: answer.string("ground").flatMap { .init(rawValue: $0) } ?? .spoken)
    }
    self.levels = levels.compactMap { value in
      guard case .context(let level) = value, let fact = level.string("fact") else { return nil }
      return Level(
        fact: fact, said: level.string("said"), reference: level.string("reference"),
        counted: level.integer("counted") ?? 0, missed: level.strings("missed"), added: level.strings("added")
      )
    }
    // A sheet that is half read would seem to agree.
    guard self.answers.count == answers.count, self.levels.count == levels.count else { return nil }
    if case .context(let outcome)? = sheet["outcome"] {
      self.outcome = outcome.string("said")
      referenceOutcome = outcome.string("reference")
    }
  }
}

extension Context {
  fileprivate func string(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  fileprivate func integer(_ name: String) -> Int? {
    if case .number(let number)? = self[name] { number.integer } else { nil }
  }

  fileprivate func strings(_ name: String) -> [String] {
    guard case .list(let items)? = self[name] else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
