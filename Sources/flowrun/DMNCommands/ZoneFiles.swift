import FEEL

/// The machine's zone database and clock, for models that ask for them.
enum ZoneFiles {
  /// Lets FEEL find named zones in `/usr/share/zoneinfo` (Debian `tzdata`); without it, times in them are null.
  static func use() {
    ZoneDatabase.add { name in try? TextFile.bytes(of: "/usr/share/zoneinfo/" + name) }
  }

  /// Now, in UTC; nil past the years that FEEL knows.
  static func now() -> DateTime? {
    let (days, rest) = Int(SystemClock.now().milliseconds).quotientAndRemainder(dividingBy: 86_400_000)
    let seconds = rest / 1000
    guard let date = CalendarDate(daysSinceEpoch: days),
      let time = ClockTime(
        hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60,
        nanosecond: rest % 1000 * 1_000_000, zone: .utc)
    else { return nil }
    return DateTime(date, time)
  }
}
