import Foundation
import Testing

@testable import flowrun

/// Whom a page is about stands on it: nobody answers for one child what was asked about another.
@Suite struct NamedItemTests {
  @Test("The page of each child names the child, in both languages", arguments: ["en", "fr"])
  func eachChild(_ language: String) throws {
    let tool = try Tool()
    let output = try tool.run(
      "run", "children", "--plain", "--language", language,
      typed: "1\n2\nL 7, M 12\n" + String(repeating: "2\n1\n", count: 40))
    let pages = output.text.components(separatedBy: "case ").flatMap {
      $0.components(separatedBy: "dossier ")
    }
    let (first, second) =
      language == "en"
      ? ("Child: L 7 (1 of 2)", "Child: M 12 (2 of 2)")
      : ("Enfant : L 7 (1 sur 2)", "Enfant : M 12 (2 sur 2)")
    let text = output.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(text.contains(first), "\(output.text.prefix(3000))")
    #expect(text.contains(second))
    #expect(pages.count > 3)
  }

  @Test("A fact that a question names stands in it with its answer, and says where it has none")
  func placed() throws {
    let folder = try TestFolder()
    let flow = """
      flow: named
      version: 1.0.0
      title: {fr: Nommé, en: Named}
      languages: [fr, en]
      facts:
        mark: {type: text, about: child, title: {fr: Enfant, en: Child}}
        other: {type: text, about: child, title: {fr: Autre enfant, en: Other child}}
        hurt: {type: boolean, about: child, title: {fr: Frappé, en: Hit}}
      steps:
        - ask: who
          questions:
            mark: {fr: Quel enfant ?, en: Which child?}
            other: {fr: Un autre ?, en: Another?}
            hurt:
              fr: "{{mark}} a-t-il reçu des coups, et {{other}} ?"
              en: "Has {{mark}} been hit, and {{other}}?"
              say: {fr: "Parlons de {{mark}}.", en: "Let us speak of {{mark}}."}
        - end: done

      """
    try flow.write(toFile: folder.path + "/named.yaml", atomically: true, encoding: .utf8)
    let tool = try Tool(protocols: folder.path)
    let output = try tool.run("run", "named", "--plain", typed: "L 7\n?\nu\n")
    let other = try tool.run("run", "named", "--plain", typed: "L 7 {{hurt}}\nM 12\n")
    #expect(other.text.contains("Has L 7 {{hurt}} been hit, and M 12?"), "\(other.text)")
    #expect(other.text.contains("Let us speak of L 7 {{hurt}}."))
    #expect(!output.text.contains("{{mark}}"))
  }
}
