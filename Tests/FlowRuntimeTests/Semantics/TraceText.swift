import FEEL
import FlowRuntime

/// A journal as people read it in a golden file: one line an entry.
enum TraceText {
  static func text(_ entries: [Entry], open: [OpenStep]) -> String {
    let start = entries.first?.at.milliseconds ?? 0
    let lines = entries.map { entry in
      let minutes = (entry.at.milliseconds - start) / 60_000
      let indent = entry.event.isSaid ? "" : "    "
      return "\(padded(entry.sequence)) +\(minutes)min \(indent)\(words(entry.event)) (\(entry.by.role))"
    }
    let rest = open.map { step in
      "open: \(step.path)" + (step.item.map { ".\($0)" } ?? "") + (step.by.map { " for \($0)" } ?? "")
    }
    return (lines + rest).joined(separator: "\n") + "\n"
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 3 - digits.count)) + digits
  }

  private static func words(_ event: Event) -> String {
    switch event {
    case .started(let start):
      "started \(start.flow)" + start.given.map { " \($0.fact) = \(words($0.answer))" }.joined()
    case .answered(let step, let fact, let answer): "answered \(step).\(fact) = \(words(answer))"
    case .ticked(let step, let item, let done, let reason):
      "ticked \(step).\(item) = \(done)" + because(reason)
    case .contacted(let step, .reached): "contacted \(step): reached"
    case .contacted(let step, .noAnswer): "contacted \(step): no answer"
    case .contacted(let step, .unreached(let reason)): "contacted \(step): unreached" + because(reason)
    case .contacted(let step, .putOff(let until)): "contacted \(step): put off to \(until.milliseconds)"
    case .referred(let step, .referred(let service)): "referred \(step): \(service ?? "referred")"
    case .referred(let step, .numberGiven): "referred \(step): number given"
    case .referred(let step, .impossible(let reason)): "referred \(step): impossible" + because(reason)
    case .confirmed(let step): "confirmed \(step)"
    case .overridden(let step, let value, let reason): "overridden \(step) to \(value)" + because(reason)
    case .concurred(let step, let agrees, let reason):
      "concurred \(step): \(agrees ? "agrees" : "disagrees")" + because(reason)
    case .reported(let interrupt, let fact): "reported \(interrupt).\(fact)"
    case .settled(let step, let item, let done, let reason):
      "settled \(step)\(item.map { "." + $0 } ?? ""), \(done ? "done" : "waived")" + because(reason)
    case .corrected(let number, let event, let reason):
      "corrected \(number): \(words(event))" + because(reason)
    case .noted(let text): "noted \(text)"
    case .identified(let person): "identified \(person.part) \(person.mark)"
    case .referenced(let reference): "referenced \(reference)"
    case .quoted(let quotation): "quoted \(quotation.speaker): \(quotation.words)"
    case .handedOver(let person, let reason): "handed over to \(person.role)" + because(reason)
    case .abandoned(let reason): "abandoned" + because(reason)
    case .reopened(let reason): "reopened" + because(reason)
    case .clock: "clock"
    case .recommended(let step, let advice): "recommended \(step): " + words(advice)
    case .decided(let step, let bindings): "decided \(step): " + words(bindings)
    case .interrupted(let path): "interrupted by \(path)"
    case .resumed(let path): "resumed after \(path)"
    case .cancelled(let paths): "cancelled " + paths.map(\.description).joined(separator: ", ")
    case .exhausted(let step, let rounds): "exhausted \(step) after \(rounds)"
    case .overdue(let step, _): "overdue \(step)"
    case .withdrawn(let numbers): "withdrawn \(numbers)"
    case .reinstated(let numbers): "reinstated \(numbers)"
    case .ended(let outcome): "ended \(outcome)"
    }
  }

  private static func words(_ advice: Recommendation) -> String {
    var parts = [words(advice.values)]
    if let score = advice.score { parts.append("score \(score)") }
    if !advice.counted.isEmpty {
      let counted = advice.counted.map { "\($0.factor) \($0.weight)" + ($0.ground.isPrecaution ? "?" : "") }
      parts.append("counted " + counted.joined(separator: ", "))
    }
    if let row = advice.row { parts.append("row \(row)") }
    return parts.joined(separator: "; ")
  }

  private static func words(_ bindings: [Binding]) -> String {
    bindings.map { "\($0.fact) = \($0.value)" }.joined(separator: ", ")
  }

  private static func words(_ answer: Answer) -> String {
    switch answer {
    case .value(let value): value.description
    case .unknown: "unknown"
    case .declined: "declined"
    }
  }

  private static func because(_ reason: String?) -> String { reason.map { " because \($0)" } ?? "" }
}
