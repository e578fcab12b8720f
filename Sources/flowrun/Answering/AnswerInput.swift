import FEEL
import FlowDSL

/// How a value of a type is typed.
struct AnswerInput: Sendable {
  var type: ValueType
  var labels: [String: Words] = [:]
  var unit: Words?

  /// How a value of a type is typed.
  init(type: ValueType, labels: [String: Words] = [:], unit: Words? = nil) {
    self.type = type
    self.labels = labels
    self.unit = unit
  }

  /// How a value of a fact is typed.
  init(of fact: Fact) { self.init(type: fact.type, labels: fact.labels, unit: fact.unit) }

  /// What can be chosen by number.
  func choices(_ words: Wording) -> [ChoiceReading.Choice] {
    switch type {
    case .boolean: words.yesAndNo
    case .choice(let values), .list(.choice(let values)): reading(words, today: nil).choices(of: values)
    case .list(.context):
      [ChoiceReading.Choice(label: words(.recordBegin)), ChoiceReading.Choice(label: words(.recordNone))]
    case .context: [ChoiceReading.Choice(label: words(.recordBegin))]
    default: []
    }
  }

  /// Whether only whole numbers can be right: no fraction that was tried is.
  static func isWhole(_ fact: Fact) -> Bool {
    guard fact.type == .number, let allowed = fact.allowed else { return false }
    // Facts beside it are not known here: what hangs on them is neither right nor wrong.
    let slots = [Value](repeating: .null, count: Limits.facts + 8)
    return [0, 1, 2, 5, 10, 20, 50, 100].allSatisfy { whole in
      Number("\(whole).5").map { allowed.evaluate(.number($0), slots) == false } ?? true
    }
  }

  /// Whether the answer is typed in words or figures, rather than chosen.
  var takesWords: Bool {
    switch type {
    case .boolean, .choice, .context, .list(.context): false
    default: true
    }
  }

  /// Whether any words are an answer.
  var isFreeText: Bool {
    switch type {
    case .string, .any, .list(.string), .list(.any): true
    default: false
    }
  }

  /// What alone means none of the choices: no, or its key, where several may be chosen.
  func none(_ words: Wording) -> [String] {
    if case .list(.choice) = type { [words(.no), words(.noKey)] } else { [] }
  }

  /// How to type it, in one sentence.
  func hint(_ words: Wording) -> String {
    switch type {
    case .boolean, .choice, .context, .list(.context): words(.typeChoice)
    case .number:
      unit.map { words(.typeNumberUnit, ["unit": $0(words.language.rawValue)]) } ?? words(.typeNumber)
    case .date: words(.typeDate)
    case .time: words(.typeTime)
    case .dateTime: words(.typeDateAndTime)
    case .daysDuration: words(.typeDuration)
    case .yearsDuration: words(.typeYears)
    case .list(.choice): words(.typeScaleList)
    case .list: words(.typeList)
    default: words(.typeWords)
    }
  }

  /// Reads what was typed; `today` is needed for an hour alone.
  func reading(_ words: Wording, today: LocalTime?) -> AnswerReading {
    let choices = words.yesAndNo
    return AnswerReading(
      yes: choices[0], no: choices[1],
      labels: labels.mapValues { $0(words.language.rawValue) },
      today: today ?? LocalTime(SystemClock.now()))
  }

  /// Whether it is asked field by field.
  var isRecord: Bool {
    switch type {
    case .context, .list(.context): true
    default: false
    }
  }
}
