import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// An hour that the clocks of the place have twice is asked about; one over which they are put forward is refused, in words.
@Suite struct LocalHourTests {
  /// What the tool, in central European time, records and says of a moment typed so.
  private func typed(_ lines: String..., language: Language = .english) throws -> (
    value: String?, said: String
  ) {
    let folder = try TestFolder()
    try """
    flow: since
    version: 1.0.0
    title: {fr: Depuis, en: Since}
    languages: [fr, en]
    facts: {since: {type: date and time, title: {fr: Depuis, en: Since}}}
    steps:
      - ask: since
        by: officer
        title: {fr: Depuis, en: Since}
        questions: {since: {fr: Depuis quand ?, en: Since when?}}
      - end: done
        title: {fr: Fini, en: Done}
    roles: {officer: {fr: Agent, en: Officer}}

    """.write(toFile: folder.path + "/since.yaml", atomically: true, encoding: .utf8)
    let tool = try Tool(protocols: folder.path)
    let run = try tool.run(
      "run", "since", "--role", "officer", "--language", language.rawValue,
      typed: lines.joined(separator: "\n") + "\n")
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    guard let record = try journal.records().first else { return (nil, run.text.unwrapped) }
    return (try journal.stored(record).state.fact("since")?.value.text, run.text.unwrapped)
  }

  @Test func anHourThatComesTwiceIsAskedAbout() throws {
    let twice = try typed("25/10/2026 02:30")
    #expect(twice.value == nil || twice.value == "null")
    #expect(
      twice.said.contains(
        "For the first, type 25/10/2026 02:30+02:00; for the second, 25/10/2026 02:30+01:00."),
      "\(twice.said)")
    let french = try typed("25/10/2026 02:30", language: .french).said
    #expect(french.contains("vient deux fois cette nuit-là"), "\(french)")
    #expect(try typed("25/10/2026 02:30+02:00").value == "2026-10-25T02:30:00+02:00")
    #expect(try typed("25/10/2026 02:30", "25/10/2026 2h30 +01:00").value == "2026-10-25T02:30:00+01:00")
    #expect(try typed("25/10/2026 03:30").value == "2026-10-25T03:30:00+01:00")
  }

  @Test func anHourThatDoesNotExistIsRefusedInWords() throws {
    let skipped = try typed("29/03/2026 02:30", "29/03/2026 03:30")
    #expect(skipped.value == "2026-03-29T03:30:00+02:00")
    #expect(
      skipped.said.contains("does not exist: at that hour the clocks are put forward"), "\(skipped.said)")
    #expect(try typed("31/02/2026 02:30").said.contains("there is no such day or hour"))
  }
}
