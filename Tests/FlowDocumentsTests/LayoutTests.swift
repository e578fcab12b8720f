import FlowDSL
import FlowDirectory
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
    #expect(
      document.sections.flatMap(\.contacts).map(\.title) == [
        "House (example)", "Desk (example)", "House of languages (example)", "National line",
      ])
  }

  @Test(
    "A document is dated by the clock of its place, which is named where it is not that of the protocols",
    arguments: [
      ("2026-05-01T05:00:00+02:00", "01/05/2026 05:07"), ("2026-05-01T03:00:00Z", "01/05/2026 03:07 UTC"),
      ("2026-05-01T07:00:00+04:00", "01/05/2026 07:07 UTC+4"),
      ("2026-04-30T23:30:00-03:30", "30/04/2026 23:37 UTC-3:30"),
    ])
  func isDatedByItsPlace(start: String, date: String) throws {
    for localOffset in [nil, 0, 3600] {
      let filled = try Fixture.filled(
        "sheet", Fixture.state(Self.answers, start: start), localOffset: localOffset)
      #expect(filled.head.contains { $0.words == date }, "\(filled.head)")
    }
  }

  /// From a position: open at the moment before closed, of the person's language before others, near before far; national
  /// lines last. Nobody is left out. It is Friday, 05:00 in Paris.
  @Test(
    arguments: [
      ("{}", 47.5, ["00 02", "00 03", "00 01", "00 00"]),
      ("{}", 47.8, ["00 03", "00 02", "00 01", "00 00"]),
      ("{person_language: fr}", 47.8, ["00 03", "00 02", "00 01", "00 00"]),
      ("{person_language: ar}", 47.5, ["00 03", "00 02", "00 01", "00 00"]),
      ("{person_language: other}", 47.5, ["00 02", "00 03", "00 01", "00 00"]),
      ("{person_language: unknown}", 47.5, ["00 02", "00 03", "00 01", "00 00"]),
    ])
  func servicesToCallFirstComeFirst(_ answers: String, _ latitude: Double, _ expected: [String]) throws {
    let position = try #require(GeographicPosition(latitude: latitude, longitude: 2.5))
    let document = try Fixture.filled("sheet", Fixture.state(answers), position: position)
    let contacts = document.sections.flatMap(\.contacts)
    #expect(contacts.map { $0.reach[0].replacing("\u{A0}", with: " ") } == expected)
  }

  /// Why a service stands where it does: how far it is, and that it speaks the person's language.
  @Test(
    arguments: [
      ("{person_language: de}", true, ["parle allemand", "22 km"]),
      ("{person_language: de}", false, ["parle allemand"]),
      ("{person_language: fr}", true, ["22 km"]), ("{}", false, []),
    ])
  func theReasonIsSaid(_ answers: String, _ isNear: Bool, _ expected: [String]) throws {
    let position = isNear ? GeographicPosition(latitude: 47.5, longitude: 2.5) : nil
    let document = try Fixture.filled("sheet", Fixture.state(answers), position: position)
    let contacts = document.sections.flatMap(\.contacts)
    let hamlet = try #require(contacts.first { $0.title.contains("langues") })
    #expect(hamlet.details == expected + ["Exemplebourg", "jour et nuit"])
    // The national line is nowhere, and says nothing of languages.
    #expect(contacts.last?.details == ["jour et nuit", "gratuit", "anonyme"])
  }

  /// A translation that the protocol is not written in says so itself, in its language and in that of the protocol.
  @Test(arguments: [("fr", ["fr"]), ("en", ["en"]), ("ar", ["fr", "ar", "fr"])])
  func aTranslationIsToBeReadOver(_ language: String, _ expected: [String]) throws {
    let document = try Fixture.filled("sheet", Fixture.state("{}"), language: language)
    #expect(document.notices.map(\.language) == expected)
    let html = try Layout.html.render(document)
    let lines = [
      "هذه الترجمة مثال، يجب أن يراجعها مترجم.",
      "Traduction d'exemple, à faire relire par un interprète.",
    ]
    for line in lines {
      let escaped = line.replacing("'", with: "&#39;")
      #expect(html.contains(escaped) == (language == "ar"))
    }
    #expect(html.contains(#"<p class="notice" lang="ar" dir="rtl">"#) == (language == "ar"))
    #expect(html.contains(#"<p class="notice" lang="fr" dir="ltr">"#) == (language != "en"))
  }

  /// What has no words in the language of the document is there in French, never as a code.
  @Test func whatIsNotTranslatedIsInFrench() throws {
    let document = try Fixture.filled("sheet", Fixture.state("{person_language: ar}"))
    #expect(document.language == "ar")
    let titles = document.sections.flatMap(\.contacts).map(\.title)
    #expect(titles.contains("Point d'accueil (exemple)"))
  }

  /// Groups of a number stay in order among letters written from right to left.
  @Test(arguments: ["fr", "ar"])
  func numbersAreNotParted(_ language: String) throws {
    let document = try Fixture.filled("sheet", Fixture.state("{}"), language: language)
    let reach = document.sections.flatMap(\.contacts).flatMap(\.reach)
    #expect(reach == ["00\u{A0}01", "00\u{A0}02", "00\u{A0}03", "00\u{A0}00"])
  }

  /// Citations among Arabic words: articles stay whole and between their signs; a long one in Latin letters stands apart.
  @Test func citationsStayReadableAmongArabicWords() throws {
    let state = try Fixture.state(Self.answers)
    let guide = "A guide in English alone, longer than what is kept in a line"
    let arabic = try Fixture.filled("sheet", state, language: "ar")
    let html = try Layout.html.render(arabic)
    #expect(html.contains("<small><bdi>\u{200F}(CC\u{A0}2؛ CC\u{A0}3)</bdi></small>"))
    #expect(html.contains("<small class=\"apart\" dir=\"ltr\">\(guide)</small>"))
    let lines = try Layout.text.render(arabic).split(separator: "\n").map(String.init)
    #expect(lines.contains("[ ] المفاتيح (CC\u{A0}2؛ CC\u{A0}3)"))
    #expect(lines.contains("    " + guide))
    let french = try Fixture.filled("sheet", state, language: "fr")
    #expect(
      try Layout.html.render(french).contains(
        "<small><bdi>(CC\u{A0}2\u{A0}; CC\u{A0}3\u{A0}; \(guide))</bdi></small>"))
  }

  /// Where the machine does not know the zone of the protocols, the moment says how far its clock is ahead of UTC.
  @Test func aMomentWithoutItsZoneIsMarked() throws {
    let state = try Fixture.state("{}")
    let standing = try #require(state.documents.first { $0.name == "sheet" })
    let filled = try Filling(standing, of: state, case: "7K3M-2QXD", zones: { _ in nil }).filled
    #expect(filled.head.map(\.words).contains("01/05/2026 05:07 UTC+2"))
  }

  /// Opening times have the signs of their language, and no line ends inside them.
  @Test(arguments: [("fr", ", ", ""), ("ar", "، ", "\u{200F}")])
  func openingTimesStayWhole(_ language: String, _ comma: String, _ mark: String) throws {
    let html = try Layout.html.render(
      Fixture.filled("sheet", Fixture.state(Self.answers), language: language))
    #expect(
      html.contains("09:00\u{2060}–\(mark)\u{2060}12:00\(comma)14:00\u{2060}–\(mark)\u{2060}18:00"))
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

  @Test(arguments: ["en", "es", "pt", "ar"])
  func theCataloguesHaveTheSameKeysAndBlanks(_ language: String) throws {
    for (name, folder) in [("documents", Filling.words), ("services", CatalogueFolder(target: "FlowDSL"))] {
      let french = try folder.catalogue(name, language: "fr")
      let other = try folder.catalogue(name, language: language)
      #expect(other.language == language)
      #expect(french.keys == other.keys)
      for key in french.keys {
        let blanks = [french, other].map { $0[key].map { Set($0.matches(of: /\{[a-z]+\}/).map(\.output)) } }
        #expect(blanks[0] == blanks[1], "\(key)")
      }
    }
  }
}
