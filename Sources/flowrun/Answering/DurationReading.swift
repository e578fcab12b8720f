import FEEL

/// Reads lengths of time as people type them: `1 h 30`, `2 j`, `45 min`, `3 ans`, or ISO 8601 (`PT1H30M`).
enum DurationReading {
  /// Days, hours and minutes.
  static func days(_ text: String) throws(Misreading) -> DaysDuration {
    let units = ["j": 86_400, "d": 86_400, "h": 3600, "m": 60, "s": 1]
    guard let seconds = total(text, units: units, iso: true) else { throw .notADuration(text.trimmed) }
    return DaysDuration(seconds: Int64(seconds))
  }

  /// Years and months.
  static func years(_ text: String) throws(Misreading) -> YearsDuration {
    guard let months = total(text, units: ["a": 12, "y": 12, "m": 1], iso: false) else {
      throw .notYearsAndMonths(text.trimmed)
    }
    return YearsDuration(months: months)
  }

  /// The sum of `number unit` pairs; a unit is known by its first letter.
  private static func total(_ text: String, units: [String: Int], iso: Bool) -> Int? {
    var rest = Substring(text.folded.filter { $0 != " " && $0 != "," })
    if rest.first == "p" {
      rest = Substring(rest.dropFirst().filter { $0 != "t" })
    }
    var total = 0
    var last: Int?
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits), count < 1_000_000 else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      if unit.isEmpty {
        // `1 h 30`: what follows the hours without a unit is minutes.
        guard iso, last == 3600, rest.isEmpty else { return nil }
        total += count * 60
      } else {
        guard let size = units[String(unit.prefix(1))], last.map({ size < $0 }) ?? true else { return nil }
        total += count * size
        last = size
      }
    }
    return total
  }
}
