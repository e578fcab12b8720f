import FEEL
import FlowDSL
import FlowRuntime

extension Wording {
  /// A fact's value in words: its label, `yes`, a local date, the items of a list.
  func value(_ value: Value, of fact: Fact) -> String {
    let words = plain(value, labels: fact.labels)
    guard let unit = fact.unit, case .number = value else { return words }
    return words + " " + unit
  }

  private func plain(_ value: Value, labels: [String: Words]) -> String {
    switch value {
    case .boolean(let isTrue): self(isTrue ? .yes : .no)
    case .string(let text): labels[text]?(language.rawValue) ?? text
    case .number(let number): self.number(number)
    case .date(let date): Self.date(date)
    case .dateTime(let moment): Self.date(moment.date) + " " + Self.time(moment.time)
    case .time(let time): Self.time(time)
    case .list(let items) where items.isEmpty: self(.nothingListed)
    case .list(let items): items.map { plain($0, labels: labels) }.joined(separator: ", ")
    case .context(let context):
      context.entries.map { "\($0.name) " + plain($0.value, labels: labels) }.joined(separator: ", ")
    case .null: self(.unknown)
    default: value.text
    }
  }

  /// A number with the decimal mark of the language.
  func number(_ number: Number) -> String {
    let digits = number.description
    return language == .french ? String(digits.map { $0 == "." ? "," : $0 }) : digits
  }

  private static func date(_ date: CalendarDate) -> String {
    "\(two(date.day))/\(two(date.month))/\(date.year)"
  }

  private static func time(_ time: ClockTime) -> String { "\(two(time.hour)):\(two(time.minute))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
