extension CalendarDate: CustomStringConvertible {
  /// `2026-05-01`.
  public var description: String {
    (year < 0 ? "-" : "") + abs(year).padded(4) + "-" + month.padded(2) + "-" + day.padded(2)
  }
}

extension ClockTime: CustomStringConvertible {
  /// `09:30:00Z`, with as many decimals as needed.
  public var description: String {
    hour.padded(2) + ":" + minute.padded(2) + ":" + second.padded(2) + fraction(nanosecond) + zone.text
  }
}

extension DateTime: CustomStringConvertible {
  /// `2026-05-01T09:30:00Z`. The later of two moments of the same local time has its offset for the zone's name, which
  /// would say the first of them.
  public var description: String {
    var time = time
    if isLater, let zone = offset.flatMap({ Zone(offset: $0) }) {
      time = ClockTime(nanoseconds: time.nanoseconds, zone: zone)
    }
    return date.description + "T" + time.description
  }
}

extension DaysDuration: CustomStringConvertible {
  /// `P1DT2H`, `-PT0.5S`; `PT0S` for none.
  public var description: String {
    let (seconds, nanoseconds) = size
    let days = seconds / 86_400
    let hours = seconds / 3600 % 24
    let minutes = seconds / 60 % 60
    let rest = seconds % 60
    var clock = ""
    if hours > 0 { clock += "\(hours)H" }
    if minutes > 0 { clock += "\(minutes)M" }
    if rest > 0 || nanoseconds > 0 { clock += "\(rest)\(fraction(Int(nanoseconds)))S" }
    if days == 0, clock.isEmpty { return "PT0S" }
    return (isNegative ? "-P" : "P") + (days > 0 ? "\(days)D" : "") + (clock.isEmpty ? "" : "T" + clock)
  }
}

extension YearsDuration: CustomStringConvertible {
  /// `P1Y2M`; `P0M` for none.
  public var description: String {
    let years = months.magnitude / 12
    let rest = months.magnitude % 12
    let text = (years > 0 ? "\(years)Y" : "") + (rest > 0 || years == 0 ? "\(rest)M" : "")
    return (months < 0 ? "-P" : "P") + text
  }
}

/// `.5` for 500,000,000 nanoseconds; nothing for 0.
private func fraction(_ nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = nanoseconds.padded(9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

extension Int {
  /// The digits, with zeros in front up to `width`.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
