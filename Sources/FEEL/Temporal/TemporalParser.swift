/// Reads the ISO 8601 forms that FEEL allows (XML Schema part 2, with the zone extension of DMN 1.5, 10.3.2.3.4).
struct TemporalParser {
  private var rest: ArraySlice<UInt8>
  private var allowsBarePoint = false

  private init(_ text: String) {
    rest = Array(text.utf8)[...]
  }

  /// A date, time, date and time, or duration, as `@"…"` holds.
  static func value(_ text: String) -> Value? {
    if let date = date(text) { return .date(date) }
    if let dateTime = dateTime(text) { return .dateTime(dateTime) }
    if let time = time(text) { return .time(time) }
    return duration(text)
  }

  static func date(_ text: String) -> CalendarDate? {
    var parser = TemporalParser(text)
    guard let date = parser.date(), parser.rest.isEmpty else { return nil }
    return date
  }

  static func time(_ text: String) -> ClockTime? {
    var parser = TemporalParser(text)
    guard let time = parser.time(), parser.rest.isEmpty else { return nil }
    return time
  }

  static func dateTime(_ text: String) -> DateTime? {
    var parser = TemporalParser(text)
    guard let date = parser.date(), parser.take("T"), let time = parser.time(allowsMidnightAs24: true),
      parser.rest.isEmpty
    else { return nil }
    guard time.nanoseconds < ClockTime.day else {
      let midnight = ClockTime(nanoseconds: 0, zone: time.zone)
      return CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1).map { DateTime($0, midnight) }
    }
    return DateTime(date, time)
  }

  /// Either kind of duration. `allowsBarePoint`: whether `PT0.S` is one, as the function `duration` takes it by the kit.
  static func duration(_ text: String, allowsBarePoint: Bool = false) -> Value? {
    var parser = TemporalParser(text)
    parser.allowsBarePoint = allowsBarePoint
    let negative = parser.take("-")
    guard parser.take("P"), !parser.rest.isEmpty else { return nil }
    if let months = parser.months() {
      guard parser.rest.isEmpty else { return nil }
      return .yearsDuration(YearsDuration(months: negative ? -months : months))
    }
    guard let duration = parser.days(), parser.rest.isEmpty else { return nil }
    return (negative ? duration.negated : duration).map { .daysDuration($0) }
  }

  private mutating func date() -> CalendarDate? {
    let negative = take("-")
    let length = digitCount
    guard 4...9 ~= length, length == 4 || rest.first != UInt8(ascii: "0"), let year = digits(length),
      take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    if negative, year == 0 { return nil }
    return CalendarDate(year: negative ? -year : year, month: month, day: day)
  }

  private mutating func time(allowsMidnightAs24: Bool = false) -> ClockTime? {
    guard let hour = digits(2), take(":"), let minute = digits(2), take(":"), let second = digits(2)
    else { return nil }
    var nanosecond = 0
    if take(".") {
      let length = digitCount
      guard length > 0, let fraction = nanoseconds() else { return nil }
      nanosecond = fraction
    }
    guard let zone = zone() else { return nil }
    if allowsMidnightAs24, hour == 24, minute == 0, second == 0, nanosecond == 0 {
      return ClockTime(nanoseconds: ClockTime.day, zone: zone)
    }
    return ClockTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
  }

  private mutating func zone() -> Zone? {
    if rest.isEmpty { return Zone.none }
    if take("Z") || take("z") { return .utc }
    if take("@") {
      let name = String(decoding: rest, as: UTF8.self)
      rest = []
      return Zone(name: name)
    }
    let negative = take("-")
    guard negative || take("+"), let hours = digits(2), take(":"), let minutes = digits(2), minutes < 60
    else { return nil }
    var seconds = 0
    if take(":") {
      guard let count = digits(2), count < 60 else { return nil }
      seconds = count
    }
    let offset = hours * 3600 + minutes * 60 + seconds
    return Zone(offset: negative ? -offset : offset)
  }

  /// `1Y2M`; nil, and nothing taken, when it is not of this kind.
  private mutating func months() -> Int? {
    let start = rest
    var total = 0
    var found = false
    for (unit, months) in [("Y", 12), ("M", 1)] {
      let before = rest
      if let count = digits(digitCount), take(unit) {
        let (product, overflow) = count.multipliedReportingOverflow(by: months)
        let (sum, sumOverflow) = total.addingReportingOverflow(product)
        guard !overflow, !sumOverflow else { return nil }
        total = sum
        found = true
      } else {
        rest = before
      }
    }
    guard found else {
      rest = start
      return nil
    }
    return total
  }

  /// `1DT2H3M4.5S`.
  private mutating func days() -> DaysDuration? {
    var total: Int64 = 0
    var nanosecond = 0
    var found = false
    for (unit, seconds) in [("D", 86_400), ("H", 3600), ("M", 60), ("S", 1)] as [(String, Int64)] {
      if unit == "H" {
        guard take("T") else { break }
        guard !rest.isEmpty else { return nil }
      }
      let before = rest
      guard let count = digits(digitCount) else { continue }
      var fraction = 0
      if unit == "S", take(".") {
        if digitCount > 0 || !allowsBarePoint {
          guard digitCount > 0, let read = nanoseconds() else { return nil }
          fraction = read
        }
      }
      guard take(unit) else {
        rest = before
        continue
      }
      let (product, overflow) = Int64(count).multipliedReportingOverflow(by: seconds)
      let (sum, sumOverflow) = total.addingReportingOverflow(product)
      guard !overflow, !sumOverflow else { return nil }
      total = sum
      nanosecond = fraction
      found = true
    }
    return found ? DaysDuration(seconds: total, nanoseconds: Int32(nanosecond)) : nil
  }

  /// Digits after the point, as nanoseconds; past the ninth they are cut.
  private mutating func nanoseconds() -> Int? {
    let length = digitCount
    guard let value = digits(min(length, 9)) else { return nil }
    rest = rest.dropFirst(length - min(length, 9))
    return (0..<(9 - min(length, 9))).reduce(value) { value, _ in value * 10 }
  }

  private var digitCount: Int {
    rest.prefix { 0x30...0x39 ~= $0 }.count
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard 1...18 ~= count, rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    rest = rest.dropFirst(count)
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }
}
