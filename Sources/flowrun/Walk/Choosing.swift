import FlowDSL
import FlowRuntime

extension Walk {
  /// Which of several open steps now; `nil` after a command. What is late comes first, what was set for a later day last;
  /// where nothing else is open, leaving comes before it.
  func choose(among open: [OpenStep]) throws(Stop) -> OpenStep? {
    let now = session.now
    let isLater: (OpenStep) -> Bool = { $0.laterDay(now) != nil }
    let isLate: (OpenStep) -> Bool = { $0.due.map { $0 < now } ?? false }
    let atHand = open.filter { !isLater($0) }
    let steps = atHand.filter(isLate) + atHand.filter { !isLate($0) } + open.filter(isLater)
    let leaves = exercise == nil && atHand.isEmpty
    let commands = words.keys(commands.filter { $0 != .other && !(leaves && $0 == .save) })
    // The order stays while the page stands: a number means the same all the time.
    let draw: (Instant) -> Page = { [unowned self] now in
      var body = Screen()
      body.add(words(.togetherTitle), .title, indent: 2)
      let choices = steps.map { ChoiceReading.Choice(label: self.line($0, now)) }
      return Page(
        body: body, menu: Menu(choices: (leaves ? [leaving] : []) + choices, commands: commands),
        hint: words(.typeChoice))
    }
    let page = draw(now)
    var heading = pages.headingBetweenSteps
    heading.noted = noted.flatMap { line($0, on: page) }
    heading.handedOver = handedOver
    heading.toTell = toTell
    switch try askOrHelp(page, heading: heading, at: nil, anew: draw) {
    case .choice(0)? where leaves: throw .left(.saved)
    case .choice(let index)?: return steps[leaves ? index - 1 : index]
    case .command(let command)?: try carryOut(command, at: nil)
    case .words?, .letter?, nil: break
    }
    return nil
  }

  /// The choice to leave, which takes the place of the key.
  private var leaving: ChoiceReading.Choice {
    ChoiceReading.Choice(label: words(.laterSave), key: words(.keySave))
  }

  private func line(_ open: OpenStep, _ now: Instant) -> String {
    let line = names.line(open)
    if let day = open.laterDay(now) { return words(.laterLine, ["step": line, "date": day]) }
    guard let due = open.due else { return line }
    return words(
      due < now ? .togetherLate : .togetherDue, ["step": line, "time": words.moment(due, now: now)])
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
    switch try askOrHelp(page, heading: heading, at: open) {
    case .choice(0)?: throw .left(.saved)
    case .command(let command)?: try carryOut(command, at: open)
    case .choice?, .words?: openedEarly = open.path
    case .letter?, nil: break
    }
    return false
  }
}
