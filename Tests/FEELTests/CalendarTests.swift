import FEEL
import Testing

@Suite("Calendar")
struct CalendarTests {
  @Test func everyDayOfManyYearsIsCountedOnce() throws {
    var expected = try #require(CalendarDate(year: 1895, month: 1, day: 1)).daysSinceEpoch
    for year in 1895...2105 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.daysSinceEpoch == expected)
          #expect(CalendarDate(daysSinceEpoch: expected) == date)
          #expect(date.weekday == ((expected + 3) % 7 + 7) % 7 + 1)
          expected += 1
        }
      }
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.daysSinceEpoch == 11_017)
  }

  @Test func farYears() throws {
    for year in [-999_999_999, -401, -400, -1, 0, 1, 400, 999_999_999] {
      let date = try #require(CalendarDate(year: year, month: 2, day: 28))
      #expect(CalendarDate(daysSinceEpoch: date.daysSinceEpoch) == date)
    }
    #expect(CalendarDate(daysSinceEpoch: .max) == nil)
    #expect(CalendarDate(daysSinceEpoch: .min) == nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func weeksOfTheYear() throws {
    for (year, month, day, week) in [
      (2005, 1, 1, 53), (2005, 1, 3, 1), (2007, 12, 31, 1), (2008, 12, 29, 1), (2009, 12, 31, 53),
      (2010, 1, 3, 53),
    ] {
      #expect(try #require(CalendarDate(year: year, month: month, day: day)).weekOfYear == week)
    }
  }

  @Test func textsThatAreNoMoment() {
    for text in [
      "2026-13-01", "2026-02-30", "26-01-01", "02026-01-01", "-0000-01-01", "2026-1-1", "24:00:00",
      "12:60:00", "12:00",
      "2026-01-01T25:00:00", "2026-01-01T00:00:00+19:00", "12:00:00@Nowhere/Town", "P", "PT", "P1", "1D",
      "P1Y1D", "P1H",
      "PT1D", "P1M2Y", "P-1D", "PT1.S", "P99999999999999999999D", "", "--", "12:00:00.", "2026-01-01Z",
    ] {
      #expect(throws: CompilationFailure.self, "\(text)") {
        try FEELCompiler.compile(expression: "@\"\(text)\"", in: Scope([]))
      }
    }
  }

  @Test func textsOfMomentsComeBack() throws {
    for text in [
      "2026-05-01", "-0044-03-15", "999999999-12-31", "09:30:00", "09:30:00.123456789", "09:30:00Z",
      "09:30:00-03:30",
      "09:30:00@Etc/UTC", "2026-05-01T09:30:00+01:00", "P1D", "-P1DT2H3M4.5S", "PT0S", "P1Y2M", "-P3M", "P0M",
      "PT0.001S",
      "-PT0.5S",
    ] {
      let compiled = try FEELCompiler.compile(expression: "@\"\(text)\"", in: Scope([]))
      #expect(compiled.evaluate([]).description == text)
    }
  }
}
