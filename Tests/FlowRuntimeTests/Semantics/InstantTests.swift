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

  @Test func timeStandsAtItsEnd() {
    #expect(Instant(milliseconds: .max - 5).advanced(by: 10) == Instant(milliseconds: .max))
    #expect(Value.boolean(true).instant == nil)
  }
}
