import FEEL
import FlowDSL

extension Walk {
  /// Asks for a record, or a list of records, field by field. Nothing is kept before the whole is given.
  func records(of fact: Fact, begins: Bool) throws(Stop) -> Value? {
    switch fact.type {
    case .context(let fields): return .context(try record(fields, of: fact, number: nil))
    case .list(.context(let fields)):
      var items: [Value] = []
      var goesOn = begins
      while goesOn {
        items.append(.context(try record(fields, of: fact, number: items.count + 1)))
        goesOn = try isYes(words(.recordAnother))
      }
      return .list(items)
    default: return nil
    }
  }

  private func record(_ fields: [Field], of fact: Fact, number: Int?) throws(Stop) -> Context {
    var record = Context()
    for field in fields {
      let input = AnswerInput(type: field.type, labels: fact.labels)
      var body = Screen()
      if let number { body.add(words(.recordItem, ["n": String(number)]), .quiet, indent: 2) }
      let name = fact.labels[field.name].map { $0(words.language.rawValue) }
      body.add(words(.field, ["name": name ?? ProgramNames.spaced(field.name)]), .title, indent: 2)
      let menu = Menu(
        choices: input.choices(words), takesWords: input.takesWords, isFreeText: input.isFreeText,
        asksYesOrNo: field.type == .boolean, none: input.none(words),
        commands: words.keys([.unknown]))
      let page = Page(body: body, menu: menu, hint: input.hint(words))
      let reading = input.reading(words, today: LocalTime(session.now))
      record[field.name] = try ask(page) { line throws(Misreading) -> Value in
        switch try menu.read(line) {
        case .command: return .null
        case .letter(let letter):
          throw .keyOrChoice(
            letter.typed, [words(.letterText, ["typed": letter.typed])],
            key: letter.entry.map { "/" + $0.key } ?? "", letter.entry?.words ?? "")
        case .choice, .words: break
        }
        return try reading.value(line, as: field.type)
      }
    }
    return record
  }

  private func isYes(_ question: String) throws(Stop) -> Bool {
    var body = Screen()
    body.add(question, .title, indent: 2)
    let page = Page(
      body: body, menu: Menu(choices: words.yesAndNo, asksYesOrNo: true), hint: words(.typeChoice))
    return try ask(page) == .choice(0)
  }
}
