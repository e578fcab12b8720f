import FlowDSL

extension DocumentWording {
  /// When a service answers: day and night, days with their times, or the words of the directory.
  func hours(_ hours: Hours) -> String {
    switch hours {
    case .always: catalogue("hours.always")
    case .words(let words): words(language)
    case .weekly(let week):
      week.runs.isEmpty
        ? catalogue("hours.never")
        : week.runs.map { run in
          days(run.days) + " " + run.spans.map(Self.span).joined(separator: ", ")
        }.joined(separator: " · ")
    }
  }

  private func days(_ days: ClosedRange<Int>) -> String {
    if days == 0...6 { return catalogue("hours.daily") }
    let first = catalogue("hours.day\(days.lowerBound)")
    return days.count == 1 ? first : first + "–" + catalogue("hours.day\(days.upperBound)")
  }

  private static func span(_ span: WeeklyHours.Span) -> String {
    time(span.opens) + "–" + (span.closes == 1440 ? "24:00" : time(span.closes % 1440))
  }

  private static func time(_ minute: Int) -> String { two(minute / 60) + ":" + two(minute % 60) }
}
