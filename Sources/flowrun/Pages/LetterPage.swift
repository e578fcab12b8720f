/// A letter that may be an answer, or the key of a command: which of the two is asked, so that neither is taken by chance.
struct LetterPage: Sendable, Hashable {
  /// What was typed.
  var typed: String
  /// The command that it may be; `nil` where it is the key of another page.
  var entry: Menu.Entry?

  /// The page: 1 the text, 2 the command.
  func page(_ words: Wording) -> Page {
    var body = Screen()
    body.add(words(.letterTitle, ["typed": typed]), .title, indent: 2)
    body.space()
    body.add(
      entry.map { words(.letterAbout, ["key": $0.key]) } ?? words(.letterNoKey), indent: 2)
    let other = entry.map { words(.letterCommand, ["command": $0.words]) } ?? words(.letterBack)
    let choices = [words(.letterText, ["typed": typed]), other]
    return Page(
      body: body, menu: Menu(choices: choices.map { ChoiceReading.Choice(label: $0) }),
      hint: words(.typeChoice) + " " + words(.typeNothingToGoBack))
  }

  /// What was meant, by what was typed at the page; `nil` goes back.
  func input(_ input: Menu.Input) -> Menu.Input? {
    input == .choice(0) ? .words(typed) : entry.map { .command($0.command) }
  }
}
