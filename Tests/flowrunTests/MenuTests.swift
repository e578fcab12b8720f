import FEEL
import FlowRuntime
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

  @Test(
    "A key that begins a choice too is neither taken for it nor for the command; with a slash it is the command",
    arguments: [
      (Language.french, ["ici", "ailleurs"], "i", Command.unknown),
      (.english, ["here", "elsewhere"], "h", .handOver),
      (.english, ["physical", "sexual"], "s", .save), (.french, ["physiques", "sexuelles"], "s", .save),
      (.english, ["urgent", "later"], "u", .unknown),
    ])
  func letterOfAChoice(language: Language, labels: [String], key: String, command: Command) throws {
    let menu = Self.scale(labels, try Wording(language))
    let index = try #require(labels.firstIndex { $0.hasPrefix(key) })
    #expect {
      try menu.read(key)
    } throws: { error in
      guard case Misreading.keyOrChoice(key, let choices, "/" + key, _) = error else { return false }
      return choices == [labels[index]]
    }
    #expect(try menu.read(String(index + 1)) == .choice(index))
    #expect(try menu.read("/" + key) == .command(command))
  }

  @Test("Whatever key is shown does what it says", arguments: Language.allCases)
  func shownKeysAct(language: Language) throws {
    let words = try Wording(language)
    let confirm = ChoiceReading.Choice(label: words(.confirm), names: [words(.yes)], key: words(.yesKey))
    let said = [
      ChoiceReading.Choice(label: words(.tellDone), key: words(.yesKey)),
      ChoiceReading.Choice(label: words(.tellNotDone), key: words(.noKey)),
    ]
    let labels = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) + "bc" }
    let menus = [
      Self.yesNo(words), Self.scale(labels, words), Menu(isFreeText: true, commands: words.keys(Self.all)),
      Menu(choices: [confirm], commands: words.keys([.override] + Self.all)),
      Menu(choices: said, commands: words.keys(Self.all)),
    ]
    for menu in menus {
      for entry in menu.commands {
        #expect(try menu.read("/" + entry.key) == .command(entry.command))
        // A shown key does what it says, or it is asked what was meant; it is never an answer.
        switch Result(catching: { try menu.read(menu.typed(entry)) }) {
        case .success(.command(entry.command)), .failure(Misreading.keyOrChoice): break
        case .success(.letter(let letter)): #expect(letter.entry == entry)
        case let other: Issue.record("\(entry.key): \(other)")
        }
      }
    }
    // A choice with a key of its own leaves its first letter to the command.
    #expect(menus[3].commands.allSatisfy { menus[3].typed($0) == $0.key })
  }

  @Test(
    "Where several may be chosen, no alone means none, unless a choice is called so",
    arguments: [
      (Language.french, "n", ["physiques", "numériques"], Value.list([])),
      (.french, "Non", ["physiques", "numériques"], .list([])), (.english, "n", ["none", "some"], .list([])),
      (.french, "nu", ["physiques", "numériques"], .list([.string("numériques")])),
      (.french, "p, n", ["physiques", "numériques"], .list([.string("physiques"), .string("numériques")])),
      (.french, "n", ["n", "o"], .list([.string("n")])),
    ])
  func noneOfSeveral(language: Language, line: String, labels: [String], value: Value) throws {
    let words = try Wording(language)
    let input = AnswerInput(type: .list(.choice(labels)))
    let menu = Menu(
      choices: input.choices(words), takesWords: true, none: input.none(words), commands: words.keys(Self.all)
    )
    let reading = input.reading(words, today: LocalTime(TestCase.night))
    switch try menu.read(line) {
    case .choice(let index): #expect(value == .list([.string(labels[index])]))
    case .words(let text): #expect(try reading.value(text, as: input.type) == value)
    case .command, .letter: Issue.record("a command")
    }
  }

  @Test("At a yes-no question anything else is answered with these words", arguments: ["maybe", "x"])
  func notYesOrNo(line: String) throws {
    var menu = Self.yesNo(try Wording(.english))
    menu.asksYesOrNo = true
    #expect(throws: Misreading.notYesOrNo(line)) { try menu.read(line) }
  }

  @Test(
    "A line that cannot be what is asked for is asked again",
    arguments: [
      (LineReading.identifier, "?", Misreading.asksHow(.identifier)), (.note, "?", .asksHow(.note)),
      (.reason, "?", .asksHow(.reason)), (.reason, "/s", .asksHow(.reason)), (.note, "s", .asksHow(.note)),
      (.remark, "c", .asksHow(.remark)), (.identifier, "x", .asksHow(.identifier)),
      (.reason, "ok", .noReason),
      (.reason, "1234", .noReason), (.identifier, "!", .noWords("!")), (.note, "...", .noWords("...")),
    ])
  func lineRefused(reading: LineReading, line: String, fault: Misreading) {
    #expect(throws: fault) { try reading.read(line) }
  }

  @Test(
    "A line is kept as typed; Enter alone goes back",
    arguments: [
      (LineReading.identifier, " 4711 ", "4711"), (.reason, "peur", "peur"), (.remark, "-", "-"),
      (.note, "", nil), (.reason, "  ", nil), (.identifier, "", nil), (.remark, "", nil),
    ] as [(LineReading, String, String?)])
  func lineKept(reading: LineReading, line: String, kept: String?) throws {
    #expect(try reading.read(line) == kept)
  }

  @Test(
    "In free text a slash commands, and words are words",
    arguments: [
      ("/s", Menu.Input.command(.save)), ("/d", .command(.declined)), ("?", .command(.help)),
      ("!", .command(.report)), ("+", .command(.note)), (" two words ", .words("two words")),
      ("z", .words("z")),
    ])
  func freeText(line: String, input: Menu.Input) throws {
    let menu = Menu(takesWords: true, isFreeText: true, commands: try Wording(.english).keys(Self.all))
    #expect(try menu.read(line) == input)
  }

  @Test(
    "In free text a key alone is neither the text nor the command: which of them is asked",
    arguments: ["s", "D", "back"])
  func keyInFreeText(line: String) throws {
    let menu = Menu(takesWords: true, isFreeText: true, commands: try Wording(.english).keys(Self.all))
    guard case .letter(let letter) = try menu.read(line) else {
      Issue.record("taken")
      return
    }
    #expect(letter.typed == line)
    #expect(letter.input(.choice(0)) == .words(line))
    #expect(letter.input(.choice(1)) == letter.entry.map { .command($0.command) })
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

  @Test("That ? shows the keys is said only where it is a key")
  func keysWithoutHelp() throws {
    let words = try Wording(.english)
    let choices = Menu(choices: [ChoiceReading.Choice(label: "Reached")], commands: words.keys([.save]))
    for line in ["x", "?", "/x"] { #expect(throws: Misreading.notAChoice(line)) { try choices.read(line) } }
    let figures = Menu(takesWords: true, commands: words.keys([.unknown]))
    #expect(throws: Misreading.noSuchKey("/x")) { try figures.read("/x") }
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
