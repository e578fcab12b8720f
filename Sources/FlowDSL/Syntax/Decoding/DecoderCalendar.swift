import FEEL

extension Decoder {
  /// The days on which people work.
  mutating func calendar(_ field: Field) -> CalendarSyntax? {
    guard let fields = fields(field, Grammar.calendar) else { return nil }
    let name = fields["calendar"].flatMap { words($0) }.flatMap { self.name($0) }
    let source = fields["source"].flatMap { words($0) }
    let week = fields["week"].flatMap { self.week($0) }
    let holidays = fields["holidays"].map { map($0, value: "01-01").compactMap { holiday($0) } } ?? []
    guard let name, let week else { return nil }
    return CalendarSyntax(
      file: self.source.path, name: name,
      calendar: WorkCalendar(week: week, holidays: holidays, source: source?.value))
  }

  /// Days of the week, or spans of them, one at least.
  private mutating func week(_ field: Field) -> [Bool]? {
    var week = [Bool](repeating: false, count: 7)
    for words in wordsOrList(field) {
      guard let days = HoursParser.days(of: words.value) else {
        let nearest = Nearest.name(to: words.value, among: HoursParser.days + ["daily", "mon-fri"])
        report(.badDay, at: words.place, ["found": words.value, "nearest": nearest ?? ""])
        return nil
      }
      for day in days { week[day] = true }
    }
    return week.contains(true) ? week : nil
  }

  /// A day of every year, of one year, or after Easter.
  private mutating func holiday(_ entry: Field) -> WorkCalendar.Holiday? {
    _ = name(entry.key)
    if case .mapping = entry.node.form {
      guard let number = fields(entry, Grammar.holiday)?["easter"].flatMap({ number($0) }) else { return nil }
      guard let days = Int(number.value), (-366...366).contains(days) else {
        report(
          .numberOutside, at: number.place,
          ["key": "easter", "found": number.value, "low": "-366", "high": "366"])
        return nil
      }
      return .afterEaster(days)
    }
    guard let words = words(entry) else { return nil }
    let parts = words.value.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    if Dates.isDate(words.value),
      let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    {
      return .on(date)
    }
    // A leap year has every day that any year has.
    guard parts.map(\.count) == [2, 2], numbers.count == 2,
      CalendarDate(year: 2000, month: numbers[0], day: numbers[1]) != nil
    else {
      report(.badHoliday, at: words.place, ["found": words.value])
      return nil
    }
    return .everyYear(month: numbers[0], day: numbers[1])
  }
}
