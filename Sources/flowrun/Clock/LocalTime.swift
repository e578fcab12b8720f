import FlowDSL
import FlowRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A moment as this machine's clock on the wall shows it, to the minute.
///
/// The local zone is applied here and nowhere else: entries hold instants, and the offset that was applied.
struct LocalTime: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  /// Seconds east of UTC at that moment.
  var offset: Int

  /// The local time of an instant.
  init(_ instant: Instant) {
    var seconds = time_t(instant.seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    self.init(parts)
  }

  /// The moments that a person may mean who types a local time, the first before: none where the clocks skip it, or where there is
  /// no such day; two in the hour that comes twice, when they are put back.
  static func all(year: Int, month: Int, day: Int, hour: Int, minute: Int) -> [LocalTime] {
    guard 1900...9999 ~= year, 1...12 ~= month, 1...31 ~= day, 0...23 ~= hour, 0...59 ~= minute else {
      return []
    }
    var found: [LocalTime] = []
    for isSummerTime: Int32 in [-1, 1, 0] {
      var parts = tm()
      parts.tm_year = Int32(year - 1900)
      parts.tm_mon = Int32(month - 1)
      parts.tm_mday = Int32(day)
      parts.tm_hour = Int32(hour)
      parts.tm_min = Int32(minute)
      parts.tm_isdst = isSummerTime
      var seconds = mktime(&parts)
      var settled = tm()
      localtime_r(&seconds, &settled)
      let time = LocalTime(settled)
      let isTyped = (time.month, time.day, time.hour, time.minute) == (month, day, hour, minute)
      if isTyped, !found.contains(time) { found.append(time) }
    }
    return found.sorted { $0.offset > $1.offset }
  }

  private init(_ parts: tm) {
    year = Int(parts.tm_year) + 1900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
    hour = Int(parts.tm_hour)
    minute = Int(parts.tm_min)
    offset = Int(parts.tm_gmtoff)
  }

  /// How far the clocks are ahead of UTC at that moment, as entries bear it.
  var utcOffset: UTCOffset { UTCOffset(minutes: offset / 60) ?? .utc }

  /// `24/11/2026`.
  var date: String { "\(day.twoDigits)/\(month.twoDigits)/\(year)" }

  /// `14:30`.
  var time: String { "\(hour.twoDigits):\(minute.twoDigits)" }

  /// `24/11/2026 14:30`.
  var moment: String { date + " " + time }

  /// Whether both are on the same day.
  func isSameDay(as other: LocalTime) -> Bool {
    (year, month, day) == (other.year, other.month, other.day)
  }
}
