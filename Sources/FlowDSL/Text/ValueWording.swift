import FEEL

/// Values of facts as people read them: labels, `yes`, a local date, the items of a list.
public struct ValueWording: Sendable {
  private let names: ProgramNames
  private let yes: String
  private let no: String
  private let none: String
  private let unknown: String
  private let decimal: String
  private let text: @Sendable (String) -> String

  /// A wording with the words of a catalogue.
  ///
  /// - Parameters:
  ///   - names: the program whose labels are read, and the language.
  ///   - none: what stands for an empty list.
  ///   - decimal: the decimal mark.
  ///   - text: makes what a person typed fit to be shown.
  public init(
    _ names: ProgramNames, yes: String, no: String, none: String, unknown: String, decimal: String,
    text: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.names = names
    self.yes = yes
    self.no = no
    self.none = none
    self.unknown = unknown
    self.decimal = decimal
    self.text = text
  }

  /// A value of a fact; names of factors in their words, a number with its unit.
  public func callAsFunction(_ value: Value, of fact: Fact) -> String {
    if fact.type == .list(.string), case .list(let items) = value, !items.isEmpty {
      return items.map { $0 == .null ? unknown : names.factor($0.text) ?? text($0.text) }
        .joined(separator: ", ")
    }
    let words = plain(value, labels: names.labelled(fact).labels)
    guard let unit = fact.unit, case .number = value else { return words }
    return words + " " + names(unit)
  }

  /// A number with the decimal mark of the language.
  public func number(_ number: Number) -> String {
    number.written(decimal: decimal)
  }

  private func plain(_ value: Value, labels: [String: Words]) -> String {
    switch value {
    case .boolean(let isTrue): isTrue ? yes : no
    case .string(let string): labels[string].map { names($0) } ?? text(string)
    case .number(let number): self.number(number)
    case .date(let date): date.dayMonthYear
    case .dateTime(let moment): moment.date.dayMonthYear + " " + moment.time.hourMinute
    case .time(let time): time.hourMinute
    case .list(let items) where items.isEmpty: none
    case .list(let items): items.map { plain($0, labels: labels) }.joined(separator: ", ")
    case .context(let context):
      context.entries.map { entry in
        (labels[entry.name].map { names($0) } ?? ProgramNames.spaced(entry.name)) + " "
          + plain(entry.value, labels: labels)
      }
      .joined(separator: ", ")
    case .null: unknown
    default: text(value.text)
    }
  }
}

extension Number {
  /// As it is written with a decimal mark: `1,5`.
  package func written(decimal: String) -> String {
    description.split(separator: ".", omittingEmptySubsequences: false).joined(separator: decimal)
  }
}

extension CalendarDate {
  /// `24/11/2026`.
  package var dayMonthYear: String { "\(day.twoDigits)/\(month.twoDigits)/\(year)" }
}

extension ClockTime {
  /// `14:30`.
  package var hourMinute: String { hour.twoDigits + ":" + minute.twoDigits }
}

extension Int {
  /// At least two digits: `07`, `-07`.
  package var twoDigits: String { (self < 0 ? "-" : "") + (magnitude < 10 ? "0" : "") + String(magnitude) }
}
