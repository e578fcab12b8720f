import FEEL

/// Reads what was typed as a value of a fact's type.
///
/// Records and lists of records are asked field by field and do not come here.
struct AnswerReading: Sendable {
  /// Words that stand for true and false in the language of the screen.
  var yes: ChoiceReading.Choice
  var no: ChoiceReading.Choice
  /// Words of a choice's values.
  var labels: [String: String]
  var today: LocalTime

  /// The value that was meant.
  func value(_ text: String, as type: ValueType) throws(Misreading) -> Value {
    guard !text.trimmed.isEmpty else { throw .nothing }
    switch type {
    case .boolean:
      do {
        return .boolean(try ChoiceReading.read(text, among: [yes, no]) == 0)
      } catch { throw .notYesOrNo(text.trimmed) }
    case .choice(let values):
      let index = try ChoiceReading.read(text, among: choices(of: values))
      return .string(values[index])
    case .number: return .number(try Self.number(text))
    case .date: return .date(try MomentReading.date(text))
    case .time: return .time(try MomentReading.time(text))
    case .dateTime: return .dateTime(try MomentReading.dateAndTime(text, today: today))
    case .daysDuration: return .daysDuration(try DurationReading.days(text))
    case .yearsDuration: return .yearsDuration(try DurationReading.years(text))
    case .list(let item): return .list(try list(text, of: item))
    default: return .string(text.trimmed)
    }
  }

  /// The choices of a scale, as they are offered.
  func choices(of values: [String]) -> [ChoiceReading.Choice] {
    values.map { ChoiceReading.Choice(label: labels[$0] ?? $0, names: [$0]) }
  }

  /// `12`, `-3`, `2,5` or `2.5`; a space may group digits.
  static func number(_ text: String) throws(Misreading) -> Number {
    let digits = text.trimmed.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
    guard let number = Number(String(digits)) else { throw .notANumber(text.trimmed) }
    return number
  }

  /// Whether no alone means none of some choices; not where one of them is called so.
  private func meansNone(_ typed: String, of item: ValueType) -> Bool {
    guard case .choice(let values) = item, !choices(of: values).contains(where: { $0.isNamed(typed) }) else {
      return false
    }
    return no.label.folded == typed || no.key?.folded == typed
  }

  /// Items between commas or semicolons; for numbers, between semicolons or spaces.
  private func list(_ text: String, of item: ValueType) throws(Misreading) -> [Value] {
    if ["0", "-"].contains(text.trimmed) || meansNone(text.folded, of: item) { return [] }
    let separators: [Character] =
      switch item {
      case .number: [";", " "]
      case .choice: [",", ";", " "]
      default: [",", ";"]
      }
    var values: [Value] = []
    for piece in text.split(whereSeparator: { separators.contains($0) }) where !String(piece).trimmed.isEmpty
    {
      let value = try value(String(piece), as: item)
      if !values.contains(value) { values.append(value) }
    }
    return values
  }
}
