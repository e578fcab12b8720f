import FlowIndicators
import FlowRuntime
import Testing

/// Months are those of the clock on the wall in France, on whatever machine.
@Suite struct MonthTests {
  @Test(
    arguments: [
      // 2026-01-31T22:59:59Z and a second later: winter time is an hour ahead.
      (1_769_900_399_999, "2026-01"), (1_769_900_400_000, "2026-02"),
      // 2026-06-30T21:59:59Z and a second later: summer time is two.
      (1_782_856_799_999, "2026-06"), (1_782_856_800_000, "2026-07"),
      // 2025-12-31T23:00:00Z is the new year.
      (1_767_222_000_000, "2026-01"), (1_767_221_999_999, "2025-12"),
      // The end of March and of October, when the clocks change on their last Sunday.
      (1_774_994_399_999, "2026-03"), (1_774_994_400_000, "2026-04"),
      (1_793_487_599_999, "2026-10"), (1_793_487_600_000, "2026-11"),
      (-1, "1970-01"), (-3_600_001, "1969-12"),
      // The calendar has four digits for a year: what lies outside is held at its ends.
      (253_402_297_199_999, "9999-12"), (253_402_297_200_000, "9999-12"), (.max, "9999-12"),
      (-62_135_600_400_000, "0001-01"), (-62_135_600_400_001, "0001-01"), (.min, "0001-01"),
    ] as [(Int64, String)])
  func ofAMoment(_ milliseconds: Int64, _ month: String) {
    #expect(Month(Instant(milliseconds: milliseconds)).description == month)
  }

  @Test(
    arguments: [
      "2026-1", "2026-13", "2026-00", "26-01", "2026-01-01", "2026/01", "", "-026-01", "2026-0a", "+026-01",
      "0000-01", "٢٠٢٦-٠١",
    ])
  func whatIsNone(_ text: String) { #expect(Month(text) == nil) }

  @Test func oneAfterTheOther() throws {
    let november = try #require(Month("2025-11"))
    let february = try #require(november.advanced(by: 3))
    #expect(february.description == "2026-02")
    #expect(november.advanced(by: -11)?.description == "2024-12")
    let period = try #require(Period(from: november, until: february))
    #expect(period.count == 4)
    #expect(period.months.map(\.description) == ["2025-11", "2025-12", "2026-01", "2026-02"])
    #expect(period.months.map { period.index(of: $0) } == [0, 1, 2, 3])
    let march = try #require(Month("2026-03"))
    let october = try #require(Month("2025-10"))
    #expect(period.index(of: march) == nil)
    #expect(period.index(of: october) == nil)
    #expect(Period(from: november, until: october) == nil)
  }

  @Test func noMonthIsOutsideTheCalendar() throws {
    let first = try #require(Month("0001-01"))
    let last = try #require(Month("9999-12"))
    for months in [1, 12, .max] {
      #expect(last.advanced(by: months) == nil)
      #expect(first.advanced(by: -months) == nil)
    }
    #expect(first.advanced(by: .min) == nil)
    #expect(first.advanced(by: 9999 * 12 - 1) == last)
    #expect(Period(from: first, until: last)?.count == 9999 * 12)
    let beginning = Period(yearBefore: Instant(milliseconds: .min))
    #expect(beginning.months == [first])
  }

  @Test func theYearBefore() {
    // 2026-01-31T23:30:00Z: in France it is February.
    let period = Period(yearBefore: Instant(milliseconds: 1_769_902_200_000))
    #expect([period.first.description, period.last.description] == ["2025-02", "2026-01"])
    #expect(period.months.count == 12)
  }
}
