import FlowDSL
import FlowRuntime

/// Whom the case is about, the numbers it is known by elsewhere, and what somebody said.
extension Walk {
  /// Shows what is written down of the case itself, and takes more of it until Enter.
  func people() throws(Stop) {
    while true {
      let parts = PersonPart.allCases
      let items = [words(.aboutReference)] + parts.map(words.part) + [words(.aboutWords)]
      guard let index = try choose(words(.aboutTitle), items, about: aboutCase) else { return }
      let event =
        switch index {
        case 0: try reference()
        case items.count - 1: try quotation()
        default: try person(parts[index - 1])
        }
      if let event, try say(event) != nil { say(words(.aboutKept)) }
    }
  }

  /// What is written down so far; whether names may be written.
  private var aboutCase: Screen {
    var screen = AboutCase(state: session.state, words: words).screen(indent: 2)
    if !screen.paragraphs.isEmpty { screen.space() }
    screen.add(words(session.state.isPractice ? .aboutNames : .aboutMarks), .quiet, indent: 2)
    return screen
  }

  func reference() throws(Stop) -> Event? {
    try askWords(.aboutReference, .typeReference, .mark).map { .referenced($0) }
  }

  func quotation() throws(Stop) -> Event? {
    let parts = PersonPart.allCases
    guard let index = try choose(words(.aboutWhoSpoke), parts.map(words.part)) else { return nil }
    return try quotation(of: parts[index])
  }

  func quotation(of part: PersonPart) throws(Stop) -> Event? {
    try askWords(.aboutWords, .typeQuotation, .note).map { .quoted(Quotation($0, by: part)) }
  }

  /// Somebody's mark; in a practice case also their name, birth date and how to reach them, as far as they are known.
  func person(_ part: PersonPart) throws(Stop) -> Event? {
    let title = words.part(part)
    guard let mark = try askWords(title, .typeMark, .mark) else { return nil }
    guard session.state.isPractice, let name = try askWords(title, .typeName, .mark) else {
      return .identified(PersonOfCase(part, mark: mark))
    }
    let identity = PersonOfCase.Identity(
      name: name, born: try askWords(title, .typeBorn, .mark), reach: try askWords(title, .typeReach, .mark))
    return .identified(PersonOfCase(part, mark: mark, identity: identity))
  }

  private func askWords(_ title: Phrase, _ hint: Phrase, _ reading: LineReading) throws(Stop) -> String? {
    try askWords(words(title), hint, reading)
  }

  private func askWords(_ title: String, _ hint: Phrase, _ reading: LineReading) throws(Stop) -> String? {
    try askLine(PlainPages.line(title: title, hint: words(hint)), reading)
  }
}
