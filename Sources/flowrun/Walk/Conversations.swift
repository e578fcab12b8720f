import FEEL
import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows a page until something other than help is asked for; `nil` after help alone.
  func askOrHelp(
    _ page: Page, heading: Heading, at open: OpenStep?, anew: ((Instant) -> Page)? = nil,
    canGoBack: Bool = false
  ) throws(Stop) -> Menu.Input? {
    var input =
      canGoBack
      ? try askUnlessEmpty(page, heading: heading) : try ask(page, heading: heading, anew: anew)
    while input == .command(.help) { input = try help(open, page: page, heading: heading) }
    return input
  }

  /// How to do the step, and the keys. What is typed here is typed at the page; `nil` goes back to it.
  private func help(_ open: OpenStep?, page: Page, heading: Heading) throws(Stop) -> Menu.Input? {
    var notes = [open?.definition.notes].compactMap(\.self)
    switch open?.asked {
    case .question(let question), .wait(_, _, let question?): notes.append(question.notes)
    case .tick(let tick): notes.append(tick.notes)
    default: break
    }
    let help = HelpPage(
      notes: notes, flow: session.state.program.flows[open?.flow ?? 0], menu: page.menu,
      more: open.flatMap(pages.grounds) ?? exercise?.story(words),
      commands: exercise == nil && session.isKept ? [.abandon] : [])
    let shown = help.page(words)
    let input = try ask(shown, heading: heading, beside: page.menu) {
      line throws(Misreading) -> Menu.Input? in
      if line.trimmed.isEmpty { return nil }
      if case .command(let command)? = try? shown.menu.read(line) { return .command(command) }
      return try page.menu.read(line)
    }
    if case .letter(let letter)? = input { return try ask(letter) }
    return input
  }

  /// Ends the case before its protocol does, with a reason. It can be reopened.
  func abandon() throws(Stop) {
    var about = Screen()
    let levels = names.highLevels(session.state)
    if !levels.isEmpty {
      about.add(words(.abandonHigh, ["levels": levels.joined(separator: ", ")]), .warning, indent: 2)
      about.space()
    }
    about.add(words(.abandonAbout), indent: 2)
    guard let reason = try askReason(words(.abandonReason), about: about) else { return }
    try say(.abandoned(reason: reason))
  }

  /// Where a note is written.
  var notePage: Page {
    PlainPages.line(
      title: words(.noteTitle), hint: words(.typeNote) + " " + words(.typeNothingToGoBack))
  }

  /// A note in the case.
  func note() throws(Stop) {
    guard let text = try askLine(notePage, .note) else { return }
    if try say(.noted(text)) != nil, message == nil { say(words(.noteSaved)) }
  }

  /// Hands the case over; who takes over goes on at this terminal.
  func handOver() throws(Stop) {
    guard let identifier = try askIdentifier(words(.handOverTitle)), let role = try chooseRole() else {
      return
    }
    let page = PlainPages.line(
      title: words(.handOverReason), hint: words(.typeRemark) + " " + words(.typeNothingToGoBack))
    guard let remark = try askLine(page, .remark) else { return }
    let reason = remark == "-" ? nil : remark
    let person = Person(identifier: identifier, role: role)
    guard try say(.handedOver(to: person, reason: reason)) != nil else { return }
    session.person = person
    say(words(.handedOverTo, ["person": identifier, "role": names.recipient(role)]))
  }

  private func chooseRole() throws(Stop) -> String? {
    let roles = names.actingRoles
    guard !roles.isEmpty else { return session.person.role }
    return try choose(words(.handOverRole), roles.map(names.recipient)).map { roles[$0] }
  }

  func askIdentifier(_ title: String, about: Screen? = nil) throws(Stop) -> String? {
    let hint = words(.typeIdentifier) + " " + words(.typeNothingToGoBack)
    return try askLine(PlainPages.line(title: title, about: about, hint: hint), .identifier)
  }

  /// Reports something that may happen at any step.
  func report() throws(Stop) { _ = try reportNow() }

  /// Whether something was reported; not where the person goes back.
  func reportNow() throws(Stop) -> Bool {
    let reports = session.state.reportable
    let language = words.language.rawValue
    guard let index = try choose(words(.reportTitle), reports.map { $0.words(language) }) else {
      return false
    }
    guard try say(reports[index].event) != nil else { return false }
    say(words(.reportSaved))
    forgetFocus()
    return true
  }

  /// Decides otherwise than recommended, where the flow allows it.
  func decideOtherwise(_ open: OpenStep) throws(Stop) {
    guard case .recommendation(let advice, let rule?) = open.asked, let fact = open.fact,
      let recommended = advice.values.first(where: { $0.fact == fact.name })?.value
    else { return say(words(.overrideNotAllowed), .warning) }
    guard let decision = try decision(on: fact, recommended: recommended, rule: rule) else { return }
    let event = Event.overridden(step: open.path, to: decision.value, reason: decision.reason)
    try say(event, by: decision.person)
  }

  /// What is decided instead, by whom and why; `nil` goes back.
  func decision(
    on fact: Fact, recommended: Value, rule: Override
  ) throws(Stop) -> (value: Value, reason: String?, person: Person)? {
    guard let person = try deciding(rule), let value = try otherValue(of: fact, than: recommended, rule)
    else {
      return nil
    }
    let reason = try askReason(words(.overrideReason))
    if reason == nil, rule.reasonRequired { return nil }
    return (value, reason, person)
  }

  /// Who decides: the person at the terminal, or a colleague whose role may.
  private func deciding(_ rule: Override) throws(Stop) -> Person? {
    if rule.roles.contains(session.person.role) { return session.person }
    let roles = rule.roles.map(names.recipient)
    var about = Screen()
    about.add(words(.overrideRoles, ["roles": roles.joined(separator: ", ")]), indent: 2)
    guard let identifier = try askIdentifier(words(.overrideWho), about: about) else { return nil }
    if rule.roles.count == 1 { return Person(identifier: identifier, role: rule.roles[0]) }
    return try choose(words(.handOverRole), roles).map {
      Person(identifier: identifier, role: rule.roles[$0])
    }
  }

  private func otherValue(of fact: Fact, than recommended: Value, _ rule: Override) throws(Stop) -> Value? {
    guard let values = rule.values(of: fact.type, from: recommended) else {
      let input = AnswerInput(of: fact)
      let reading = input.reading(words, today: LocalTime(session.now))
      let page = PlainPages.line(
        title: words(.overrideTitle), hint: input.hint(words) + " " + words(.typeNothingToGoBack))
      return try ask(page) { line throws(Misreading) -> Value? in
        line.trimmed.isEmpty ? nil : try reading.value(line, as: fact.type)
      }
    }
    return try choose(words(.overrideTitle), values.map { names.value($0, of: fact) }).map { values[$0] }
  }
}

extension Override {
  /// The values that may be decided instead; `nil` where they cannot be listed.
  func values(of type: ValueType, from recommended: Value) -> [Value]? {
    switch type {
    case .boolean: return [true, false].map { .boolean($0) }.filter { $0 != recommended }
    case .choice(let scale):
      let values = scale.map { Value.string($0) }
      guard let place = values.firstIndex(of: recommended) else { return values }
      switch direction {
      case .up: return Array(values[(place + 1)...])
      case .down: return Array(values[..<place])
      case .both: return values.filter { $0 != recommended }
      }
    default: return nil
    }
  }
}
