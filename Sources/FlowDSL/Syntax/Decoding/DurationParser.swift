/// Durations of ISO 8601 whose length does not depend on the calendar: weeks, days, hours, minutes, seconds.
public enum DurationParser {
  /// Why a text is no such duration.
  public enum Failure: Error, Sendable, Hashable {
    /// Not ISO 8601, or longer than a hundred years.
    case malformed
    /// With years or months, which are not always equally long.
    case calendar
  }

  /// The milliseconds of `P1W`, `P2D`, `PT1H30M`, `P1DT12H` or `PT0.5S`.
  public static func milliseconds(of text: String) -> Result<Int64, Failure> {
    guard text.first == "P", text.utf8.count <= 40 else { return .failure(.malformed) }
    var rest = text.dropFirst()
    var isTime = false
    var total: Int64 = 0
    var units = ["Y", "M", "W", "D"]
    var hasPart = false
    while !rest.isEmpty {
      if rest.first == "T", !isTime {
        rest = rest.dropFirst()
        (isTime, units, hasPart) = (true, ["H", "M", "S"], false)
        continue
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest[digits.endIndex...]
      guard let unit = rest.popFirst().map(String.init), let place = units.firstIndex(of: unit) else {
        return .failure(.malformed)
      }
      if !isTime, unit == "Y" || unit == "M" { return .failure(.calendar) }
      guard let part = milliseconds(digits, unit: unit) else { return .failure(.malformed) }
      total += part
      if total > hundredYears { return .failure(.malformed) }
      units.removeFirst(place + 1)
      hasPart = true
    }
    return hasPart ? .success(total) : .failure(.malformed)
  }

  /// What was meant by `30 minutes`, `2h`, `1h30` or `-PT1M`; `nil` where it cannot be told.
  static func suggestion(for text: String) -> String? {
    let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    let upper = plain.uppercased()
    if case .success = milliseconds(of: upper) { return upper }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 6 else { return nil }
    let unit = plain[digits.endIndex...].prefix { $0.isLetter }
    let rest = plain[unit.endIndex...]
    let units: [(words: [String], written: (Substring) -> String)] = [
      (["h", "hr", "hrs", "hour", "hours", "heure", "heures"], { "PT\($0)H" }),
      (["m", "mn", "min", "mins", "minute", "minutes"], { "PT\($0)M" }),
      (["s", "sec", "second", "seconds", "seconde", "secondes"], { "PT\($0)S" }),
      (["d", "j", "day", "days", "jour", "jours"], { "P\($0)D" }),
      (["w", "week", "weeks", "semaine", "semaines"], { "P\($0)W" }),
    ]
    guard let meant = units.first(where: { $0.words.contains(String(unit)) }) else { return nil }
    if rest.isEmpty { return meant.written(digits) }
    let minutes = rest.prefix { $0.isASCII && $0.isNumber }
    guard unit == "h", !minutes.isEmpty, ["", "m", "min", "mn"].contains(rest[minutes.endIndex...]) else {
      return nil
    }
    return "PT\(digits)H\(minutes)M"
  }

  /// `PT30M`, where `P30M`, thirty months, was written; `nil` for other lengths.
  static func minutes(meantBy text: String) -> String? {
    let digits = text.dropFirst().dropLast()
    guard text.first == "P", text.last == "M", !digits.isEmpty,
      digits.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return "PT\(digits)M"
  }

  private static let hundredYears: Int64 = 36_525 * 86_400_000

  private static func milliseconds(_ digits: Substring, unit: String) -> Int64? {
    let scale: Int64 =
      switch unit {
      case "W": 604_800_000
      case "D": 86_400_000
      case "H": 3_600_000
      case "M": 60_000
      default: 1_000
      }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int64(parts[0]), whole <= hundredYears / scale else { return nil }
    guard parts.count == 2 else { return whole * scale }
    guard unit == "S", (1...3).contains(parts[1].count) else { return nil }
    return Int64(parts[1] + String(repeating: "0", count: 3 - parts[1].count)).map { whole * scale + $0 }
  }
}
