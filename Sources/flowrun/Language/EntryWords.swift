import FEEL
import FlowDSL
import FlowRuntime

/// Entries of a journal, in one line each.
struct EntryWords {
  let said: SaidWords
  /// Numbers of the entries that no longer count.
  let withdrawn: Set<Int>

  private var words: Wording { said.names.words }

  /// The line of an entry; `nil` for those that say nothing to people (time passing).
  func line(_ entry: Entry) -> (text: String, isSetAside: Bool)? {
    guard let text = text(entry.event) else { return nil }
    let isSetAside = withdrawn.contains(entry.sequence)
    return (text + (isSetAside ? " (" + words(.courseWithdrawn) + ")" : ""), isSetAside)
  }

  /// Who says what follows.
  func person(_ person: Person) -> String {
    person.identifier + ", " + said.names.recipient(person.role)
  }

  private func text(_ event: Event) -> String? {
    switch event {
    case .started: return words(.entryStarted)
    case .answered, .ticked, .contacted, .referred, .confirmed, .overridden, .concurred, .settled,
      .identified, .referenced, .quoted:
      return said.line(event)
    case .reported(_, let fact):
      let declared = said.state.program.flows.lazy.flatMap(\.facts).first { $0.name == fact }
      return words(
        .entryReported, ["fact": declared.map(said.names.fact) ?? ProgramNames.spaced(fact)])
    case .corrected(let sequence, let to, let reason):
      return words(
        .entryCorrected, ["sequence": String(sequence), "to": said.line(to), "reason": reason])
    case .noted(let text): return words(.entryNoted, ["text": text])
    case .handedOver(let person, let reason):
      let line = words(
        .handedOverTo, ["person": person.identifier, "role": said.names.recipient(person.role)])
      return line + (reason.map { " (" + $0 + ")" } ?? "")
    case .abandoned(let reason): return words(.abandonedTitle, ["reason": reason])
    case .reopened(let reason): return words(.entryReopened, ["reason": reason])
    case .clock, .resumed, .decided: return nil
    case .recommended(let path, let advice): return recommended(path, advice)
    case .interrupted(let path):
      return words(.entryInterrupted, ["title": said.names.interrupt(in: path) ?? ""])
    case .cancelled(let paths):
      return paths.isEmpty
        ? nil : words(.entryCancelled, ["steps": paths.map(step).joined(separator: ", ")])
    case .exhausted(let path, let rounds):
      return words(.entryExhausted, ["step": step(path), "count": String(rounds)])
    case .overdue(let path, let due):
      let time = LocalTime(due)
      return words(.overdueElsewhere, ["step": step(path), "time": time.moment])
    case .withdrawn(let numbers): return words(.entryWithdrawn, ["numbers": Self.list(numbers)])
    case .reinstated(let numbers): return words(.entryReinstated, ["numbers": Self.list(numbers)])
    case .ended: return words(.entryEnded)
    }
  }

  private func recommended(_ path: StepPath, _ advice: Recommendation) -> String {
    guard let place = said.state.place(of: path) else { return path.description }
    let flow = said.state.program.flows[place.flow]
    let values = said.names.advised(advice, flow: flow, kind: flow.steps[place.step].kind).map(\.value)
    let score = advice.score.map { " (" + words(.adviceScore, ["score": words.number($0)]) + ")" } ?? ""
    return step(path) + " · " + words(.adviceTitle, ["value": values.joined(separator: ", ")]) + score
  }

  private func step(_ path: StepPath) -> String { said.names.step(at: path, of: said.state) }

  private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
}
