import FlowRuntime
import Testing

@testable import flowrun

/// A case made in one place is the same wherever it is read again, also where no zone is known.
@Suite struct PlaceTests {
  static let flow = """
    flow: place
    version: 1.0.0
    title: {fr: Lieu, en: Place}
    languages: [fr, en]
    facts:
      name: {type: text}
      day: {type: date}
      hour: {type: number}
      offset: {type: days and time duration}
    steps:
      - ask: who
        questions: {name: {fr: Qui ?, en: Who?}}
      - decide: times
        values: {day: today(), hour: now().hour, offset: now().time offset}
      - end: done

    """

  @Test func aJournalOfParisReplaysWhereNoZoneIsKnown() throws {
    var tool = try Tool(protocols: nil)
    try TextFile.write(Self.flow, to: tool.folder + "/place.yaml", replacing: true)
    let walked = try tool.run("run", "place.yaml", "--language", "en", typed: "Someone\n")
    #expect(walked.status == 0, "\(walked.errors)")
    let listed = try tool.run("cases", "--all", "--format", "json").text
    let name = try #require(listed.firstMatch(of: /"case": ?"([A-Z0-9-]+)"/)?.output.1).description
    let shown = try tool.run("show", name, "--format", "json")
    #expect(shown.text.contains("\"offset\""), "\(shown.text) \(shown.errors)")
    for zone in ["America/New_York", "AEST-10", "UTC0"] {
      tool.environment["TZ"] = zone
      tool.environment["TZDIR"] = tool.folder
      let replayed = try tool.run("replay", "--all", "--language", "en")
      #expect(replayed.status == 0, "\(zone): \(replayed.text) \(replayed.errors)")
      let again = try tool.run("show", name, "--format", "json")
      #expect(again.text == shown.text, "\(zone)")
    }
  }
}
