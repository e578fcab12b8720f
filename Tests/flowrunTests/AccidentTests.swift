import FEEL
import FlowDSL
import FlowRuntime
import Testing

@testable import flowrun

/// Nothing is answered by accident, and nothing that was typed is thrown away.
@Suite struct AccidentTests {
  /// Up to the page "What happened?", whose answer is free text.
  private static let toText = ["y", "y", "y", "2", "u"]

  @Test(
    "A key typed alone at a text is asked about; the text, the command, or the page again",
    arguments: Language.allCases)
  func letter(language: Language) throws {
    let french = language == .french
    let before = french ? ["o", "o", "o", "2", "i"] : Self.toText
    let text = try TestCase(language: language, lines: before + [french ? "r" : "d", "1"])
    _ = try text.walk.run()
    #expect(text.walk.session.state.fact("words")?.value == .string(french ? "r" : "d"))
    let command = try TestCase(language: language, lines: before + [french ? "r" : "d", "2"])
    _ = try command.walk.run()
    #expect(command.walk.session.state.fact("words")?.standing == .declined)
    let neither = try TestCase(language: language, lines: before + [french ? "r" : "d", "", "hit"])
    _ = try neither.walk.run()
    #expect(neither.walk.session.state.fact("words")?.value == "hit")
    try Golden.expect(text.console.pages[before.count + 1], "letter.\(language.rawValue).txt")
  }

  @Test("At a help page a key alone is asked about too")
  func letterAtHelp() throws {
    let test = try TestCase(lines: Self.toText + ["?", "s", "2"])
    #expect(try test.walk.run() == .left(.saved))
  }

  @Test("Too long a text is refused with the limit, and stands in the line to be shortened")
  func tooLong() throws {
    let long = String(repeating: "é", count: 10_001)
    let test = try TestCase(lines: Self.toText + [long, "short"], keepsLines: true)
    _ = try test.walk.run()
    #expect(test.walk.session.state.fact("words")?.value == "short")
    #expect(test.console.pages.contains { $0.unwrapped.contains("longer than the 10000 characters") })
    #expect(test.console.drafts.contains(long))
    let whole = try TestCase(lines: Self.toText + [String(repeating: "é", count: 10_000)])
    _ = try whole.walk.run()
    #expect(whole.walk.session.state.fact("words")?.standing == .known)
  }

  @Test("What cannot be right is refused calmly; what was typed stands in the line again")
  func refused() throws {
    let test = try TestCase(lines: ["y", "y", "y", "100", "3"], keepsLines: true)
    _ = try test.walk.run()
    let page = try #require(test.console.pages.first { $0.contains("100 fois is outside") })
    #expect(page.unwrapped.contains("All that was answered before is kept."))
    #expect(page.unwrapped.contains("What you typed stands in the line"))
    #expect(test.console.drafts.contains("100"))
    #expect(test.walk.session.state.fact("visits")?.value == 3)
    // What was taken is no draft any more.
    #expect(test.console.drafts.last == "")
  }

  @Test(
    "Where only whole numbers can be right, a fraction is refused alike with a point and with a comma",
    arguments: ["2,5", "2.5", "two"])
  func wholeNumbers(typed: String) throws {
    let test = try TestCase("counting", language: .french, lines: [typed])
    _ = try test.walk.run()
    #expect(
      test.console.pages.last?.unwrapped.contains("« \(typed) » : il faut un nombre entier, par exemple 3.")
        == true)
    let fractions = try TestCase("counting", language: .french, lines: ["2", "trois"])
    _ = try fractions.walk.run()
    #expect(fractions.console.pages.last?.contains("3 ou 2,5") == true)
    let known = try TestCase("counting", language: .french, lines: ["2", typed == "two" ? "2,5" : typed])
    _ = try known.walk.run()
    #expect(known.walk.session.state.fact("hours")?.value == .number(Number("2.5") ?? .zero))
  }

  @Test("A refused number is written as people write it here")
  func numberInWords() throws {
    let test = try TestCase(language: .french, lines: ["o", "o", "o", "100,5"])
    _ = try test.walk.run()
    #expect(
      test.console.pages.last?.contains("100,5") == true
        && test.console.pages.last?.contains("100.5") == false)
  }

  @Test("A note written while somebody else writes is put after what they wrote")
  func noteKept() throws {
    let test = try TestCase(lines: ["y", "+", "neighbour heard shouting"])
    let other = Person(identifier: "day-desk", role: "officer")
    try Self.write(.noted("seen by day"), by: other, meanwhile: 2, in: test)
    _ = try test.walk.run()
    #expect(
      test.journal.kept.suffix(2).map(\.event) == [.noted("seen by day"), .noted("neighbour heard shouting")])
    #expect(test.console.pages.last?.unwrapped.contains("your note is kept after it") == true)
  }

  @Test("An answer that met another's is shown; nothing of it is lost from sight")
  func answerShown() throws {
    let test = try TestCase(lines: Self.toText + ["he broke the door"], keepsLines: true)
    let other = Person(identifier: "day-desk", role: "officer")
    try Self.write(.noted("seen by day"), by: other, meanwhile: Self.toText.count, in: test)
    _ = try test.walk.run()
    let page = try #require(test.console.pages.last)
    #expect(page.unwrapped.contains("Not taken: What happened? · he broke the door"))
    #expect(test.console.drafts.last == "he broke the door")
  }

  /// Lets somebody else write just before the walk says something for the last time.
  private static func write(_ event: Event, by person: Person, meanwhile count: Int, in test: TestCase) throws
  {
    test.console.beforeLine(count) {
      var state = test.walk.session.state
      test.journal.others =
        (try? test.walk.session.interpreter.step(event, by: person, at: TestCase.night, state: &state)) ?? []
      test.journal.nextFailure = Failure(.movedOn(case: "7K3M-2QXD", current: .start))
    }
  }

  @Test(
    "A colleague's word is the first thing on the page, until something more is said",
    arguments: Language.allCases)
  func handOverWord(language: Language) throws {
    let yes = language == .french ? "o" : "y"
    let key = language == .french ? "t" : "h"
    let test = try TestCase(
      language: language, lines: [yes, key, "chief-2", "1", "She hides the left arm", "?", "", yes])
    _ = try test.walk.run()
    let pages = test.console.pages
    let place = try #require(pages.firstIndex { $0.unwrapped.contains("She hides the left arm") })
    #expect(pages[place].prefix { $0 != "\n" }.contains("night-desk"))
    #expect(pages[place + 1].unwrapped.contains("She hides the left arm"), "help")
    #expect(pages[pages.count - 2].unwrapped.contains("She hides the left arm"))
    #expect(pages.last?.unwrapped.contains("She hides the left arm") == false)
    // Whoever goes on with the case another time reads it, too.
    let again = Walk(
      session: CaseSession(
        identifier: "7K3M-2QXD", interpreter: test.walk.session.interpreter,
        state: try Self.state(test.journal.kept.dropLast(), test),
        person: Person(identifier: "x", role: "officer"),
        journal: test.journal, clock: { TestCase.night }),
      words: try Wording(language), console: ScriptedConsole([]))
    _ = try again.run()
    #expect(
      (again.console as? ScriptedConsole)?.pages.last?.unwrapped.contains("She hides the left arm") == true)
  }

  private static func state(_ entries: some Sequence<Entry>, _ test: TestCase) throws -> State {
    var state = test.walk.session.interpreter.initial
    for entry in entries { try test.walk.session.interpreter.apply(entry, to: &state) }
    return state
  }

  @Test(
    "Why and law that a small terminal leaves out are named with the key that shows them",
    arguments: Language.allCases)
  func leftOut(language: Language) throws {
    let test = try TestCase(language: language, lines: [])
    let words = try Wording(language)
    let open = try #require(test.walk.session.state.open.first)
    let page = test.walk.pages.page(of: open, commands: [.help, .save]).screen()
    let whole = page.text(width: 80, rows: 24, colour: false)
    #expect(whole.contains(words(.labelWhy)) && !whole.contains(words(.leftOut, ["names": ""]).prefix(8)))
    let rows = whole.split(separator: "\n", omittingEmptySubsequences: false).count - 2
    let small = page.text(width: 80, rows: rows, colour: false)
    #expect(small.contains(words(.leftOut, ["names": words(.labelWhy).lowercased()])), "\(small)")
  }

  @Test("A page says how long is left at the moment at which it is drawn, everywhere from the same one")
  func clock() throws {
    nonisolated(unsafe) var now = TestCase.night
    let test = try TestCase(lines: [], clock: { now })
    let console = WatchingConsole { now = Instant(milliseconds: now.milliseconds + 60_000) }
    let walk = Walk(session: test.walk.session, words: try Wording(.english), console: console)
    _ = try walk.run()
    #expect(console.pages.count == 7)
    for (minute, page) in console.pages.enumerated() {
      #expect(
        page.contains(minute < 5 ? "\(5 - minute) min left" : minute == 5 ? "1 min left" : "LATE by 1 min"),
        "\(page)")
    }
  }

  /// Looks at a page again each minute.
  private final class WatchingConsole: Console {
    private(set) var pages: [String] = []
    let pass: () -> Void
    let rows: Int? = nil
    let keepsLines = false

    init(_ pass: @escaping () -> Void) { self.pass = pass }

    func ask(_ page: AskedPage) throws(Leaving) -> TypedLine {
      for _ in 0..<7 {
        pages.append(page.screen().text(width: 80, colour: false))
        pass()
      }
      throw .endOfInput
    }
  }
}
