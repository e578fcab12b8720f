import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows a page until what is typed can be understood.
  ///
  /// - Parameter anew: the page at another moment, where it says how long something takes or is late.
  func ask(
    _ page: Page, heading: Heading? = nil, anew: ((Instant) -> Page)? = nil
  ) throws(Stop) -> Menu.Input {
    while true {
      let input = try ask(page, heading: heading, anew: anew) { line throws(Misreading) in
        try page.menu.read(line)
      }
      guard case .letter(let letter) = input else { return input }
      if let input = try ask(letter) { return input }
    }
  }

  /// Whether a letter was meant as a text or as a command; `nil` goes back.
  func ask(_ letter: LetterPage) throws(Stop) -> Menu.Input? {
    let page = letter.page(words)
    return try ask(page) { line throws(Misreading) -> Menu.Input? in
      line.trimmed.isEmpty ? nil : letter.input(try page.menu.read(line))
    }
  }

  /// Shows a page until what is typed can be read.
  ///
  /// A line counts once the page was seen whole; a command that answers nothing counts at once. What was typed and not taken
  /// stands in the line again where it was words.
  ///
  /// - Parameter beside: what else may be typed at the page: a command of it counts at once, too.
  func ask<Answer>(
    _ page: Page, heading: Heading? = nil, anew: ((Instant) -> Page)? = nil, beside: Menu? = nil,
    reading read: (String) throws(Misreading) -> Answer
  ) throws(Stop) -> Answer {
    let name = page.takesText ? page.title : nil
    var draft = name.flatMap { drafts[$0] } ?? ""
    var isAgain = false
    while true {
      let asked = AskedPage(
        screen: { [session, words] in
          let now = session.now
          var screen = heading?.screen(words, now: now) ?? Screen()
          screen.add((anew?(now) ?? page).screen())
          return screen
        }, message: message(withDraft: draft), isAgain: isAgain, takesText: page.takesText, draft: draft)
      message = nil
      let typed = try line(at: asked)
      let isAtOnce = page.menu.isAtOnce(typed.text) || beside?.isAtOnce(typed.text) ?? false
      if let name { drafts[name] = isAtOnce || typed.text.trimmed.isEmpty ? nil : typed.text }
      do throws(Misreading) {
        guard typed.lost == 0, typed.text.unicodeScalars.count <= EntryLimits.text else {
          throw .tooLong(limit: EntryLimits.text)
        }
        guard typed.isSeenWhole || isAtOnce else { throw .notSeenWhole(typed.text) }
        return try read(typed.text)
      } catch {
        say(words.words(of: error), error.isQuestion ? .plain : .warning)
        isAgain = true
        draft = page.takesText && !error.isQuestion ? typed.text : ""
      }
    }
  }

  /// The word for the page, and that what was typed stands in the line.
  private func message(withDraft draft: String) -> Screen? {
    guard console.keepsLines, !draft.isEmpty else { return message }
    var screen = message ?? Screen()
    screen.add(words(.draftKept), .quiet)
    return screen
  }

  /// As ``ask``, but Enter alone goes back: `nil`.
  func askOrGoBack(_ page: Page) throws(Stop) -> Menu.Input? {
    var page = page
    page.hint += " " + words(.typeNothingToGoBack)
    while true {
      let input = try ask(page) { line throws(Misreading) -> Menu.Input? in
        line.trimmed.isEmpty ? nil : try page.menu.read(line)
      }
      guard case .letter(let letter) = input else { return input }
      if let input = try ask(letter) { return input }
    }
  }

  /// A line of words; Enter alone goes back: `nil`.
  func askLine(_ page: Page, _ reading: LineReading) throws(Stop) -> String? {
    try ask(page) { line throws(Misreading) -> String? in try reading.read(line) }
  }

  /// Shows a page until Enter, whatever is typed before it.
  func read(_ page: Page, heading: Heading? = nil) throws(Stop) {
    try ask(page, heading: heading) { _ throws(Misreading) -> Void in }
  }

  /// One of a list; `nil` goes back.
  func choose(_ title: String, _ items: [String], about: Screen? = nil) throws(Stop) -> Int? {
    let page = PlainPages.list(
      title: title, items: items, about: about, commands: [], words: words, canGoBack: true)
    return try ask(page) { line throws(Misreading) -> Int? in
      if line.trimmed.isEmpty { return nil }
      guard case .choice(let index) = try page.menu.read(line) else { return nil }
      return index
    }
  }

  /// A reason of at least a few words; `nil` goes back.
  func askReason(_ title: String, about: Screen? = nil) throws(Stop) -> String? {
    try askLine(
      PlainPages.line(
        title: title, about: about, hint: words(.typeReason) + " " + words(.typeNothingToGoBack)), .reason)
  }

  /// A moment to come; an hour alone is the next such hour. `nil` goes back.
  func askMoment(_ title: String) throws(Stop) -> Instant? {
    let now = session.now
    let page = PlainPages.line(
      title: title, hint: words(.typeDateAndTime) + " " + words(.typeNothingToGoBack))
    return try ask(page) { line throws(Misreading) -> Instant? in
      if line.trimmed.isEmpty { return nil }
      let moment = try MomentReading.next(line, after: now)
      guard moment > now else { throw .momentPassed(line.trimmed) }
      return moment
    }
  }

  private func line(at page: AskedPage) throws(Stop) -> TypedLine {
    do throws(Leaving) { return try console.ask(page) } catch { throw .left(error) }
  }

  /// Keeps words for the next page.
  func say(_ text: String, _ style: Style = .plain) {
    var screen = Screen()
    screen.add(text, style)
    message = screen
  }

  /// Says something to the walk. Gives `nil`, and words for the next page, when it is not taken.
  @discardableResult
  func say(_ event: Event, by person: Person? = nil) throws(Stop) -> [Entry]? {
    do throws(CaseSession.Fault) {
      return try said(event, by: person)
    } catch {
      switch error {
      case .refused(let refusal): sayRefused(refusal, of: event)
      case .journal(let failure) where failure.isConflict: return try sayAgain(event, by: person)
      case .journal(let failure): throw .journal(failure)
      }
      return nil
    }
  }

  private func said(_ event: Event, by person: Person?) throws(CaseSession.Fault) -> [Entry] {
    let entries = try session.say(event, by: person)
    if event.isCorrectable { noted = event }
    if event != .clock { drafts = [:] }
    if event.mayTell { toTell = nil }
    return entries
  }

  /// Someone else wrote to the case: shows it as it stands now. A note is put after what the other wrote; what an answer said is
  /// shown, for it may be about something that is no longer asked.
  private func sayAgain(_ event: Event, by person: Person?) throws(Stop) -> [Entry]? {
    do throws(CaseSession.Fault) {
      try session.readAgain()
      if event.saysOfCase {
        let entries = try said(event, by: person)
        say(words(.conflictNoted))
        return entries
      }
    } catch {
      switch error {
      case .journal(let failure) where failure.isConflict: break
      case .journal(let failure): throw .journal(failure)
      // INVARIANT: what a journal holds was taken once, and is taken again.
      case .refused: break
      }
    }
    var screen = Screen()
    screen.add(words(.conflict), .warning)
    let typed = SaidWords(state: session.state, names: names).typed(event)
    if !typed.isEmpty { screen.add(words(.notTaken, ["what": typed]), .warning) }
    message = screen
    return nil
  }

  /// Why something was not taken, and that all that was said before is kept.
  func sayRefused(_ refusal: Refusal, of event: Event) {
    let outcome = SaidWords(state: session.state, names: names).outcome(event)
    say(
      words.words(of: refusal, roles: session.state.program.roles, said: outcome) + " "
        + words(.refusedKept), .warning)
  }
}
