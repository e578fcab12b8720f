import FEEL
import FlowDSL

/// A walk written as a scenario that walks it again, entry by entry (grammar, section 13.3).
public enum Recording {
  /// Something that was said and has no words in a scenario.
  public struct Fault: Error, Sendable, Hashable {
    /// The number of the entry.
    public let sequence: Int
    /// What kind of entry it is, such as `reopened`.
    public let name: String
  }

  /// The text of a scenario's file.
  ///
  /// Nobody is named in it: a person stands there by their role.
  ///
  /// - Parameters:
  ///   - name: the name of the scenario.
  ///   - entries: all entries of the case, from its start on.
  ///   - state: the case after them.
  public static func scenario(_ name: String, of entries: [Entry], _ state: State) throws(Fault) -> String {
    guard let first = entries.first, case .started(let start) = first.event else {
      throw Fault(sequence: 1, name: "started")
    }
    var lines = ["scenario: \(name)", "flow: \(start.flow)", "language: \(start.language)"]
    if !first.by.role.isEmpty { lines.append("person: {id: \(first.by.role), role: \(first.by.role)}") }
    let moment = DateTime(Instant(milliseconds: first.at.seconds * 1000), first.offset)
    lines.append("start: \(moment.map { Value.dateTime($0).text } ?? first.at.wholeSecond)")
    if !start.given.isEmpty {
      let given = start.given.map { "\($0.fact): \(ScenarioText.written($0.answer))" }
      lines.append("given: {\(given.joined(separator: ", "))}")
    }
    lines.append("walk:")
    var role = first.by.role
    var before = first.at
    var keys: [String: Int] = [:]
    for entry in entries.dropFirst() where entry.event.isSaid {
      guard let said = try ScenarioText.said(entry, entries: entries, after: before, keys: &keys) else {
        continue
      }
      var parts = [said]
      if entry.by.role != role { parts.append("by: \(entry.by.role.isEmpty ? "\"\"" : entry.by.role)") }
      let pause = entry.at.milliseconds - before.milliseconds
      if pause != ScenarioRunner.pause { parts.append("after: \(ScenarioText.duration(pause))") }
      before = entry.at
      lines.append("  - {\(parts.filter { !$0.isEmpty }.joined(separator: ", "))}")
      if case .handedOver(let next, _) = entry.event { role = next.role }
    }
    if lines.last == "walk:" { lines.removeLast() }
    let passed = state.trail.filter { $0.course == .passed }
      .map { ScenarioText.quoted($0.path.description) }
    lines.append("expect:")
    lines.append("  path: [\(passed.joined(separator: ", "))]")
    if let outcome = state.outcome { lines.append("  outcome: \(outcome)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What is said, as scenarios write it.
public enum ScenarioText {
  /// What was answered to something asked; `nil` where an entry answers nothing.
  public static func answer(_ event: Event) -> String? {
    let entry = Entry(
      sequence: 0, at: Instant(milliseconds: 0), by: Person(identifier: "", role: ""), event: event)
    return try? reply(event, in: entry, from: entry.at)
  }

  /// An entry as it stands in `walk`, without braces; `nil` for what a walk does not need: that it was abandoned and reopened.
  static func said(
    _ entry: Entry, entries: [Entry], after before: Instant, keys: inout [String: Int]
  ) throws(Recording.Fault) -> String? {
    switch entry.event {
    case .noted(let words): return "note: \(quoted(words))"
    case .identified, .referenced, .quoted: return caseDetail(entry.event)
    case .handedOver(let next, _): return "hand-over: {id: \(next.role), role: \(next.role)}"
    case .reported(let interrupt, let fact): return "report: \(quoted("\(interrupt).\(fact)"))"
    // What says nothing but that time passed has its time alone: also a minute is written.
    case .clock: return entry.isMinute(after: entries) ? "after: PT1M" : ""
    case .abandoned, .reopened: return nil
    case .corrected(let sequence, let event, let reason):
      guard let target = entries.first(where: { $0.sequence == sequence }) else {
        throw Recording.Fault(sequence: entry.sequence, name: entry.event.name)
      }
      let item: String
      if let key = target.event.key, keys[key] == 1 { item = key } else { item = "#\(sequence)" }
      let reply: String
      if case .noted(let words) = event {
        reply = quoted(words)
      } else if let detail = caseDetail(event) {
        reply = "{\(detail)}"
      } else {
        reply = try self.reply(event, in: entry, from: target.at)
      }
      return "correct: \(quoted(item)), to: \(reply), reason: \(quoted(reason))"
    default:
      var asked = entry.event.key
      if case .concurred(let path, _, _) = entry.event { asked = "\(path).\(entry.by.role)" }
      guard let key = asked else {
        throw Recording.Fault(sequence: entry.sequence, name: entry.event.name)
      }
      keys[key, default: 0] += 1
      return "at: \(quoted(key)), say: \(try reply(entry.event, in: entry, from: before))"
    }
  }

  /// What is said of the case itself; `nil` for all else. Names stay in the journal.
  private static func caseDetail(_ event: Event) -> String? {
    switch event {
    case .identified(let person):
      "identify: {part: \(person.part.rawValue), mark: \(quoted(person.mark))}"
    case .referenced(let reference): "reference: \(quoted(reference))"
    case .quoted(let quotation):
      "quote: {part: \(quotation.speaker.rawValue), words: \(quoted(quotation.words))}"
    default: nil
    }
  }

  /// What is answered.
  ///
  /// - Parameter before: from when the time counts for which something is put off.
  static func reply(_ event: Event, in entry: Entry, from before: Instant) throws(Recording.Fault) -> String {
    switch event {
    case .answered(_, _, let answer): return written(answer)
    case .ticked(_, _, let done, let reason?): return "{done: \(done), reason: \(quoted(reason))}"
    case .ticked(_, _, let done, nil): return "\(done)"
    case .contacted(_, .reached): return "reached"
    case .contacted(_, .noAnswer): return "no-answer"
    case .contacted(_, .unreached(let reason)): return "{unreached: \(quoted(reason))}"
    case .contacted(_, .putOff(let until)):
      return "{put-off: \(duration(max(0, until.milliseconds - before.milliseconds)))}"
    case .settled(_, _, let done, let reason):
      return "{settled: \(done ? "done" : "waived"), reason: \(quoted(reason))}"
    case .referred(_, .referred(nil)): return "referred"
    case .referred(_, .referred(let service?)): return "{referred: \(service)}"
    case .referred(_, .numberGiven): return "number-given"
    case .referred(_, .impossible(let reason)): return "{impossible: \(quoted(reason))}"
    case .concurred(_, true, _): return "agree"
    case .concurred(_, false, let reason): return "{disagree: \(quoted(reason ?? ""))}"
    case .confirmed: return "confirm"
    case .overridden(_, let value, let reason):
      return "{override: \(written(value))" + (reason.map { ", reason: \(quoted($0))" } ?? "") + "}"
    default: throw Recording.Fault(sequence: entry.sequence, name: entry.event.name)
    }
  }

  static func written(_ answer: Answer) -> String {
    switch answer {
    case .unknown: "unknown"
    case .declined: "declined"
    case .value(let value): written(value)
    }
  }

  /// A value as a scenario reads it back.
  static func written(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let isTrue): "\(isTrue)"
    case .number(let number): number.description
    case .list(let items): "[" + items.map(written).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { "\(quoted($0.name)): \(written($0.value))" }.joined(separator: ", ") + "}"
    default: quoted(value.text)
    }
  }

  /// Words in double quotes, as YAML reads them: what cannot be seen is written by its number.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        let isPlain =
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
          default: true
          }
        guard !isPlain else {
          quoted.unicodeScalars.append(scalar)
          continue
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return quoted + "\""
  }

  /// `PT20S`, `PT0.5S`.
  static func duration(_ milliseconds: Int64) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    let fraction = rest == 0 ? "" : "." + String(repeating: "0", count: 3 - String(rest).count) + String(rest)
    return "PT\(seconds)\(fraction)S"
  }
}

extension Event {
  /// By which a scenario names what it answers; `nil` where it answers nothing.
  fileprivate var key: String? {
    switch self {
    case .confirmed(let path), .overridden(let path, _, _): path.description
    case .settled(let path, let item, _, _): item.map { "\(path).\($0)" } ?? path.description
    default: replyKey
    }
  }
}

extension Entry {
  /// Whether it came a minute after the entry of a person before it.
  fileprivate func isMinute(after entries: [Entry]) -> Bool {
    let before = entries.last { $0.sequence < sequence && $0.event.isSaid }
    return before.map { at.milliseconds - $0.at.milliseconds == ScenarioRunner.pause } ?? true
  }
}

extension Instant {
  /// The second in which it lies, as a FEEL date and time in UTC.
  fileprivate var wholeSecond: String {
    let days = seconds.floorDivided(by: 86_400)
    let second = Int(seconds - days * 86_400)
    guard let date = CalendarDate(daysSinceEpoch: Int(days)) else { return "1970-01-01T00:00:00Z" }
    let clock = [second / 3_600, second / 60 % 60, second % 60].map(\.twoDigits).joined(separator: ":")
    return "\(date)T\(clock)Z"
  }
}
