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
    let name = page.takesText ? page.identity(under: heading) : nil
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
      if isUrgent(typed.text, at: page, beside) {
        let waiting = name.flatMap { drafts[$0] }
        guard try !reportNow() else { throw .reported }
        draft = waiting ?? ""
        continue
      }
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
        if !page.takesText { keepForNote(typed.text, error) }
        isAgain = true
        draft = page.takesText && !error.isQuestion ? typed.text : ""
      }
    }
  }

  /// Whether what was typed reports something urgent, at a page that has no key for it: it does on every page.
  private func isUrgent(_ text: String, at page: Page, _ beside: Menu?) -> Bool {
    let typed = text.trimmed
    let key = words(.keyReport)
    guard typed == key || typed == "/" + key, !session.state.reportable.isEmpty else { return false }
    return !(page.menu.commands + (beside?.commands ?? [])).contains { $0.command == .report }
  }

  /// What was typed at a page that takes no words, and was some: it stands in the line of a note, if one is written.
  private func keepForNote(_ text: String, _ misreading: Misreading) {
    if case .notFound = misreading { return }
    let typed = text.trimmed
    guard typed.count > 12, typed.contains(" "), typed.contains(where: \.isLetter) else { return }
    drafts[notePage.identity(under: nil)] = typed
    message?.add(words(.draftForNote, ["key": words(.keyNote)]), .quiet)
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
    return try askUnlessEmpty(page)
  }

  /// As ``ask``, but Enter alone gives `nil`; the page says so itself.
  func askUnlessEmpty(_ page: Page, heading: Heading? = nil) throws(Stop) -> Menu.Input? {
    while true {
      let input = try ask(page, heading: heading) { line throws(Misreading) -> Menu.Input? in
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
    guard case .choice(let index)? = try chooseOrCommand(title, items, about: about) else { return nil }
    return index
  }

  /// One of a list, or a command; `nil` goes back.
  func chooseOrCommand(
    _ title: String, _ items: [String], about: Screen? = nil, commands: [Command] = []
  ) throws(Stop) -> Menu.Input? {
    try askUnlessEmpty(
      PlainPages.list(
        title: title, items: items, about: about, commands: words.keys(commands), words: words,
        canGoBack: true))
  }

  /// A reason of at least a few words; `nil` goes back.
  func askReason(_ title: String, about: Screen? = nil) throws(Stop) -> String? {
    try askLine(
      PlainPages.line(
        title: title, about: about, hint: words(.typeReason) + " " + words(.typeNothingToGoBack)), .reason)
  }

  /// A moment to come; an hour alone is the next such hour. One past the time at which the step is due, on another day than may have been
  /// meant, or far off, is asked about first. `nil` goes back.
  func askMoment(_ title: String, due: Instant? = nil) throws(Stop) -> Instant? {
    while true {
      let now = session.now
      var about = Screen()
      if let due {
        about.add(
          words(
            due < now ? .overdueSince : .dueBy,
            [
              "time": words.moment(due, now: now),
              (due < now ? "late" : "left"): words.length(milliseconds: abs(now.distance(to: due))),
            ]), due < now ? .warning : .plain, indent: 2)
      }
      let page = PlainPages.line(
        title: title, about: due == nil ? nil : about,
        hint: words(.typeMomentToCome) + " " + words(.typeNothingToGoBack))
      let typed = try ask(page) { line throws(Misreading) -> (moment: Instant, isHour: Bool)? in
        if line.trimmed.isEmpty { return nil }
        let moment = try MomentReading.next(line, after: now)
        guard moment > now else { throw .momentPassed(line.trimmed) }
        return (moment, MomentReading.isHour(line))
      }
      guard let typed else { return nil }
      guard let doubt = doubt(about: typed.moment, isHour: typed.isHour, due: due, now: now) else {
        return typed.moment
      }
      let time = words.moment(typed.moment, now: now)
      let ways = [words(.momentAsSaid, ["time": time]), words(.momentOther)]
      if try choose(doubt, ways) == 0 { return typed.moment }
    }
  }

  /// Why a moment is asked about before it is taken; `nil` where nothing speaks against it.
  private func doubt(about moment: Instant, isHour: Bool, due: Instant?, now: Instant) -> String? {
    let time = words.moment(moment, now: now)
    if let due, moment > due {
      return words(.momentPastDue, ["time": time, "due": words.moment(due, now: now)])
    }
    if isHour, !LocalTime(moment).isSameDay(as: LocalTime(now)) {
      return words(.momentTomorrow, ["time": time])
    }
    guard now.distance(to: moment) > Self.farOff else { return nil }
    let length = words.length(milliseconds: now.distance(to: moment))
    return words(.momentFar, ["time": time, "length": length])
  }

  /// From how far off a moment is asked about: a week. Source: choice.
  private static var farOff: Int64 { 7 * 86_400_000 }

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
    if event != .clock, !event.isReport { drafts = [:] }
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

extension Event {
  /// Whether it reports something urgent.
  fileprivate var isReport: Bool {
    if case .reported = self { true } else { false }
  }
}
