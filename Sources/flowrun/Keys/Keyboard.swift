extension Wording {
  /// The keys of commands in this language.
  func keys(_ commands: [Command]) -> [Menu.Entry] {
    commands.map { Menu.Entry(command: $0, key: self($0.keyPhrase), words: self($0.wordsPhrase)) }
  }

  /// The choices yes and no.
  var yesAndNo: [ChoiceReading.Choice] {
    [
      ChoiceReading.Choice(label: self(.yes), names: ["true"], key: self(.yesKey)),
      ChoiceReading.Choice(label: self(.no), names: ["false"], key: self(.noKey)),
    ]
  }
}
