/// Opening times as people read them in one language, from the catalogue `services`.
public struct HoursWording: Sendable {
  private let language: String
  private let catalogue: Catalogue

  /// The words of a catalogue `services`; those of the directory in a language.
  package init(_ catalogue: Catalogue, language: String) {
    self.language = language
    self.catalogue = catalogue
  }

  /// When a service answers: `day and night`, `Mon–Fri 09:00–12:00, 14:00–18:00`, or the words of the directory, in
  /// another language where they are not there in this one.
  public func callAsFunction(_ hours: Hours, else other: String? = nil) -> String {
    switch hours {
    case .always: catalogue("always")
    case .words(let words): other.map { words(language, else: $0) } ?? words(language)
    case .weekly(let week):
      week.runs.isEmpty
        ? catalogue("never")
        : week.runs.map { run in
          days(run.days) + " " + run.spans.map(span).joined(separator: catalogue("spans"))
        }.joined(separator: " · ")
    }
  }

  /// A day of the week by its number from 0 (Monday), such as `Mon`.
  public func day(_ number: Int) -> String { catalogue("day\(number)") }

  private func days(_ days: ClosedRange<Int>) -> String {
    if days == 0...6 { return catalogue("daily") }
    let first = day(days.lowerBound)
    return days.count == 1
      ? first : catalogue("days", ["first": first, "last": day(days.upperBound)])
  }

  /// `09:00–12:00`; a span that ends with the day ends at `24:00`.
  private func span(_ span: WeeklyHours.Span) -> String {
    catalogue(
      "span",
      [
        "opens": Self.time(span.opens),
        "closes": span.closes == 1440 ? "24:00" : Self.time(span.closes % 1440),
      ])
  }

  private static func time(_ minute: Int) -> String {
    (minute / 60).twoDigits + ":" + (minute % 60).twoDigits
  }
}
