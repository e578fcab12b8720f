import Foundation
import Testing

@testable import flowrun

/// What a protocol promises and a case did not keep is told to who holds it, and stands where a chief looks.
@Suite struct BrokenGuaranteeTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: {fr: Accueil, en: Desk}
    languages: [fr, en]
    roles: {officer: {fr: Policier, en: Officer}}
    facts: {grave: {type: boolean, about: victim}}
    steps:
      - ask: first
        by: officer
        title: {fr: D'abord, en: First}
        questions: {grave: {fr: "Grave ?", en: "Grave?"}}
      - do: call
        by: officer
        title: {fr: Appeler, en: Call}
        when: grave = true
        tick: {called: {fr: Appelé, en: Called}}
      - do: note
        by: officer
        title: {fr: Noter, en: Note}
        tick: {noted: {fr: Noté, en: Noted}}
      - end: done
        title: {fr: Fini, en: Done}
    guarantees:
      call-always: {title: {fr: Quelqu'un est appelé, en: Somebody is called}, always: call}
      never-unnoted: {title: {fr: Jamais grave, en: Never grave}, never: grave = true}
    """

  private func tool() throws -> Tool {
    var tool = try Tool(protocols: nil)
    let folder = tool.folder + "/protocols"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.flow.write(toFile: folder + "/desk.yaml", atomically: true, encoding: .utf8)
    tool.environment["FLOWRUN_PROTOCOLS"] = folder
    return tool
  }

  @Test("A case that ended and broke a promise stays in cases and due, whatever the role, and in JSON")
  func boards() throws {
    let tool = try tool()
    let walked = try tool.run("run", "desk", "--plain", "--language", "en", typed: "no\ndone\n\n")
    #expect(
      walked.text.contains("The protocol promises: Somebody is called. In this case it was not kept (Done)"))
    for words in [["due"], ["due", "--role", "officer"], ["cases"]] {
      let output = try tool.run(
        words[0], words.count > 1 ? words[1] : "--language", words.count > 1 ? words[2] : "en")
      #expect(output.text.contains("Somebody is called"), "\(words)")
    }
    let french = try tool.run("due", "--language", "fr")
    #expect(french.text.contains("Promis par un protocole et pas tenu : 1"))
    let due = try tool.run("due", "--format", "json")
    #expect(
      due.text.contains(#""guarantee": "call-always""#) || due.text.contains(#""guarantee":"call-always""#))
  }

  @Test("A promise that breaks in the middle of a walk is told on the next page")
  func page() throws {
    let tool = try tool()
    let walked = try tool.run("run", "desk", "--plain", "--language", "fr", typed: "oui\n")
    #expect(
      walked.text.replacing("\n", with: " ").contains(
        "Le protocole promet : Jamais grave. Ce n'est pas le cas ici (D'abord). Dites-le au chef."))
  }

  @Test("check says that it does not prove what the flows promise")
  func check() throws {
    let tool = try tool()
    let output = try tool.run("check", "--language", "en")
    #expect(output.text.contains("guarantees: 2"))
  }
}
