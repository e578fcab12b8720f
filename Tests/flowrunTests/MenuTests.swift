import Testing

@testable import flowrun

@Suite struct MenuTests {
  static let all: [Command] = [.unknown, .declined, .help, .back, .note, .handOver, .report, .save]

  static func yesNo(_ words: Wording) -> Menu {
    Menu(choices: words.yesAndNo, commands: words.keys(all))
  }

  static func scale(_ labels: [String], _ words: Wording) -> Menu {
    Menu(choices: labels.map { ChoiceReading.Choice(label: $0) }, commands: words.keys(all))
  }

  @Test(
    "At a yes-no question letters answer and keys command",
    arguments: [
      ("y", Menu.Input.choice(0)), ("yes", .choice(0)), ("1", .choice(0)), ("N", .choice(1)),
      ("no", .choice(1)),
      ("u", .command(.unknown)), ("d", .command(.declined)), ("?", .command(.help)), ("b", .command(.back)),
      ("+", .command(.note)), ("h", .command(.handOver)), ("!", .command(.report)), ("s", .command(.save)),
      ("/s", .command(.save)), ("save and leave", .command(.save)),
    ])
  func yesNo(line: String, input: Menu.Input) throws {
    let words = try Wording(.english)
    #expect(try Self.yesNo(words).read(line) == input)
  }

  @Test(
    "The French keys are the letters of the French words",
    arguments: [
      ("o", Menu.Input.choice(0)), ("n", .choice(1)), ("i", .command(.unknown)), ("r", .command(.declined)),
      ("c", .command(.back)), ("t", .command(.handOver)), ("s", .command(.save)),
    ])
  func frenchKeys(line: String, input: Menu.Input) throws {
    let words = try Wording(.french)
    #expect(try Self.yesNo(words).read(line) == input)
  }

  @Test("A letter that is a key and begins a choice is asked again, not taken by chance")
  func ambiguousLetter() throws {
    let menu = Self.scale(["urgent", "later"], try Wording(.english))
    #expect(throws: Misreading.ambiguous("u", ["urgent", "not known"])) { try menu.read("u") }
  }

  @Test(
    "In free text only a slash commands",
    arguments: [
      ("d", Menu.Input.words("d")), ("s", .words("s")), ("/s", .command(.save)), ("/d", .command(.declined)),
      ("?", .command(.help)), ("!", .command(.report)), (" two words ", .words("two words")),
    ])
  func freeText(line: String, input: Menu.Input) throws {
    let menu = Menu(takesWords: true, isFreeText: true, commands: try Wording(.english).keys(Self.all))
    #expect(try menu.read(line) == input)
  }

  @Test(
    "Wrong input is named",
    arguments: [
      ("", Misreading.nothing), ("/x", .notAKey("/x")), ("x", .notAKey("x")), ("maybe", .notAChoice("maybe")),
      ("9", .noSuchNumber(9, last: 2)),
    ])
  func wrong(line: String, fault: Misreading) throws {
    let menu = Self.yesNo(try Wording(.english))
    #expect(throws: fault) { try menu.read(line) }
  }

  @Test("In each language no two keys are the same", arguments: Language.allCases)
  func distinctKeys(language: Language) throws {
    let words = try Wording(language)
    let keys = Command.allCases.map { words($0.keyPhrase).folded }
    #expect(Set(keys).count == keys.count)
    let answers = [words(.yesKey), words(.noKey)]
    let besideAnswers = Command.allCases.filter { $0 != .override }.map { words($0.keyPhrase) }
    #expect(Set(answers).isDisjoint(with: besideAnswers))
  }
}
