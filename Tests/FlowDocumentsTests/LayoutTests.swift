import FlowDSL
import Foundation
import Testing

@testable import FlowDocuments
@testable import FlowRuntime

/// What documents look like, and that nothing typed can change it.
@Suite struct LayoutTests {
  private static let answers = #"{name: Ada, age: 34, danger: high, weapon: true, consent: true}"#

  @Test(arguments: ["fr", "en", "ar"])
  func pages(_ language: String) throws {
    let document = try Fixture.filled("sheet", Fixture.state(Self.answers), language: language)
    for layout in Layout.allCases {
      try Golden.expect(layout.render(document), equals: "sheet.\(language).\(layout.rawValue)")
    }
  }

  @Test func directionAndLanguageAreThoseOfTheDocument() throws {
    let state = try Fixture.state(Self.answers)
    #expect(
      try Layout.html.render(Fixture.filled("sheet", state, language: "ar")).contains(
        #"<html lang="ar" dir="rtl">"#))
    #expect(
      try Layout.html.render(Fixture.filled("sheet", state, language: "fr")).contains(
        #"<html lang="fr" dir="ltr">"#))
  }

  /// The language is the person's, else the walk's, else the document's first.
  @Test(
    arguments: [
      ("{person_language: ar}", "fr", "ar"), ("{person_language: de}", "en", "en"), ("{}", "en", "en"),
      ("{}", "de", "fr"),
    ])
  func language(_ answers: String, _ walk: String, _ expected: String) throws {
    #expect(try Fixture.filled("sheet", Fixture.state(answers, language: walk)).language == expected)
  }

  /// How answers that are none are said.
  @Test func whatIsNotKnownIsSaid() throws {
    let document = try Fixture.filled(
      "sheet", Fixture.state("{name: declined, age: unknown}", language: "en"))
    let rows = document.sections.flatMap(\.rows)
    #expect(rows.map(\.answer) == ["would rather not answer", "not known", "not known", "not known"])
    #expect(rows.allSatisfy { !$0.isKnown })
    // The section that depends on high danger is not there.
    #expect(document.sections.flatMap(\.items).isEmpty)
  }

  /// Services of the area come before national ones.
  @Test func localServicesComeFirst() throws {
    let document = try Fixture.filled("sheet", Fixture.state("{}", language: "en"))
    #expect(document.sections.flatMap(\.contacts).map(\.title) == ["House (example)", "National line"])
  }

  /// Typed words that would be markup, template tags, or turn the direction; and very long ones.
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x>", "</td></tr><h1>", "{{danger}}", "{{{weapon}}}",
    "{{#head}}x",
    "&amp;<b>", "a\u{202E}b", "\u{2066}x", "<\u{338}b", "\"\u{301} onload=x",
    String(repeating: "x", count: 500),
    String(repeating: "mot ", count: 300), "\u{1B}[2J", "{% CONTENT_TYPE:TEXT}",
    "a\u{200B}\u{E0041}\u{FFFE}b",
  ]

  @Test(arguments: hostile)
  func hostileWordsAreInert(_ typed: String) throws {
    let plain = try Fixture.filled("sheet", Fixture.state(Self.answers, language: "en"))
    var state = try Fixture.state(Self.answers, language: "en")
    let frame = try #require(state.frames.indices.first)
    state.frames[frame].slots[0] = .string(typed)
    let document = try Fixture.filled("sheet", state)
    let html = try Layout.html.render(document)
    let tags = { (page: String) in page.matches(of: /<[^<>]*>/).map { String($0.output) } }
    let plainPage = try Layout.html.render(plain)
    #expect(tags(html) == tags(plainPage))
    let text = try Layout.text.render(document)
    for page in [html, text] {
      #expect(
        page.unicodeScalars.allSatisfy {
          $0 == "\n"
            || $0.value >= 0x20 && !(0x202A...0x202E).contains($0.value)
              && !(0x2066...0x2069).contains($0.value) && !(0xE0000...0xE007F).contains($0.value)
              && $0.value != 0x200B && $0.value != 0xFFFE
        })
      #expect(!page.contains("{{") || typed.contains("{{"))
    }
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= Layout.columns)
    }
  }

  @Test func theWholeHTMLStandsAlone() throws {
    let html = try Layout.html.render(Fixture.filled("sheet", Fixture.state(Self.answers)))
    for outside in ["http:", "https:", "src=", "url(", "@import", "<link", "<script"] {
      #expect(!html.contains(outside), "\(outside)")
    }
  }

  /// The person's agreement decides whether a document for others is made.
  @Test(
    arguments: [("true", true), ("false", false), ("unknown", false), ("declined", false)])
  func consentDecides(_ answer: String, _ isMade: Bool) throws {
    let state = try Fixture.state("{consent: \(answer), danger: high}")
    let liaison = try #require(state.documents.first { $0.name == "liaison" })
    #expect((liaison.obstacle == nil) == isMade)
  }

  /// From the same entries the same document, wherever it is made.
  @Test func theSameJournalGivesTheSameDocument() throws {
    let first = try Layout.html.render(Fixture.filled("sheet", Fixture.state(Self.answers)))
    let second = try Layout.html.render(Fixture.filled("sheet", Fixture.state(Self.answers)))
    #expect(first == second)
    #expect(first.contains("01/05/2026"))
  }

  @Test func bothCataloguesHaveTheSameKeys() throws {
    let french = try Filling.words.catalogue("documents", language: "fr")
    let english = try Filling.words.catalogue("documents", language: "en")
    #expect(french.language == "fr")
    #expect(french.keys == english.keys)
  }
}
