import FlowDSL
import FlowRuntime

extension Walk {
  /// Which of several open steps now. What was set for a later day comes last; where nothing else is open, leaving comes first.
  func choose(among open: [OpenStep]) throws(Stop) -> OpenStep {
    let now = session.now
    let steps = open.filter { $0.laterDay(now) == nil } + open.filter { $0.laterDay(now) != nil }
    let leaves = exercise == nil && steps.allSatisfy { $0.laterDay(now) != nil }
    var body = Screen()
    body.add(words(.togetherTitle), .title, indent: 2)
    let choices = steps.map { ChoiceReading.Choice(label: line($0, now)) }
    let page = Page(
      body: body,
      menu: Menu(
        choices: (leaves ? [leaving] : []) + choices, commands: leaves ? [] : words.keys([.save])),
      hint: words(.typeChoice))
    guard case .choice(let index) = try ask(page), !leaves || index > 0 else { throw .left(.saved) }
    return steps[leaves ? index - 1 : index]
  }

  /// The choice to leave, which takes the place of the key.
  private var leaving: ChoiceReading.Choice {
    ChoiceReading.Choice(label: words(.laterSave), key: words(.keySave))
  }

  private func line(_ open: OpenStep, _ now: Instant) -> String {
    let line = names.line(open)
    return open.laterDay(now).map { words(.laterLine, ["step": line, "date": $0]) } ?? line
  }

  /// Whether a step that was set for a later day is opened nonetheless; leaving is offered first.
  ///
  /// In an exercise no day has to pass: the step is simply there.
  func opens(_ open: OpenStep) throws(Stop) -> Bool {
    guard exercise == nil, openedEarly != open.path, let day = open.laterDay(session.now) else { return true }
    var body = Screen()
    body.add(words(.laterTitle, ["step": names.step(open.definition), "date": day]), .title, indent: 2)
    body.space()
    body.add(words(.laterAbout), indent: 2)
    let choices = [leaving, ChoiceReading.Choice(label: words(.laterOpen))]
    let menu = Menu(choices: choices, commands: words.keys(commands.filter { $0 != .save }))
    let page = Page(body: body, menu: menu, hint: words(.typeChoice))
    var heading = heading(of: open, page: page)
    // The page says it itself.
    heading.laterDay = nil
    switch try ask(page, heading: heading) {
    case .choice(0): throw .left(.saved)
    case .command(let command): try carryOut(command, at: open, page: page)
    case .choice, .words: openedEarly = open.path
    }
    return false
  }
}
