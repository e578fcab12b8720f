import FEEL
import FlowRuntime

/// Reads dates and times as people type them: `24/11/2026 14:30`, `24.11.2026`, `14h30`, or ISO 8601.
enum MomentReading {
  /// A day.
  static func date(_ text: String) throws(Misreading) -> CalendarDate {
    guard let parts = dateParts(text.trimmed) else { throw .notADate(text.trimmed) }
    guard let date = CalendarDate(year: parts.year, month: parts.month, day: parts.day) else {
      throw .noSuchMoment(text.trimmed)
    }
    return date
  }

  /// A time of day, without a zone.
  static func time(_ text: String) throws(Misreading) -> ClockTime {
    guard let parts = timeParts(text.trimmed) else { throw .notATime(text.trimmed) }
    guard let time = ClockTime(hour: parts.hour, minute: parts.minute, second: 0) else {
      throw .noSuchMoment(text.trimmed)
    }
    return time
  }

  /// A moment in this machine's zone, which the value then carries. An hour alone is that hour of `today`. In the hour that comes
  /// twice in autumn it is asked which; `02:30+02:00` says it.
  static func dateAndTime(_ text: String, today: LocalTime) throws(Misreading) -> DateTime {
    let text = text.trimmed
    let separators: (Character) -> Bool = { $0 == " " || $0 == "T" || $0 == "t" || $0 == "," }
    var words = text.split(whereSeparator: separators).map(String.init).filter {
      !["à", "a", "at"].contains($0)
    }
    if words.count > 1, let last = words.last, "+-".contains(last.prefix(1)) {
      words.removeLast()
      words[words.count - 1] += last
    }
    var offset: Int?
    if let last = words.last, let typed = offsetParts(last) {
      words[words.count - 1] = typed.time
      offset = typed.offset
    }
    if words.count == 1, timeParts(words[0]) != nil, dateParts(words[0]) == nil {
      words.insert(today.date, at: 0)
    }
    guard words.count == 2, let date = dateParts(words[0]), let time = timeParts(words[1]) else {
      throw .notADateAndTime(text)
    }
    guard let day = CalendarDate(year: date.year, month: date.month, day: date.day),
      ClockTime(hour: time.hour, minute: time.minute, second: 0) != nil
    else { throw .noSuchMoment(text) }
    let meant = LocalTime.all(
      year: date.year, month: date.month, day: date.day, hour: time.hour, minute: time.minute)
    if offset == nil {
      guard let first = meant.first else { throw .skippedHour(text) }
      if meant.count > 1 {
        let ways = meant.map { $0.moment + $0.utcOffset.written }
        throw .hourTwice(text, first: ways[0], second: ways[1])
      }
      offset = first.offset
    }
    guard let zone = offset.flatMap(Zone.init(offset:)),
      let clock = ClockTime(hour: time.hour, minute: time.minute, second: 0, zone: zone)
    else { throw .noSuchMoment(text) }
    return DateTime(day, clock)
  }

  /// A time of day with what it says of its zone, `02:30+02:00`, `14:30Z`: the time, and seconds east of UTC.
  private static func offsetParts(_ text: String) -> (time: String, offset: Int)? {
    if text.hasSuffix("Z") || text.hasSuffix("z") { return (String(text.dropLast()), 0) }
    guard let sign = text.lastIndex(where: { "+-".contains($0) }), timeParts(String(text[..<sign])) != nil
    else { return nil }
    let digits = text[text.index(after: sign)...].filter(\.isNumber)
    guard digits.count == 4 || digits.count == 2, let hours = Int(digits.prefix(2)),
      let minutes = Int(digits.dropFirst(2).isEmpty ? "0" : digits.dropFirst(2)), hours <= 14, minutes < 60
    else { return nil }
    return (String(text[..<sign]), (text[sign] == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
  }

  /// A moment to come in this machine's zone. An hour alone that is over today is that hour of tomorrow.
  static func next(_ text: String, after now: Instant) throws(Misreading) -> Instant {
    let typed = try dateAndTime(text, today: LocalTime(now))
    guard let moment = Value.dateTime(typed).instant else { throw .noSuchMoment(text.trimmed) }
    guard moment <= now, timeParts(text.trimmed) != nil else { return moment }
    let tomorrow = LocalTime(now.advanced(by: 24 * 3_600_000))
    return Value.dateTime(try dateAndTime(text, today: tomorrow)).instant ?? moment
  }

  /// Whether an hour alone was typed, so that the day is understood.
  static func isHour(_ text: String) -> Bool {
    timeParts(text.trimmed) != nil && dateParts(text.trimmed) == nil
  }

  private static func dateParts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let pieces = text.split(whereSeparator: { "/.-".contains($0) })
    let numbers = pieces.compactMap { Int($0) }
    guard pieces.count == 3, numbers.count == 3 else { return nil }
    if pieces[0].count == 4 { return (numbers[0], numbers[1], numbers[2]) }
    guard pieces[2].count == 4 else { return nil }
    return (numbers[2], numbers[1], numbers[0])
  }

  private static func timeParts(_ text: String) -> (hour: Int, minute: Int)? {
    let text = text.lowercased()
    let pieces = text.split(whereSeparator: { ":h".contains($0) }).map(String.init)
    let numbers = pieces.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count == pieces.count, text.contains(":") || text.contains("h") else {
      return nil
    }
    switch numbers.count {
    case 1: return (numbers[0], 0)
    case 2: return (numbers[0], numbers[1])
    case 3 where numbers[2] < 60: return (numbers[0], numbers[1])
    default: return nil
    }
  }
}
