import FEEL
import Testing

@testable import FlowRuntime

@Suite struct InstantTests {
  /// Moments as milliseconds; those past 64 bits of them stand at the ends.
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-03-05T21:00:00+01:00", 1_772_740_800_000),
      ("2026-03-05T20:00:00", 1_772_740_800_000), ("1969-12-31T23:59:59.250Z", -750),
      ("999999999-12-31T23:59:59Z", Int64.max), ("-999999999-01-01T00:00:00Z", Int64.min),
    ] as [(String, Int64)]) func momentIsThisInstant(_ text: String, _ milliseconds: Int64) throws
  {
    let value = try #require(Value(temporal: text))
    #expect(value.instant == Instant(milliseconds: milliseconds))
  }

  @Test func whatIsNoMomentHasNone() {
    #expect(Value.boolean(true).instant == nil)
  }

  @Test(arguments: [
    (Int64.max - 5, Int64(10), Int64.max), (.min + 5, -10, .min), (.max, -1, .max - 1), (1, 2, 3),
  ]) func timeStandsAtItsEnds(from: Int64, by length: Int64, to: Int64) {
    #expect(Instant(milliseconds: from).advanced(by: length) == Instant(milliseconds: to))
  }

  /// A journal that was tampered with may name the ends of what 64 bits hold.
  @Test(arguments: [
    (Int64.min, Int64(-9_223_372_036_854_776)), (-1001, -2), (-1000, -1), (-1, -1), (0, 0), (999, 0),
    (1000, 1), (.max, 9_223_372_036_854_775),
  ]) func secondsAreThoseThatHadBegun(milliseconds: Int64, seconds: Int64) {
    #expect(Instant(milliseconds: milliseconds).seconds == seconds)
  }

  @Test(arguments: [
    (Int64(3), Int64(5), Int64(2)), (5, 3, -2), (.min, .max, .max), (.max, .min, -.max), (0, .min, -.max),
    (0, .max, .max),
  ]) func distanceHasNoOverflow(from: Int64, to: Int64, distance: Int64) {
    #expect(Instant(milliseconds: from).distance(to: Instant(milliseconds: to)) == distance)
  }
}
