import FlowDSL

extension Wording {
  /// When a service answers: `day and night`, `Mon–Fri 09:00–12:00, 14:00–18:00`, or the words of the directory.
  func hours(_ hours: Hours) -> String {
    switch hours {
    case .always: self(.hoursAlways)
    case .words(let words): words(language.rawValue)
    case .weekly(let week):
      week.runs.isEmpty
        ? self(.hoursNever)
        : week.runs.map { run in
          days(run.days) + " " + run.spans.map(Self.span).joined(separator: ", ")
        }.joined(separator: " · ")
    }
  }

  private func days(_ days: ClosedRange<Int>) -> String {
    let names: [Phrase] = [.dayMon, .dayTue, .dayWed, .dayThu, .dayFri, .daySat, .daySun]
    if days == 0...6 { return self(.everyDay) }
    let first = self(names[days.lowerBound])
    return days.count == 1 ? first : first + "–" + self(names[days.upperBound])
  }

  /// No break between the two times.
  private static func span(_ span: WeeklyHours.Span) -> String {
    time(span.opens) + "–" + (span.closes == 1440 ? "24:00" : time(span.closes % 1440))
  }

  private static func time(_ minute: Int) -> String {
    [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
