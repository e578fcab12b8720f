import Testing

@testable import FlowDSL

/// Hours of services, as written and as compiled.
@Suite struct HoursTests {
  private static func directory(_ hours: String, more: String = "") -> SourceText {
    SourceText(
      path: "directory/local.yaml",
      text: """
        directory: local
        categories: {help: {fr: Aide, en: Help}}
        services:
          line:
            title: {fr: Ligne, en: Line}
            category: help
            hours: \(hours)
            source: example
        \(more)
        """)
  }

  private static func read(_ hours: String) -> (hours: Hours?, codes: [DiagnosticCode]) {
    let (file, diagnostics) = SyntaxReader.read(directory(hours))
    guard case .directory(let directory)? = file else { return (nil, diagnostics.map(\.code)) }
    return (directory.services.first?.hours?.hours, diagnostics.map(\.code))
  }

  private static func week(_ days: [Int: [(Int, Int)]]) -> Hours {
    .weekly(
      WeeklyHours(
        days: (0..<7).map { day in
          (days[day] ?? []).map { WeeklyHours.Span(opens: $0.0 * 60, closes: $0.1 * 60) }
        }))
  }

  @Test(
    arguments: [
      ("24/7", .always), ("\"24/7\"", .always),
      ("le matin", .words(Words(["": "le matin"]))),
      ("{fr: le matin, en: in the morning}", .words(Words(["fr": "le matin", "en": "in the morning"]))),
      ("{mon: \"09:00-12:00\"}", week([0: [(9, 12)]])),
      ("{sun: \"09:00-12:00, 14:00-18:00\"}", week([6: [(9, 12), (14, 18)]])),
      ("{sun: \"14:00-18:00,09:00 - 12:00\"}", week([6: [(9, 12), (14, 18)]])),
      ("{sat-mon: \"10:00-11:00\"}", week([0: [(10, 11)], 5: [(10, 11)], 6: [(10, 11)]])),
      (
        "{daily: \"00:00-24:00\"}", week(Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, [(0, 24)]) }))
      ),
      ("{fri: \"20:00-02:00\"}", week([4: [(20, 26)]])),
      ("{fri: \"20:00-00:00\"}", week([4: [(20, 24)]])),
    ] as [(String, Hours)])
  func areRead(_ written: String, _ expected: Hours) {
    let (hours, codes) = Self.read(written)
    #expect(codes == [])
    #expect(hours == expected)
  }

  @Test(
    arguments: [
      ("{monday: \"09:00-12:00\"}", [.badDay]), ("{mon-: \"09:00-12:00\"}", [.badDay]),
      ("{mon-fri-sat: \"09:00-12:00\"}", [.badDay]), ("{lun: \"09:00-12:00\"}", [.badDay]),
      ("{mon: \"9:00-12:00\"}", [.badHours]), ("{mon: \"09:00\"}", [.badHours]),
      ("{mon: \"09:00-25:00\"}", [.badHours]), ("{mon: \"24:00-25:00\"}", [.badHours]),
      ("{mon: \"09:60-12:00\"}", [.badHours]), ("{mon: \"09:00-09:00\"}", [.badHours]),
      ("{mon: \"09:00-12:00, 11:00-13:00\"}", [.badHours]), ("{mon: \"09:00-12:00,\"}", [.badHours]),
      ("{mon: closed}", [.badHours]), ("{mon: \"٠٩:٠٠-١٢:٠٠\"}", [.badHours]),
      ("{mon-fri: \"09:00-12:00\", wed: \"09:00-10:00\"}", [.dayTwice]),
      ("{daily: \"09:00-12:00\", fri-mon: \"09:00-10:00\"}", [.dayTwice]),
      ("{mon: [a]}", [.expectedWords]), ("{}", [.emptyValue]), ("[mon]", [.expectedWords]),
      ("{fr: le matin, mon: \"09:00-12:00\"}", []),
    ] as [(String, [DiagnosticCode])])
  func faultsAreSaid(_ written: String, _ codes: [DiagnosticCode]) {
    #expect(Self.read(written).codes == codes)
  }

  @Test(
    arguments: [
      ("Europe/Paris", true), ("UTC", true), ("America/Argentina/Ushuaia", true), ("Etc/GMT+3", true),
      ("Paris", false), ("europe/paris", false), ("Europe/", false), ("+01:00", false),
      ("../../etc/passwd", false),
    ])
  func zonesHaveTheFormOfANameOfTheDatabase(_ zone: String, _ isOne: Bool) {
    let text = Self.directory("{mon: \"09:00-12:00\"}\n    zone: \"\(zone)\"")
    #expect(SyntaxReader.read(text).diagnostics.map(\.code) == (isOne ? [] : [.badZone]))
  }

  @Test func daysOfTheSameHoursRunTogether() {
    let days = [[(9, 12)], [(9, 12)], [], [(9, 12)], [(9, 13)], [(9, 13)], [(9, 13)]]
    let week = WeeklyHours(days: days.map { $0.map { WeeklyHours.Span(opens: $0.0, closes: $0.1) } })
    #expect(week.runs.map(\.days) == [0...1, 3...3, 4...6])
  }

  /// One fault in the directory, and flows that refer to all that it declares: that fault alone is reported.
  @Test(
    arguments: [
      ("directory/local.yaml", "hours: {monday: \"09:00-12:00\"}", [.badDay]),
      ("directory/local.yaml", "hours: [", [.yamlNotUnderstood]),
      ("local.yaml", "hours: 24/7", [.misplacedFile]),
    ] as [(String, String, [DiagnosticCode])])
  func oneFaultOfTheDirectoryIsOneFault(_ path: String, _ hours: String, _ codes: [DiagnosticCode]) {
    let directory = SourceText(
      path: path,
      text: """
        directory: local
        categories: {help: {fr: Aide, en: Help}, medical: {fr: Soins, en: Care}}
        services:
          line:
            title: {fr: Ligne, en: Line}
            category: help
            source: example
            \(hours)
        """)
    let other = SourceText(
      path: "directory/other.yaml",
      text: """
        directory: other
        services:
          more: {title: {fr: Autre, en: Other}, category: help, phone: "2", source: example}
        """)
    let flows = (1...3).map { number in
      SourceText(
        path: "flow-\(number).yaml",
        text: """
          flow: flow-\(number)
          version: 1.0.0
          title: {fr: Flux, en: Flow}
          languages: [fr, en]
          facts:
            consent: {type: boolean, about: victim, see: [help]}
          steps:
            - ask: consent
              questions:
                consent: {fr: D'accord ?, en: Agreed?}
            - contact: medical
            - refer: support
              to: help
              consent: consent
              shares: [consent]
            - inform: numbers
              tell: {fr: Le numéro, en: The number}
              services: [line]
            - end: done
          needs:
            care: {title: {fr: Soins, en: Care}, when: consent = true, done: consent != null, partner: medical}
          """)
    }
    let sources = flows + [directory, other]
    #expect(FlowCompiler.checkBeyondWords(sources).map(\.code) == codes)
    let (program, diagnostics) = FlowCompiler.compile(main: "flow-1", sources: sources)
    #expect(program == nil || path == "local.yaml")
    if path != "local.yaml" { #expect(diagnostics.map(\.code) == codes) }
  }

  @Test func aFaultOfTheRolesIsOneFault() {
    let sources = [
      SourceText(path: "roles.yaml", text: "roles: {officer: [Officer]}\n"),
      SourceText(
        path: "a.yaml",
        text: """
          flow: a
          version: 1.0.0
          title: A
          languages: [fr]
          steps:
            - do: room
              by: officer
              tick: {room: Closed}
            - contact: chief
            - end: done
          """),
    ]
    #expect(FlowCompiler.checkBeyondWords(sources).map(\.code) == [.expectedWords])
  }
}
