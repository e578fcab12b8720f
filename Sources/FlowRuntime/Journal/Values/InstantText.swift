import FEEL

extension CanonicalWriter {
  /// An instant as RFC 3339 writes it, in UTC with milliseconds: `2026-11-24T06:00:00.000Z`.
  package mutating func instant(_ instant: Instant) throws(UnwritableValue) {
    let day: Int64 = 86_400_000
    var days = instant.milliseconds / day
    var rest = Int(instant.milliseconds % day)
    if rest < 0 {
      days -= 1
      rest += Int(day)
    }
    guard let date = CalendarDate(daysSinceEpoch: Int(days)), 0...9999 ~= date.year else {
      throw .instant(instant)
    }
    literal("\"")
    digits(date.year, 4, before: "-")
    digits(date.month, 2, before: "-")
    digits(date.day, 2, before: "T")
    digits(rest / 3_600_000, 2, before: ":")
    digits(rest / 60_000 % 60, 2, before: ":")
    digits(rest / 1000 % 60, 2, before: ".")
    digits(rest % 1000, 3, before: "Z\"")
  }

  private mutating func digits(_ value: Int, _ count: Int, before mark: StaticString) {
    var divisor = count == 4 ? 1000 : count == 3 ? 100 : 10
    var text = SIMD4<UInt8>()
    for place in 0..<count {
      text[place] = UInt8(ascii: "0") + UInt8(value / divisor % 10)
      divisor /= 10
    }
    for place in 0..<count { byte(text[place]) }
    literal(mark)
  }
}

extension CanonicalReader {
  /// An instant in UTC with milliseconds, of a day that exists.
  package mutating func instant() throws(ReadingFault) -> Instant {
    try take(UInt8(ascii: "\""))
    let year = try digits(4, before: "-")
    let month = try digits(2, before: "-")
    let day = try digits(2, before: "T")
    let hour = try digits(2, before: ":")
    let minute = try digits(2, before: ":")
    let second = try digits(2, before: ".")
    let millisecond = try digits(3, before: "Z\"")
    guard hour < 24, minute < 60, second < 60, let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw .temporal
    }
    let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
    return Instant(milliseconds: Int64(seconds * 1000 + millisecond))
  }

  private mutating func digits(_ count: Int, before mark: StaticString) throws(ReadingFault) -> Int {
    guard offset + count <= bytes.count else { throw .ends }
    var value = 0
    for place in offset..<(offset + count) {
      let byte = bytes[place]
      guard 0x30...0x39 ~= byte else { throw .temporal }
      value = value * 10 + Int(byte) - 0x30
    }
    offset += count
    guard takes(mark) else { throw next == nil ? .ends : .temporal }
    return value
  }
}
