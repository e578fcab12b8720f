import FEEL
import FlowDSL
import Testing

@testable import FlowDirectory

/// Open or closed, and when that changes, against a reference that looks at every minute of the wall clock.
@Suite struct OpeningTests {
  init() { #expect(TestZone.isReady) }

  /// Seconds since 1970 of a moment in UTC.
  static func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Int64 {
    let days = CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0
    return Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60)
  }

  static func week(_ days: [Int: [(Int, Int)]], zone: String = TestZone.paris) -> WeeklyHours {
    WeeklyHours(
      days: (0..<7).map { day in
        (days[day] ?? []).map { WeeklyHours.Span(opens: $0.0, closes: $0.1) }
      }, zone: zone)
  }

  /// Each minute of a week on the wall, Monday first: whether it lies in a span.
  private static func reference(_ week: WeeklyHours) -> [Bool] {
    var minutes = [Bool](repeating: false, count: 7 * 1440)
    for day in 0..<7 {
      for span in week.days[day] {
        for minute in span.opens..<span.closes { minutes[(day * 1440 + minute) % minutes.count] = true }
      }
    }
    return minutes
  }

  /// What the wall clock shows, by the rule of the zone written out by hand.
  private static func wall(_ moment: Int64, _ zone: String) -> (weekday: Int, minute: Int) {
    let offset: Int64
    if zone == TestZone.paris {
      offset = utc(2026, 3, 29, 1) <= moment && moment < utc(2026, 10, 25, 1) ? 7200 : 3600
    } else {
      offset = utc(2026, 4, 4, 16) <= moment && moment < utc(2026, 10, 3, 16) ? 36_000 : 39_600
    }
    let local = moment + offset
    return (Int((local / 86_400 + 3) % 7), Int(local % 86_400) / 60)
  }

  private static func randomWeek(_ random: inout SeededGenerator, zone: String) -> WeeklyHours {
    var days: [Int: [(Int, Int)]] = [:]
    for day in 0..<7 where Int.random(in: 0..<4, using: &random) > 0 {
      var spans: [(Int, Int)] = []
      var start = Int.random(in: 0..<600, using: &random)
      for _ in 0..<Int.random(in: 1...3, using: &random) where start < 1440 {
        // The night on which the clocks change is of most interest.
        let length =
          Bool.random(using: &random)
          ? Int.random(in: 1...90, using: &random) : Int.random(in: 1...600, using: &random)
        spans.append((start, min(start + length, start + 1440)))
        start += length + Int.random(in: 0..<300, using: &random)
      }
      days[day] = spans
    }
    return week(days, zone: zone)
  }

  @Test(
    arguments: [
      (TestZone.paris, utc(2026, 3, 26, 0)), (TestZone.paris, utc(2026, 10, 22, 0)),
      (TestZone.paris, utc(2026, 7, 1, 0)), (TestZone.sydney, utc(2026, 4, 1, 0)),
      (TestZone.sydney, utc(2026, 10, 1, 0)),
    ])
  func agreesWithAClockOnTheWall(_ zone: String, _ start: Int64) throws {
    var random = SeededGenerator(seed: UInt64(start))
    for round in 0..<12 {
      let week = Self.randomWeek(&random, zone: zone)
      let times = OpeningTimes(week, in: try #require(ZoneDatabase.rules(of: zone)))
      let minutes = 9 * 1440
      let reference = Self.reference(week)
      var open = [Bool](repeating: false, count: minutes)
      for minute in 0..<minutes {
        let wall = Self.wall(start + Int64(minute) * 60, zone)
        open[minute] = reference[wall.weekday * 1440 + wall.minute]
      }
      // From behind, so that the next change is known at each minute.
      var next: Int?
      for minute in (0..<minutes).reversed() {
        if minute + 1 < minutes, open[minute + 1] != open[minute] { next = minute + 1 }
        guard minute < 1440, minute % 7 == 0 else { continue }
        let change = next.flatMap { $0 - minute <= 8 * 1440 ? $0 : nil }
        let moment = start + Int64(minute) * 60
        #expect(times.isOpen(at: moment) == open[minute], "round \(round), minute \(minute), \(week)")
        #expect(
          times.nextChange(after: moment) == change.map { start + Int64($0) * 60 },
          "round \(round), minute \(minute), \(week)")
      }
    }
  }

  @Test(
    arguments: [
      // Sunday 29 March 2026: 02:00 to 03:00 is skipped; open 02:30 to 04:00 begins when the clock jumps.
      ([6: [(150, 240)]], utc(2026, 3, 29, 0, 30), .closed(opens: utc(2026, 3, 29, 1))),
      ([6: [(150, 240)]], utc(2026, 3, 29, 1), .open(until: utc(2026, 3, 29, 2))),
      // Open within the skipped hour alone: not at all on that day.
      ([6: [(130, 170)]], utc(2026, 3, 29, 0), .closed(opens: utc(2026, 4, 5, 0, 10))),
      // Sunday 25 October 2026: 02:00 to 03:00 comes twice; open 01:00 to 02:30 is open in both first halves.
      ([6: [(60, 150)]], utc(2026, 10, 24, 23), .open(until: utc(2026, 10, 25, 0, 30))),
      ([6: [(60, 150)]], utc(2026, 10, 25, 0, 30), .closed(opens: utc(2026, 10, 25, 1))),
      ([6: [(60, 150)]], utc(2026, 10, 25, 1), .open(until: utc(2026, 10, 25, 1, 30))),
      // Past midnight, from Saturday into Sunday.
      ([5: [(1200, 1560)]], utc(2026, 7, 4, 23), .open(until: utc(2026, 7, 5, 0))),
      ([5: [(1200, 1560)]], utc(2026, 7, 5, 0), .closed(opens: utc(2026, 7, 11, 18))),
      // From day to day without a gap.
      ([0: [(1080, 1440)], 1: [(0, 480)]], utc(2026, 7, 6, 20), .open(until: utc(2026, 7, 7, 6))),
      ([:], utc(2026, 7, 6, 20), .closed(opens: nil)),
    ] as [([Int: [(Int, Int)]], Int64, Opening)])
  func onTheDaysThatMatter(_ days: [Int: [(Int, Int)]], _ moment: Int64, _ expected: Opening) {
    let service = Service(
      name: "a", title: Words(["": "A"]), categories: ["help"], hours: .weekly(Self.week(days)),
      source: "example")
    #expect(service.opening(at: moment, zones: ZoneDatabase.rules(of:)) == expected)
  }

  @Test func whatNeverCloses() {
    let days = Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, [(0, 1440)]) })
    for hours in [Hours.always, .weekly(Self.week(days))] {
      let service = Service(
        name: "a", title: Words(["": "A"]), categories: ["help"], hours: hours, source: "example")
      #expect(
        service.opening(at: Self.utc(2026, 3, 28, 12), zones: ZoneDatabase.rules(of:)) == .open(until: nil))
    }
  }

  @Test(
    arguments: [nil, .words(Words(["": "mornings"])), .weekly(week([0: [(0, 60)]], zone: "No/Where"))]
      as [Hours?])
  func whatCannotBeComputedIsUnknown(_ hours: Hours?) {
    let service = Service(
      name: "a", title: Words(["": "A"]), categories: ["help"], hours: hours, source: "example")
    #expect(service.opening(at: 0, zones: ZoneDatabase.rules(of:)) == .unknown)
  }
}
