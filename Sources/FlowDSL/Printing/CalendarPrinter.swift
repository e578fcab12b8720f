/// Prints the days on which people work, by which due times in working days are counted.
struct CalendarPrinter {
  let words: PrintWords

  func section(_ calendar: WorkCalendar) -> PrintedSection {
    let days = calendar.week.indices.filter { calendar.week[$0] }.map { words("days.\($0)") }
    var rows = [PrintedRow(words("working-week"), days.joined(separator: ", "))]
    if !calendar.holidays.isEmpty {
      rows.append(PrintedRow(words("holidays"), calendar.holidays.map(day).joined(separator: " ; ")))
    }
    if let source = calendar.source { rows.append(PrintedRow(words("source"), source)) }
    return PrintedSection(anchor: "calendar", heading: words("calendar"), blocks: [.rows(rows)])
  }

  private func day(_ holiday: WorkCalendar.Holiday) -> String {
    switch holiday {
    case .everyYear(let month, let day): "\(day.twoDigits)/\(month.twoDigits)"
    case .on(let date): date.dayMonthYear
    case .afterEaster(0): words("easter")
    case .afterEaster(let days):
      words(days > 0 ? "after-easter" : "before-easter", ["count": String(abs(days))])
    }
  }
}
