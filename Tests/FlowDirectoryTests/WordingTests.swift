import FlowDSL
import Testing

@testable import FlowDirectory

/// Services in words: all that is said comes from the catalogue of the language.
@Suite struct WordingTests {
  @Test(
    arguments: [
      ("fr", ["00 01", "SMS 114"], "1,2 km", "lun.–ven. 09:00–12:00, 14:00–24:00"),
      ("en", ["00 01", "SMS 114"], "1.2 km", "Mon–Fri 09:00–12:00, 14:00–24:00"),
      ("ar", ["00 01", "برسالة نصية: 114"], "1,2 كم", "الاثنين–الجمعة 09:00–12:00، 14:00–24:00"),
    ])
  func inTheLanguage(_ language: String, _ numbers: [String], _ distance: String, _ hours: String) throws {
    let wording = try ServiceWording(language: language)
    let day = [(540, 720), (840, 1440)].map { WeeklyHours.Span(opens: $0.0, closes: $0.1) }
    let week = WeeklyHours(days: (0..<7).map { $0 < 5 ? day : [] })
    let service = Service(
      name: "one", title: Words(["": "One"]), categories: ["help"], phone: "00 01", sms: "114",
      hours: .weekly(week), source: "example")
    #expect(wording.numbers(service) == numbers)
    #expect(wording.distance(1249) == distance)
    #expect(wording.hours(.weekly(week)) == hours)
  }
}
