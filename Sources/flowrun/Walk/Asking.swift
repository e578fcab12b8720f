import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows a page until what is typed can be understood.
  func ask(_ page: Page, heading: Heading? = nil) throws(Stop) -> Menu.Input {
    try ask(page, heading: heading, reading: { line throws(Misreading) in try page.menu.read(line) })
  }

  /// Shows a page until what is typed can be read.
  func ask<Answer>(
    _ page: Page, heading: Heading? = nil, reading read: (String) throws(Misreading) -> Answer
  ) throws(Stop) -> Answer {
    var screen = heading?.screen(words, now: session.now) ?? Screen()
    screen.add(page.screen())
    var isAgain = false
    while true {
      console.show(screen, message: message, isAgain: isAgain)
      message = nil
      let line = try readLine()
      do throws(Misreading) {
        return try read(line)
      } catch {
        say(words.words(of: error), error.isQuestion ? .plain : .warning)
        isAgain = true
      }
    }
  }

  /// As ``ask``, but Enter alone goes back: `nil`.
  func askOrGoBack(_ page: Page) throws(Stop) -> Menu.Input? {
    var page = page
    page.hint += " " + words(.typeNothingToGoBack)
    return try ask(page) { line throws(Misreading) -> Menu.Input? in
      line.trimmed.isEmpty ? nil : try page.menu.read(line)
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
  func choose(_ title: String, _ items: [String]) throws(Stop) -> Int? {
    let page = PlainPages.list(title: title, items: items, commands: [], words: words, canGoBack: true)
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

  private func readLine() throws(Stop) -> String {
    do throws(Leaving) { return try console.readLine() } catch { throw .left(error) }
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
      let entries = try session.say(event, by: person)
      if event.isCorrectable { noted = event }
      return entries
    } catch {
      switch error {
      case .refused(let refusal):
        say(words.words(of: refusal, roles: session.state.program.roles), .warning)
      case .journal(let failure) where failure.isConflict: try readAgain()
      case .journal(let failure): throw .journal(failure)
      }
      return nil
    }
  }

  /// Someone else wrote to the case: shows it as it stands now.
  private func readAgain() throws(Stop) {
    do throws(CaseSession.Fault) {
      try session.readAgain()
    } catch {
      guard case .journal(let failure) = error else {
        // INVARIANT: what a journal holds was taken once, and is taken again.
        return say(words(.conflict), .warning)
      }
      throw .journal(failure)
    }
    say(words(.conflict), .warning)
  }
}
