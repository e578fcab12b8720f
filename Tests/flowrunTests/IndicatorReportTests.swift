import FlowIndicators
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// `flowrun report`: figures of journals by place and month, small ones hidden, nothing uncounted left unsaid.
@Suite struct IndicatorReportTests {
  private static let period = ["--from", "2026-01", "--until", "2026-03"]

  /// Two places, three months; in the south few come in February, and fewer are referred.
  private func journals() throws -> CountedJournals {
    let made = try CountedJournals()
    try made.add(6, "agrees: true, heard: true", at: "2026-01-12T10:00:00+01:00", to: "north.db")
    try made.add(7, "agrees: false, heard: false", at: "2026-01-13T10:00:00+01:00", to: "north.db")
    // Half past midnight on 1 February, in France.
    try made.add(9, "agrees: true, heard: true", at: "2026-01-31T23:30:00Z", to: "north.db")
    try made.add(8, "agrees: false", at: "2026-02-10T10:00:00+01:00", to: "north.db")
    try made.add(12, "agrees: true, heard: false", at: "2026-03-02T10:00:00+01:00", to: "north.db")
    try made.add(5, "agrees: false, heard: true", at: "2026-03-02T11:00:00+01:00", to: "north.db")
    try made.add(8, "agrees: true, heard: true", at: "2026-01-20T10:00:00+01:00", to: "south.db")
    try made.add(6, "agrees: false, heard: true", at: "2026-01-20T11:00:00+01:00", to: "south.db")
    try made.add(2, "agrees: true, heard: true", at: "2026-02-20T10:00:00+01:00", to: "south.db")
    try made.add(7, "agrees: false", at: "2026-02-21T10:00:00+01:00", to: "south.db")
    try made.add(11, "agrees: true, heard: false", at: "2026-03-20T10:00:00+01:00", to: "south.db")
    try made.add(9, "agrees: false, heard: true", at: "2026-03-21T10:00:00+01:00", to: "south.db")
    // Out of the period, of another flow, of an older version, and one that cannot be read.
    try made.add(3, "agrees: true, heard: true", at: "2025-12-31T22:00:00Z", to: "south.db")
    try made.addOther(at: "2026-02-01T10:00:00+01:00", to: "south.db")
    try made.addOlder("agrees: true", at: "2026-01-05T10:00:00+01:00", to: "south.db")
    try made.addDamaged("BROKEN-1", to: "south.db")
    return made
  }

  private func report(_ made: CountedJournals, _ arguments: [String]) throws -> Tool.Output {
    let places = ["--place", "Nord=" + made.path("north.db"), "--place", "Sud=" + made.path("south.db")]
    let running = try made.tool.start(["report"] + places + Self.period + arguments)
    return running.finish()
  }

  @Test("The tables as they are published", arguments: Language.allCases)
  func text(language: Language) throws {
    let made = try journals()
    let published = try report(made, ["--language", language.rawValue])
    #expect(published.status == 0, "\(published.errors)")
    #expect(published.errors.contains("BROKEN-1"))
    let inside = try report(made, ["--internal", "--language", language.rawValue])
    #expect(inside.status == 0, "\(inside.errors)")
    try Golden.expect(
      published.text + "----\n" + inside.text, "report.\(language.rawValue).txt")
  }

  @Test("The figures as a table for programs")
  func table() throws {
    let made = try journals()
    let output = try report(made, ["--format", "csv"])
    #expect(output.status == 0, "\(output.errors)")
    try Golden.expect(output.text.replacing("\r\n", with: "\n"), "report.csv.txt")
    #expect(output.text.utf8.count { $0 == 13 } == output.text.utf8.count { $0 == 10 })
    // What has no room in the table is told beside it.
    #expect(output.errors.contains("1 case that cannot be read"))
    #expect(output.errors.contains("indicators.yaml: "))
    #expect(output.errors.contains("To be approved before use."))
    #expect(output.errors.contains("ii  Heard, they say\n  Left out: fewer than 5 cases"))
    #expect(!output.errors.contains("v  Referred"))
    #expect(!output.errors.contains("NOT FOR PUBLICATION"))
  }

  @Test("What is not for publication says so in every format")
  func internalSaysSo() throws {
    let made = try journals()
    let text = try report(made, ["--internal"])
    #expect(text.text.hasPrefix("NOT FOR PUBLICATION"))
    let csv = try report(made, ["--internal", "--format", "csv"])
    #expect(csv.errors.contains("NOT FOR PUBLICATION"))
    let lines = csv.text.split(separator: "\r\n").map { $0.split(separator: ",").last }
    #expect(lines.first == "publication")
    #expect(Set(lines.dropFirst()) == ["false"])
    let json = try JSONSerialization.jsonObject(
      with: Data(try report(made, ["--internal", "--format", "json"]).text.utf8))
    let value = try #require(json as? [String: Any])
    #expect(value["publication"] as? Bool == false)
    #expect(value["notice"] as? String == "To be approved before use.")
  }

  @Test("Text, CSV and JSON show and hide the same")
  func formatsAgree() throws {
    let made = try journals()
    let json = try report(made, ["--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    #expect(value["publication"] as? Bool == true)
    #expect(value["cases"] as? Int == 91)
    #expect(value["unreadable"] as? Int == 1)
    #expect(value["others"] is NSNull)
    let counts = try #require(value["counts"] as? [[String: Any]])
    #expect(counts.map { $0["number"] as? String } == ["v", "ii", "iii"])
    // One: too few to be numbered.
    #expect(counts.map { $0["untold"] as? Int } == [0, nil, 0])
    var figures: [String] = []
    for count in counts {
      for figure in try #require(count["figures"] as? [[String: Any]]) {
        let names = [count["number"], figure["place"], figure["month"]].map { $0 as? String ?? "" }
        let numbers = [figure["events"], figure["cases"]].map { ($0 as? Int).map { String($0) } ?? "" }
        figures.append((names + numbers).joined(separator: ","))
      }
    }
    let lines = try report(made, ["--format", "csv"]).text.split(separator: "\r\n").dropFirst()
    let csv = lines.map { line -> String in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return (fields.prefix(1) + fields.suffix(5).dropLast()).joined(separator: ",")
    }
    #expect(csv == figures)
    // A small figure is nowhere: two of the nine of February in the south were referred.
    #expect(!csv.contains("v,Sud,2026-02,2,9"))
    #expect(try report(made, ["--internal", "--format", "csv"]).text.contains("Sud,2026-02,2,9"))
  }

  @Test("A case that was handed over by export and import is counted once")
  func countedOnce() throws {
    let made = try CountedJournals()
    try made.add(6, "agrees: true, heard: true", at: "2026-01-12T10:00:00+01:00", to: "north.db")
    try made.add(5, "agrees: false", at: "2026-01-12T10:00:00+01:00", to: "south.db")
    let name = try #require(try made.records(of: "north.db").first?.identifier)
    try made.handOver(name, from: "north.db", to: "south.db")
    let output = try report(made, ["--internal", "--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
    #expect(value["cases"] as? Int == 11)
    #expect(value["repeated"] as? Int == 1)
    let text = try report(made, []).text
    #expect(text.contains("Counted once: 1 case"))
    // All who answered were heard: nothing of that is shown.
    #expect(text.contains("Nothing of this can be shown"))
  }

  private struct Totals: Equatable {
    let cases: Int
    let repeated: Int
    let unreadable: Int
  }

  /// Of the journals of these places.
  private func totals(_ made: CountedJournals, _ journals: [String]) throws -> (Totals, errors: String) {
    let places = journals.flatMap { ["--place", "\($0)=" + made.path($0)] }
    let output = try made.tool.start(
      ["report", "--internal", "--format", "json"] + places + Self.period
    ).finish()
    let json = try JSONSerialization.jsonObject(with: Data(output.text.utf8))
    let value = try #require(json as? [String: Any], "\(output.errors)")
    func number(_ key: String) throws -> Int { try #require(value[key] as? Int) }
    return (
      Totals(
        cases: try number("cases"), repeated: try number("repeated"), unreadable: try number("unreadable")),
      output.errors
    )
  }

  @Test("Of a case in three journals one is said, of a case outside the period none")
  func repeatedAreCases() throws {
    let made = try CountedJournals()
    try made.add(2, "agrees: true", at: "2026-01-12T10:00:00+01:00", to: "a.db")
    try made.add(1, "agrees: true", at: "2025-11-12T10:00:00+01:00", to: "a.db")
    for journal in ["b.db", "c.db"] {
      try made.add(1, "agrees: true", at: "2026-02-12T10:00:00+01:00", to: journal)
    }
    let records = try made.records(of: "a.db")
    for record in records where record.identifier != records[1].identifier {
      for journal in ["b.db", "c.db"] { try made.handOver(record.identifier, from: "a.db", to: journal) }
    }
    let (totals, errors) = try totals(made, ["a.db", "b.db", "c.db"])
    #expect(totals == Totals(cases: 4, repeated: 1, unreadable: 0), "\(errors)")
  }

  @Test("A damaged copy does not take a case out of the count, however far it says it has come")
  func damagedCopy() throws {
    let made = try CountedJournals()
    try made.add(2, "agrees: true", at: "2026-01-12T10:00:00+01:00", to: "good.db")
    let records = try made.records(of: "good.db")
    for record in records {
      try made.addDamaged(
        record.identifier, opened: record.opened, entries: record.head.sequence + 4, to: "bad.db")
      try made.addDamaged(
        record.identifier, opened: record.opened, entries: record.head.sequence, to: "worse.db")
    }
    // Damaged in both: one case.
    for journal in ["bad.db", "worse.db"] { try made.addDamaged("BROKEN-1", to: journal) }
    for journals in [["bad.db", "worse.db", "good.db"], ["good.db", "worse.db", "bad.db"]] {
      let (totals, errors) = try totals(made, journals)
      #expect(totals == Totals(cases: 2, repeated: 2, unreadable: 1), "\(errors)")
      for record in records { #expect(errors.contains(record.identifier)) }
    }
  }

  @Test(
    "What cannot be reported is said",
    arguments: [
      (["--from", "2026-1"], ToolStatus.usage, "2026-1"),
      (["--from", "2026-05", "--until", "2026-04"], .usage, "before it begins"),
      (["--from", "2020-01", "--until", "2026-04"], .usage, "36 months"),
      (["--until", "9999-01"], .usage, "is not over"),
      (["--place", "north.db"], .usage, "an equals sign"),
      (["--place", "=north.db"], .usage, "an equals sign"),
      (["--place", "A=north.db", "--place", "A=south.db"], .usage, "Two places"),
      (["--place", "A=north.db", "--place", " A\u{A0}=south.db"], .usage, "Two places"),
      (["--place", "A=north.db", "--place", "B=./north.db"], .usage, "the same journal"),
      (["--place", "@SUM(1)=north.db"], .usage, "on one line"),
      (["--place", "A\nB=north.db"], .usage, "on one line"),
      (["--place", "A\tB=north.db"], .usage, "on one line"),
      (["--place", "A\u{2028}B=north.db"], .usage, "on one line"),
      (["--place", "A\u{202E}B=north.db"], .usage, "on one line"),
      (["--until", "0001-03"], .usage, "is no month"),
      (["--place", "A=none.db"], .noInput, "none.db"),
      (["--place", "A=north.db", "--journal", "south.db"], .usage, "--journal"),
      ([], .noInput, "journal.db"),
      (["--place", "A=text.db"], .data, "text.db"),
      (["--protocols", "empty"], .noInput, "indicators.yaml"),
      (["--protocols", "faulty"], .data, "nearest"),
    ])
  func failures(arguments: [String], status: ToolStatus, words: String) throws {
    let made = try CountedJournals()
    let files = FileManager.default
    try "not a journal, though longer than the head of one would be".write(
      toFile: made.path("text.db"), atomically: true, encoding: .utf8)
    for folder in ["empty", "faulty"] {
      try files.createDirectory(atPath: made.path(folder), withIntermediateDirectories: true)
      try CountedJournals.desk.write(
        toFile: made.path(folder) + "/desk.yaml", atomically: true, encoding: .utf8)
    }
    try CountedJournals.indicators.replacing("heard = true", with: "nearest = true").write(
      toFile: made.path("faulty") + "/indicators.yaml", atomically: true, encoding: .utf8)
    try made.add(1, "agrees: true", at: "2026-01-12T10:00:00+01:00", to: "north.db")
    let output = try made.tool.start(["report"] + arguments).finish()
    #expect(output.status == status.rawValue, "\(output.errors)")
    #expect(output.errors.contains(words), "\(output.errors)")
    #expect(output.text.isEmpty)
  }

  @Test("Without a period: twelve whole months, or up to the month named")
  func periods() throws {
    let now = Instant(milliseconds: 1_782_856_800_000)
    func named(_ from: String?, _ until: String?, isInternal: Bool = false) throws -> [String] {
      let period = try ReportPeriod.period(from: from, until: until, now: now, isInternal: isInternal)
      return [period.first.description, period.last.description]
    }
    #expect(try named(nil, nil) == ["2025-07", "2026-06"])
    #expect(try named("2026-02", nil) == ["2026-02", "2026-06"])
    #expect(try named(nil, "2025-12") == ["2025-01", "2025-12"])
    #expect(try named("2026-07", "2026-07", isInternal: true) == ["2026-07", "2026-07"])
    #expect(throws: Failure.self) { try named("2026-07", "2026-07") }
    #expect(throws: Failure.self) { try named("2023-06", "2026-06") }
    #expect(try named("2023-07", "2026-06") == ["2023-07", "2026-06"])
    #expect(try named("9999-01", "9999-12", isInternal: true) == ["9999-01", "9999-12"])
    #expect(throws: Failure.self) { try named(nil, "0001-11") }
    #expect(try named(nil, "0001-12") == ["0001-01", "0001-12"])
  }

  @Test("A place has its name without the spaces around it")
  func placeNames() {
    #expect(ReportPlace("  Nord est = n=1.db") == ReportPlace(name: "Nord est", journal: " n=1.db"))
    #expect(ReportPlace(" \u{3000}=north.db") == nil)
  }

  @Test("Places that do not fit beside one another follow below")
  func manyPlaces() throws {
    let table = CountTable(rows: (1...14).map { "Station \($0)" }, columns: ["2026-01"]) { row, _ in
      Cell(events: row, cases: 100) ?? Cell()
    }
    let grid = IndicatorGrid(.events(table.unprotected()), words: try Wording(.english))
    let lines = grid.lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
    #expect(lines.allSatisfy { $0.count <= 78 })
    #expect(lines.filter { $0.isEmpty }.count == 2)
    #expect(lines.joined().contains("Station 14"))
    #expect(lines.filter { $0.hasPrefix("2026-01") }.joined().contains("13/100"))
    #expect(lines.filter { $0.hasPrefix("Total") }.joined().contains("91/1400"))
  }
}
