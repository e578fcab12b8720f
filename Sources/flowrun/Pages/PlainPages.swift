/// Pages of a title, some lines and choices.
enum PlainPages {
  /// A list to choose one of.
  static func list(
    title: String, items: [String], about: Screen? = nil, commands: [Menu.Entry], words: Wording,
    canGoBack: Bool
  ) -> Page {
    var body = Screen()
    body.add(title, .title, indent: 2)
    if let about {
      body.space()
      body.add(about)
    }
    let hint = canGoBack ? words(.typeChoice) + " " + words(.typeNothingToGoBack) : words(.typeChoice)
    return Page(
      body: body, menu: Menu(choices: items.map { ChoiceReading.Choice(label: $0) }, commands: commands),
      hint: hint)
  }

  /// One line of words, such as a reason or a note.
  static func line(title: String, about: Screen? = nil, hint: String) -> Page {
    var body = Screen()
    body.add(title, .title, indent: 2)
    if let about {
      body.space()
      body.add(about)
    }
    return Page(body: body, menu: Menu(takesWords: true), hint: hint, takesText: true)
  }

  /// The end of a walk.
  static func end(
    outcome: String, caseIdentifier: String, documents: Screen?, hasTasks: Bool = false, words: Wording
  ) -> Page {
    var body = Screen()
    body.add(words(.endTitle, ["outcome": outcome]), .title, indent: 2)
    body.space()
    body.add(words(.endSaved, ["case": caseIdentifier]), indent: 2)
    if let documents {
      body.space()
      body.add(documents)
    }
    return Page(
      body: body, menu: Menu(commands: words.keys([.back, .note, .people] + (hasTasks ? [.tasks] : []))),
      hint: words(.endKey))
  }
}
