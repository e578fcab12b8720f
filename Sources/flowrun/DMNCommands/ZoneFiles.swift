import FEEL
import Synchronization

/// The machine's zone database and clock.
enum ZoneFiles {
  /// Lets FEEL find named zones in `/usr/share/zoneinfo` (Debian `tzdata`); without it, times in them are null.
  static func use() {
    ZoneDatabase.add { name in try? TextFile.bytes(of: folder + name) }
  }

  /// The rules of a zone by its IANA name, read once, and without telling FEEL of it; nil where this machine does not have it.
  @Sendable static func rules(_ name: String) -> ZoneRules? {
    guard !name.hasPrefix("/"), !name.contains("..") else { return nil }
    return known.withLock { known in
      if let rules = known[name] { return rules }
      let rules = (try? TextFile.bytes(of: folder + name)).flatMap { ZoneRules(tzif: $0) }
      known[name] = .some(rules)
      return rules
    }
  }

  private static let known = Mutex<[String: ZoneRules?]>([:])

  private static let folder = "/usr/share/zoneinfo/"

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
