import Foundation
import Testing

@testable import flowrun

/// `flowrun test --coverage`: what no scenario walks, by name and by place.
@Suite struct CoverageTests {
  static let flow = """
    flow: small
    version: 1.0.0
    title: Small
    languages: [en]
    facts: {weapon: boolean, fear: boolean, level: {type: [low, high]}, days: number}
    steps:
      - ask: first
        questions: {weapon: {en: Weapon?}, fear: {en: Fear?}}
      - assess: level
        risk: {weapon: 3, fear: 1}
        unknown: as risk
        level:
          - [score >= 3, high]
          - ["-", low]
      - do: seize
        when: level = "high"
        tick: {done: Done}
      - decide: days
        on: [level]
        outputs: [days]
        rules:
          - ['"high"', 1]
          - ['"low"', 7]
        then:
          - {when: days = 1, go: urgent}
          - {else: closed}
      - end: closed
      - end: urgent

    """

  private func tool(_ scenario: String) throws -> Tool {
    let tool = try Tool(protocols: nil)
    try FileManager.default.createDirectory(
      atPath: tool.folder + "/station/scenarios", withIntermediateDirectories: true)
    try Self.flow.write(toFile: tool.folder + "/station/small.yaml", atomically: true, encoding: .utf8)
    try Self.flow.replacingOccurrences(of: "flow: small", with: "flow: alone").write(
      toFile: tool.folder + "/station/alone.yaml", atomically: true, encoding: .utf8)
    try ("scenario: s\nflow: small\n" + scenario).write(
      toFile: tool.folder + "/station/scenarios/s.yaml", atomically: true, encoding: .utf8)
    return tool
  }

  @Test("Steps, branches, rows and factors that nothing walks are named with file and line")
  func gaps() throws {
    let output = try tool("otherwise: false\nanswers: {fear: true}\nexpect: {outcome: closed}\n")
      .run("test", "station", "--coverage")
    #expect(output.status == 1)
    #expect(output.text.contains("small: steps 4 of 6, branches 2 of 3, rows 2 of 4, factors 1 of 2"))
    for line in [
      "small.yaml:10: small/level: the factor weapon never counts",
      "small.yaml:13: small/level: its row 1 never decides",
      "small.yaml:15: small/seize: the step is never done",
      "small.yaml:22: small/days: its row 1 never decides",
      "small.yaml:25: small/days: its way 1 is never taken",
      "small.yaml:28: small/urgent: the step is never done",
      "alone.yaml:7: alone/first: the step is never done",
    ] { #expect(output.text.contains(line), "\(line)\n\(output.text)") }
    #expect(!output.text.contains("small/level: the factor fear"))
  }

  @Test("Without --coverage gaps are counted and fail nothing")
  func counted() throws {
    let output = try tool("otherwise: false\n").run("test", "station")
    #expect(output.status == 0)
    #expect(output.text.contains("small: "))
  }

  @Test("A vignette's reference is walked as a scenario")
  func vignettes() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let output = try tool.run("test", TestFlows.folder + "/training/night-visit.yaml")
    #expect(output.status == 0, "\(output.errors)")
    #expect(output.text.contains("night-visit"))
  }
}
