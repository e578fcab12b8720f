import FEEL
import Testing

@testable import FlowDSL

/// Working days: of the week, without holidays.
@Suite struct CalendarTests {
  static let france = """
    calendar: france
    source: C. trav. L3133-1
    week: mon-fri
    holidays:
      new-year: 01-01
      easter-monday: {easter: 1}
      labour-day: 05-01
      victory: 05-08
      ascension: {easter: 39}
      whit-monday: {easter: 50}
      national-day: 07-14
      assumption: 08-15
      all-saints: 11-01
      armistice: 11-11
      christmas: 12-25
      station-closed: 2026-12-24

    """

  private func calendar() throws -> WorkCalendar {
    let (file, diagnostics) = SyntaxReader.read(SourceText(path: "calendar.yaml", text: Self.france))
    guard case .calendar(let syntax)? = file else {
      Issue.record("\(diagnostics.map(\.code))")
      throw CancellationError()
    }
    return syntax.calendar
  }

  private func date(_ text: String) throws -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  /// Easter Sundays as published (for example by the Bureau international de l'heure and in Meeus).
  @Test(arguments: [
    "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20",
    "2026-04-05", "2027-03-28", "2038-04-25",
  ]) func easterIsOnThisDay(_ text: String) throws {
    let day = try date(text)
    #expect(CalendarDate.easter(of: day.year) == day)
  }

  /// Of any year, Easter is a Sunday from 22 March to 25 April.
  @Test func easterIsAlwaysASundayInSpring() throws {
    for year in 1583...9999 {
      let easter = try #require(CalendarDate.easter(of: year))
      #expect(easter.weekday == 7)
      #expect((3, 22) <= (easter.month, easter.day) && (easter.month, easter.day) <= (4, 25))
    }
  }

  @Test(arguments: [
    ("2026-04-03", true), ("2026-04-06", false), ("2026-05-14", false), ("2026-05-25", false),
    ("2026-07-14", false), ("2026-11-28", false), ("2026-11-30", true), ("2026-12-24", false),
    ("2027-12-24", true),
  ]) func daysAreWorkedOrNot(_ text: String, _ isWorkingDay: Bool) throws {
    #expect(try calendar().isWorkingDay(try date(text)) == isWorkingDay)
  }

  /// Two working days from Thursday before Easter end on Tuesday after it.
  @Test(arguments: [
    ("2026-04-02", 1, "2026-04-03"), ("2026-04-02", 2, "2026-04-07"), ("2026-04-04", 1, "2026-04-07"),
    ("2026-04-07", -1, "2026-04-03"), ("2026-04-06", 0, "2026-04-06"), ("2026-12-23", 1, "2026-12-28"),
  ]) func workingDaysAreCounted(_ from: String, _ days: Int, _ to: String) throws {
    #expect(try calendar().date(days, workingDaysAfter: try date(from)) == (try date(to)))
  }

  /// Counting on and back again ends where it began, on working days.
  @Test func countingBackIsCountingOnBackwards() throws {
    let calendar = try calendar()
    var random = SeededGenerator(7)
    for _ in 0..<500 {
      let day = try #require(CalendarDate(daysSinceEpoch: Int.random(in: 15_000...30_000, using: &random)))
      guard calendar.isWorkingDay(day) else { continue }
      let count = Int.random(in: 1...60, using: &random)
      let later = try #require(calendar.date(count, workingDaysAfter: day))
      #expect(calendar.isWorkingDay(later) && later > day)
      #expect(calendar.date(-count, workingDaysAfter: later) == day)
    }
  }

  private func program(_ values: String, calendar: String?) -> (program: Program?, codes: [DiagnosticCode]) {
    let flow = """
      flow: desk
      version: 1.0.0
      title: {en: Desk}
      languages: [en]
      facts: {day: {type: date}, worked: {type: boolean}, next: {type: date}}
      steps:
        - ask: which
          questions: {day: {en: Which day?}}
        - decide: days
          values: {\(values)}
        - end: done

      """
    let files =
      [SourceText(path: "desk.yaml", text: flow)]
      + (calendar.map { [SourceText(path: "calendar.yaml", text: $0)] } ?? [])
    let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: files)
    return (program, diagnostics.map(\.code))
  }

  private let values =
    "worked: 'if day = null then false else is working day(day)', next: 'if day = null then null else next working day(day)'"

  /// The calendar is part of the program: with another one it is another program.
  @Test func theCalendarIsPartOfTheProgram() throws {
    let (french, codes) = program(values, calendar: Self.france)
    #expect(codes == [])
    let (other, _) = program(values, calendar: "calendar: none\nweek: daily\n")
    #expect(try #require(french).hash != (try #require(other)).hash)
    #expect(french?.calendar?.holidays.count == 12)
    #expect(other?.calendar?.holidays == [])
  }

  @Test func withoutACalendarNothingIsCounted() {
    #expect(program(values, calendar: nil).codes.contains(.calendarMissing))
    // What a broken calendar would have said is not known: its own fault is told, and no other.
    #expect(program(values, calendar: "calendar: none\nweek: sometimes\n").codes == [.badDay])
  }

  @Test func argumentsAreDays() {
    let (_, codes) = program(
      "worked: 'is working day(\"monday\")', next: 'add working days(day, true)'", calendar: Self.france)
    #expect(codes == [.argumentType, .argumentType])
  }
}
