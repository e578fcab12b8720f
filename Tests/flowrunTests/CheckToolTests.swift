import Foundation
import Testing

@testable import flowrun

/// `flowrun check` and `flowrun test` as an author meets them who stands beside the protocol folder.
@Suite struct CheckToolTests {
  private static let good = """
    flow: good
    version: 1.0.0
    title: {fr: Bon, en: Good}
    languages: [fr, en]
    facts: {hurt: {type: boolean, about: victim, title: {fr: Blessée, en: Hurt}}}
    roles: {desk: {fr: Accueil, en: Desk}}
    steps:
      - ask: questions
        title: {fr: Questions, en: Questions}
        by: desk
        questions: {hurt: {fr: Blessée, en: Hurt}}
      - contact: doctor
        title: {fr: Médecin, en: Doctor}
        by: desk
        to: desk
      - end: done
        title: {fr: Fini, en: Done}

    """
  private static let scenario = """
    scenario: s
    flow: good
    answers: {hurt: true, doctor: reached}
    expect: {path: [questions, doctor], outcome: done, facts: {hurt: true}}

    """

  private func tool(_ files: [String: String]) throws -> Tool {
    let tool = try Tool(protocols: nil)
    for (path, text) in files {
      let file = URL(filePath: tool.folder + "/station/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return tool
  }

  @Test(
    "Places are told as seen from where one stands; what is wrong comes before what deserves a look; explain is named"
  )
  func places() throws {
    let untitled = Self.good.replacing("flow: good", with: "flow: aside").replacing(
      "        title: {fr: Questions, en: Questions}\n", with: "")
    let wrong = Self.good.replacing("by: desk", with: "by: dekc")
    let tool = try tool(["aside.yaml": untitled, "good.yaml": wrong])
    let output = try tool.run("check", "station", "--language", "en")
    #expect(output.status == ToolStatus.found.rawValue)
    let first = try #require(output.text.firstRange(of: "station/good.yaml:10:9"))
    let second = try #require(output.text.firstRange(of: "station/aside.yaml:8:10"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(output.text.contains("flowrun explain F8001"))
    let errors = try tool.run("check", "station", "--errors-only", "--language", "en")
    #expect(errors.text.contains("station/good.yaml:10:9") && !errors.text.contains("aside.yaml"))
    #expect(errors.text.contains("1 warning"))
    let data = try tool.run("check", "station", "--format", "json")
    #expect(data.text.contains("\"file\": \"station/good.yaml\""))
  }

  @Test("A step that nobody reaches gives status 1, and the step that leads past it is named")
  func unreached() throws {
    let text = Self.good.replacing("questions: {hurt:", with: "then: done\n    questions: {hurt:")
    let output = try tool(["good.yaml": text]).run("check", "station", "--language", "en")
    #expect(output.status == ToolStatus.found.rawValue, "\(output.text)")
    #expect(output.text.contains("questions leads past it"), "\(output.text)")
  }

  @Test("A file without a fault is not good where what it runs cannot be read")
  func needed() throws {
    let caller = """
      flow: caller
      version: 1.0.0
      title: {fr: Appelant, en: Caller}
      languages: [fr, en]
      steps:
        - run: good
        - end: done
          title: {fr: Fini, en: Done}

      """
    let tool = try tool(["caller.yaml": caller, "good.yaml": Self.good.replacing("steps:", with: "stepz:")])
    let output = try tool.run("check", "station/caller.yaml", "--language", "en")
    #expect(output.status == ToolStatus.found.rawValue)
    #expect(output.text.contains("station/good.yaml:7:1"), "\(output.text)")
  }

  @Test("A scenario is walked though a flow that it does not need has an error, and the flow is named")
  func others() throws {
    let tool = try tool([
      "good.yaml": Self.good, "debrief.yaml": "flow: debrief\n", "scenarios/s.yaml": Self.scenario,
    ])
    let one = try tool.run("test", "station/scenarios/s.yaml", "--language", "en")
    #expect(one.status == 0, "\(one.text)\(one.errors)")
    let all = try tool.run("test", "station", "--language", "en")
    #expect(all.status == 0 && all.text.contains("The flow debrief has errors"), "\(all.text)\(all.errors)")
  }

  @Test("A scenario whose flow has errors is not walked, and the others are")
  func notWalked() throws {
    let tool = try tool([
      "good.yaml": Self.good, "bad.yaml": "flow: bad\n", "scenarios/s.yaml": Self.scenario,
      "scenarios/t.yaml": "scenario: t\nflow: bad\n",
    ])
    let output = try tool.run("test", "station", "--language", "en")
    #expect(output.status == ToolStatus.data.rawValue)
    #expect(output.text.contains("not walked: bad has errors"), "\(output.text)")
    #expect(output.errors.contains("station/bad.yaml:1:1"), "\(output.errors)")
  }

  @Test("One wrong answer is one message, and names the step at which the walk stopped")
  func oneWrongAnswer() throws {
    func failures(_ answers: String) throws -> [Substring] {
      let scenario = Self.scenario.replacing("{hurt: true, doctor: reached}", with: answers)
      let output = try tool(["good.yaml": Self.good, "scenarios/s.yaml": scenario])
        .run("test", "station", "--language", "en")
      #expect(output.status == ToolStatus.found.rawValue)
      return output.text.split(separator: "\n").filter {
        $0.hasPrefix("  ") && $0.contains("scenarios/s.yaml:")
      }
    }
    let wrong = try failures("{hurt: perhaps, doctor: reached}")
    #expect(wrong.count == 1 && wrong[0].contains("questions.hurt"), "\(wrong)")
    let silent = try failures("{hurt: true, doctor: no-answer}")
    #expect(silent.count == 1 && silent[0].contains("doctor: nobody is ever reached"), "\(silent)")
    let stopped = try failures("{hurt: true}")
    #expect(stopped.count == 1 && stopped[0].contains("stopped at doctor"), "\(stopped)")
  }
}
