import ArgumentParser
import FlowDirectory
import FlowRuntime

/// From where, when and in which language a service is looked for.
struct SearchOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("position")],
    help: ArgumentHelp(
      "Where: latitude and longitude in degrees, 47.50,2.50. Default: FLOWRUN_POSITION.",
      valueName: "latitude,longitude"))
  var at: String?
  @Option(
    help: ArgumentHelp("When: 2026-11-24T03:05, in local time. Default: now.", valueName: "moment"))
  var time: String?
  @Option(
    help: ArgumentHelp("A language that the service has to speak: ar, pt, uk ….", valueName: "code"))
  var speaks: String?

  /// Where; `nil` where it is not said.
  func position(_ environment: [String: String]) throws(Failure) -> GeographicPosition? {
    try PositionOption.position(at, environment)
  }

  /// When.
  func moment() throws(Failure) -> Instant {
    let now = SystemClock.now()
    guard let time else { return now }
    guard let moment = Self.instant(time, today: LocalTime(now)) else {
      throw Failure(.badMoment, .usage, ["found": time])
    }
    return moment
  }

  /// A moment as typed: local, unless it carries `Z` or an offset.
  private static func instant(_ text: String, today: LocalTime) -> Instant? {
    var local = text
    var offset: Int?
    if text.hasSuffix("Z") {
      local.removeLast()
      offset = 0
    } else if text.count > 6 {
      let end = text.suffix(6)
      let parts = end.dropFirst().split(separator: ":").compactMap { Int($0) }
      if let sign = end.first, "+-".contains(sign), parts.count == 2, text.contains("T") {
        local.removeLast(6)
        offset = (sign == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60)
      }
    }
    guard let moment = try? MomentReading.dateAndTime(local, today: today) else { return nil }
    let seconds =
      Int64(moment.date.daysSinceEpoch) * 86_400
      + Int64(moment.time.hour * 3600 + moment.time.minute * 60) - Int64(offset ?? moment.zone.offset ?? 0)
    return Instant(milliseconds: seconds * 1000)
  }
}
