import Testing

@testable import flowrun

/// The list of what was said: as many as fit, by number, searched by a word.
@Suite struct AnswersPageTests {
  private static let page = AnswersPage(
    items: (1...40).map {
      let words = $0 % 10 == 0 ? "Y a-t-il une arme à feu ? · \($0)" : "Question \($0) · oui"
      return AnswersPage.Item(line: words, words: words)
    },
    room: 15)

  @Test("A number chooses among those that are shown; 0 goes on, Enter alone goes back")
  func numbers() throws {
    #expect(try Self.page.take("15") == .chosen(14))
    #expect(throws: Misreading.noSuchNumber(16, last: 15)) { try Self.page.take("16") }
    guard case .page(let second) = try Self.page.take("0") else { throw Misreading.nothing }
    #expect(try second.take("1") == .chosen(15))
    guard case .page(let third) = try second.take("0") else { throw Misreading.nothing }
    #expect(try third.take("10") == .chosen(39))
    #expect(throws: Misreading.noSuchNumber(0, last: 10)) { try third.take("0") }
    #expect(try third.take("") == .page(Self.page))
    #expect(try Self.page.take(" ") == .back)
  }

  @Test(
    "A word finds the answers that have it, without accents and letter case",
    arguments: ["arme", "ARMÉ", "à feu", "armes"])
  func sought(word: String) throws {
    guard case .page(let found) = try Self.page.take(word) else { throw Misreading.nothing }
    #expect(try found.take("1") == .chosen(9))
    #expect(try found.take("4") == .chosen(39))
    #expect(try found.take("") == .page(Self.page))
  }

  @Test("A word that no answer has is said, and the list stays")
  func notFound() {
    #expect(throws: Misreading.notFound("couteau")) { try Self.page.take("couteau") }
  }

  @Test(
    "The prompt says that a number or a word may be typed, and a screen is filled",
    arguments: Language.allCases)
  func prompt(language: Language) throws {
    let words = try Wording(language)
    let text = Self.page.page(words).screen().text(width: 80, rows: 23, colour: false)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    #expect(text.contains("15  Question 15"))
    #expect(text.contains(words(.answersType).prefix(20)))
  }

  @Test("In a terminal of 24 rows the list of a walk shows most of what fits, and finds a word")
  func inAWalk() throws {
    let lines = ["y", "y", "y", "2", "u", "/u", "1", "2", "y", "b", "weapon", "1", "n", "misheard"]
    let test = try TestCase(lines: lines, rows: 24)
    _ = try test.walk.run()
    let list = try #require(test.console.pages.first { $0.contains("Which answer should be corrected?") })
    #expect(list.contains("9  Closed room"))
    #expect(test.walk.session.state.fact("weapon")?.value == .boolean(false))
  }
}
