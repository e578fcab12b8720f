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

  /// A family in which a question is asked of each child, in words that fit who answers.
  private static func family() throws -> TestFolder {
    let folder = try TestFolder()
    let files = [
      "family": """
      flow: family
      version: 1.0.0
      title: {fr: Famille, en: Family}
      languages: [fr, en]
      facts:
        voice: {type: [person, relative], labels: {person: {fr: la personne, en: the person}, relative: {fr: quelqu'un, en: somebody}}, title: {fr: Qui répond, en: Who answers}}
        marks: {type: list of text, about: child, title: {fr: Repères, en: Marks}}
        worries: {type: list of level, about: child, title: {fr: Niveaux, en: Levels}}
      types:
        level: {type: [low, high, extreme], labels: {low: {fr: faible, en: low}, high: {fr: élevé, en: high}, extreme: {fr: extrême, en: extreme}}}
      steps:
        - ask: who
          title: {fr: Qui, en: Who}
          questions:
            voice: {fr: Qui répond ?, en: Who answers?, unknown: false, declined: false}
            marks: {fr: Quels enfants ?, en: Which children?}
        - each: child
          in: marks
          as: mark
          flow: one
          gives: {worry: worries}
        - end: seen
          title: {fr: Vu, en: Seen}

      """,
      "one": """
      flow: one
      version: 1.0.0
      title: {fr: Un enfant, en: One child}
      languages: [fr, en]
      takes: [mark, voice]
      gives: [worry]
      facts:
        voice: {type: [person, relative], labels: {person: {fr: la personne, en: the person}, relative: {fr: quelqu'un, en: somebody}}, title: {fr: Qui répond, en: Who answers}}
        mark: {type: text, about: child, title: {fr: Enfant, en: Child}}
        hurt: {type: boolean, about: child, title: {fr: Frappé, en: Hit}}
        worry: {type: level, about: child, title: {fr: Danger, en: Danger}}
      types:
        level: {type: [low, high, extreme], labels: {low: {fr: faible, en: low}, high: {fr: élevé, en: high}, extreme: {fr: extrême, en: extreme}}}
      steps:
        - ask: health
          title: {fr: "Comment va {{mark}}", en: "How is {{mark}}"}
          questions:
            hurt:
              fr: "{{mark}} a-t-il reçu des coups ?"
              en: "Has {{mark}} been hit?"
              instead: [{when: voice = "relative", fr: "Savez-vous si {{mark}} a reçu des coups ?", en: "Do you know whether {{mark}} was hit?"}]
        - assess: worry
          title: {fr: Danger, en: Danger}
          risk: {hurt: 3}
          unknown: as risk
          level: [[score >= 3, extreme], ["-", low]]
        - end: looked
          title: {fr: Vu, en: Looked}

      """,
    ]
    for (name, text) in files {
      try text.write(toFile: folder.path + "/\(name).yaml", atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func aCaseIsShownInTheWordsThatWereReadAndWithEachChildsFacts() throws {
    let folder = try Self.family()
    let tool = try Tool(protocols: folder.path)
    // Somebody else answers; both children were hit.
    _ = try tool.run("run", "family", "--plain", typed: "2\nL 7, M 12\ny\n1\ny\n")
    let shown = try tool.run("show", try tool.onlyCase()).text
    #expect(!shown.contains("{{"), "\(shown)")
    #expect(shown.contains("Do you know whether L 7 was hit?"), "\(shown)")
    #expect(shown.contains("How is M 12"))
    #expect(!shown.contains("Has L 7 been hit?"))
    // Each child's facts stand under its mark, also where they read alike.
    let facts = try #require(shown.components(separatedBy: "Facts").dropFirst().first)
    #expect(facts.components(separatedBy: "Hit: yes").count == 3, "\(shown)")
    #expect(facts.contains("Child: L 7 (1 of 2)") && facts.contains("Child: M 12 (2 of 2)"), "\(shown)")
    // A level says of which child it is.
    let listed = try tool.run("cases").text
    #expect(
      listed.contains("Danger (L 7): extreme") && listed.contains("Danger (M 12): extreme"), "\(listed)")
    // What the protocol worked out is nobody's word.
    #expect(shown.contains("The protocol: Danger"), "\(shown)")
  }

  @Test func theAnswersToCorrectStandInTheWordsThatWereRead() throws {
    let folder = try Self.family()
    let tool = try Tool(protocols: folder.path)
    let output = try tool.run("run", "family", "--plain", typed: "2\nL 7\ny\nc\n2\n").text
    let list = try #require(output.components(separatedBy: "How is L 7").last)
    #expect(list.contains("Do you know whether L 7 was hit?"), "\(output)")
    #expect(!output.contains("{{") && !output.contains("Has L 7 been hit?"), "\(output)")
  }
}
