/// The rule by which a zone's offset goes on changing, as the end of a TZif file writes it (POSIX `TZ`, RFC 9636, 3.3):
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
package struct PosixZone: Sendable, Hashable {
  private let standard: Int
  private let summer: Summer?

  private struct Summer: Sendable, Hashable {
    let offset: Int
    let start, end: Change
  }

  /// A day of the year and the local second of that day.
  private struct Change: Sendable, Hashable {
    enum Day: Sendable, Hashable {
      /// 0 through 365, leap days counted.
      case ofYear(Int)
      /// 1 through 365, leap days left out.
      case ofCommonYear(Int)
      /// Month, week (5 is the last), weekday from Sunday as 0.
      case ofMonth(Int, week: Int, weekday: Int)
    }

    let day: Day
    let second: Int

    /// In local seconds since 1970.
    func seconds(in year: Int) -> Int64 {
      let newYear = CalendarDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
      let days: Int
      switch day {
      case .ofYear(let day): days = newYear + day
      case .ofCommonYear(let day):
        let isLeap = CalendarDate.days(inMonth: 2, of: year) == 29
        days = newYear + day - 1 + (isLeap && day >= 60 ? 1 : 0)
      case .ofMonth(let month, let week, let weekday):
        let first = CalendarDate(year: year, month: month, day: 1) ?? .epoch
        let offset = (weekday - first.weekday % 7).floorModulo(7) + (week - 1) * 7
        let length = CalendarDate.days(inMonth: month, of: year)
        days = first.daysSinceEpoch + (offset >= length ? offset - 7 : offset)
      }
      return Int64(days) * 86_400 + Int64(second)
    }
  }

  /// Nil when the text is no such rule.
  package init?(_ text: String) {
    var parser = PosixZoneParser(text)
    guard parser.name(), let standard = parser.offset() else { return nil }
    self.standard = -standard
    guard !parser.isAtEnd else {
      summer = nil
      return
    }
    guard parser.name() else { return nil }
    let offset = parser.startsOffset ? parser.offset().map { -$0 } : 3600 - standard
    guard let offset, let start = PosixZone.change(&parser), let end = PosixZone.change(&parser),
      parser.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  private static func change(_ parser: inout PosixZoneParser) -> Change? {
    guard parser.take(",") else { return nil }
    let day: Change.Day
    if parser.take("M") {
      guard let month = parser.number(1...12), parser.take("."), let week = parser.number(1...5),
        parser.take("."), let weekday = parser.number(0...6)
      else { return nil }
      day = .ofMonth(month, week: week, weekday: weekday)
    } else if parser.take("J") {
      guard let number = parser.number(1...365) else { return nil }
      day = .ofCommonYear(number)
    } else {
      guard let number = parser.number(0...365) else { return nil }
      day = .ofYear(number)
    }
    guard parser.take("/") else { return Change(day: day, second: 7200) }
    return parser.offset().map { Change(day: day, second: $0) }
  }

  /// Seconds east of UTC at a moment given in seconds of UTC since 1970.
  package func offset(at instant: Int64) -> Int {
    guard let summer,
      let date = CalendarDate(daysSinceEpoch: Int(instant + Int64(standard)).floorDivided(by: 86_400))
    else { return standard }
    let start = summer.start.seconds(in: date.year) - Int64(standard)
    let end = summer.end.seconds(in: date.year) - Int64(summer.offset)
    // South of the equator summer goes over the new year.
    let isSummer =
      start < end ? instant >= start && instant < end : instant >= start || instant < end
    return isSummer ? summer.offset : standard
  }
}

/// Reads the pieces of a POSIX zone rule.
private struct PosixZoneParser {
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }
  var startsOffset: Bool { rest.first.map { $0 == "-" || $0 == "+" || $0.isNumber } ?? false }

  mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// `CET` or `<+03>`
  mutating func name() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix { $0.isLetter }
    rest = rest[letters.endIndex...]
    return letters.count >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digits), range.contains(value) else { return nil }
    rest = rest[digits.endIndex...]
    return value
  }

  /// `-1`, `3:30`, in seconds.
  mutating func offset() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(0...167) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where take(":") {
      guard let value = number(0...59) else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }
}
