import FlowDSL
import FlowRuntime

/// Who dealt with the person, when, as a table by day.
struct ContactReport {
  let words: Wording
  let stored: StoredState
  let log: ContactLog

  /// The log of a case, by local days.
  init(_ stored: StoredState, words: Wording) {
    self.words = words
    self.stored = stored
    log = ContactLog(stored.entries, state: stored.state) { LocalTime($0).date }
  }

  private var names: ProgramWords { ProgramWords(program: stored.state.program, words: words) }

  /// A heading for each day; under it each person with the times, and what was done toward others.
  func page() -> Screen {
    var screen = Screen()
    let title = stored.state.program.flows[0].title(words.language.rawValue)
    screen.add([Run(stored.record.identifier, .key), Run("  " + title, .title)])
    if log.rows.isEmpty { screen.add(words(.contactsNone)) }
    var day = ""
    for row in log.rows {
      let date = LocalTime(row.first).date
      if date != day {
        day = date
        screen.space()
        screen.add(day, .title)
      }
      let count = words.count(row.entries, one: .contactsEntryOne, many: .contactsEntryMany)
      screen.add(
        [Run(person(row.person))], indent: 2, marker: [Run(span(row) + "  ", .quiet)],
        trailing: [Run(count, .quiet)])
      for act in row.acts {
        screen.add([Run(line(act))], indent: 17, marker: [Run(LocalTime(act.at).time + "  ", .quiet)])
      }
    }
    return screen
  }

  /// `03:05 – 03:40`, or one time in the same width.
  private func span(_ row: ContactLog.Row) -> String {
    let (first, last) = (LocalTime(row.first).time, LocalTime(row.last).time)
    return first == last ? first + String(repeating: " ", count: 8) : first + " – " + last
  }

  private func person(_ person: Person) -> String {
    person.identifier + ", " + names.recipient(person.role)
  }

  private func line(_ act: ContactLog.TimedAct) -> String {
    switch act.act {
    case .contact(let to, let outcome, let unanswered):
      let tries = words.count(unanswered, one: .contactsTryOne, many: .contactsTryMany)
      return parts(to, act.step, self.words(of: outcome)) + (unanswered == 0 ? "" : " (" + tries + ")")
    case .referral(let to, let outcome): return parts(to, act.step, self.words(of: outcome))
    case .handOver(let to):
      return words(.handedOverTo, ["person": to.identifier, "role": names.recipient(to.role)])
    }
  }

  /// Who, for what, and what came of it; the step is left out where it is called as the other is.
  private func parts(_ to: String, _ path: StepPath?, _ outcome: String) -> String {
    let step = path.map { names.step(at: $0, of: stored.state) }
    let whom = names.recipient(to)
    return [whom, step?.folded == whom.folded ? nil : step, outcome].compactMap(\.self).joined(
      separator: " · ")
  }

  private func words(of outcome: ContactOutcome) -> String {
    switch outcome {
    case .reached: words(.contactReached)
    case .noAnswer: words(.contactNoAnswer)
    case .putOff(let until): words(.contactLaterAt, ["time": words.moment(until, now: SystemClock.now())])
    case .unreached(let reason): words(.contactGiveUp) + " (" + reason + ")"
    }
  }

  private func words(of outcome: ReferralOutcome) -> String {
    switch outcome {
    case .referred(nil): return words(.referDone)
    case .referred(let name?):
      let service = stored.state.program.directory.services.first { $0.name == name }
      return words(.referTo, ["service": service?.title(words.language.rawValue) ?? name])
    case .numberGiven: return words(.referNumber)
    case .impossible(let reason): return words(.referImpossible) + " (" + reason + ")"
    }
  }

  /// The log for programs.
  func json() -> JSON {
    .object([
      ("case", .string(stored.record.identifier)), ("rows", .array(log.rows.map(Self.json))),
    ])
  }

  private static func json(_ row: ContactLog.Row) -> JSON {
    .object([
      ("person", .string(row.person.identifier)), ("role", .string(row.person.role)),
      ("first", JSON(row.first)), ("last", JSON(row.last)), ("entries", .number(row.entries)),
      ("acts", .array(row.acts.map(json))),
    ])
  }

  private static func json(_ act: ContactLog.TimedAct) -> JSON {
    let members: [(String, JSON)] =
      switch act.act {
      case .contact(let to, let outcome, let unanswered):
        [("act", .string("contact")), ("to", .string(to)), ("unanswered", .number(unanswered))]
          + outcome.members
      case .referral(let to, let outcome):
        [("act", .string("referral")), ("to", .string(to))] + outcome.members
      case .handOver(let to):
        [("act", .string("hand-over")), ("to", .string(to.identifier)), ("role", .string(to.role))]
      }
    return .object(
      [("at", JSON(act.at))] + members + (act.step.map { [("step", .string($0.description))] } ?? []))
  }
}
