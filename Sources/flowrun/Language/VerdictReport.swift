import FlowRuntime
import FlowStore

/// What replays show, for people and for programs.
struct VerdictReport {
  let words: Wording

  /// One case, in a line or two.
  func lines(_ replayed: Replayed) -> Screen {
    var screen = Screen()
    let marker = [Run(replayed.record.identifier, .key), Run("  ")]
    screen.add(sentence(replayed), replayed.isGood ? .plain : .warning, marker: marker)
    if case .success(.differs(let divergence)) = replayed.result {
      screen.add(label: .replayExpected, [Run(side(divergence, of: divergence.expected))], words)
      screen.add(label: .replayFound, [Run(side(divergence, of: divergence.found))], words)
      if let refusal = divergence.refusal {
        let reason = words.words(of: refusal, roles: [:])
        screen.add(words.words("failures.refused", ["reason": reason]))
      }
    }
    return screen
  }

  /// One case for programs.
  func json(_ replayed: Replayed) -> JSON {
    let record = replayed.record
    var members: [(String, JSON)] = [
      ("case", .string(record.identifier)), ("program", .string(record.program)),
      ("entries", .number(record.head.sequence)), ("head", .string(record.head.hash.hexadecimal)),
    ]
    switch replayed.result {
    case .failure(let failure):
      members += [("verdict", .string("unreadable")), ("reason", .string(words.words(of: failure)))]
    case .success(let verdict):
      members.append(("verdict", .string(verdict.name)))
      if let sequence = verdict.sequence { members.append(("entry", .number(sequence))) }
      members += details(verdict, of: record)
    }
    return .object(members)
  }

  private func details(_ verdict: Verdict, of record: CaseRecord) -> [(String, JSON)] {
    switch verdict {
    case .reproduced: []
    case .differs(let divergence):
      [
        ("expected", .string(name(divergence.expected))), ("found", .string(name(divergence.found))),
        ("field", .optional(divergence.field?.name)),
        ("expectedValue", divergence.field?.expected ?? .null),
        ("foundValue", divergence.field?.found ?? .null),
        ("refusal", .optional(divergence.refusal?.identifier)),
        ("mended", .optional(divergence.mended?.rawValue)),
      ]
    case .broken(let fault):
      [("reason", .string(fault.kind.name)), ("words", .string(words.words("chain." + fault.kind.name)))]
    case .unopened(let from, let entries):
      [("unopened", numbers(entries)), ("notCompared", .number(record.head.sequence - from))]
    case .withheld(let entries, let from):
      [
        ("unopened", numbers(entries)),
        ("notCompared", .number(from.map { record.head.sequence - $0 } ?? 0)),
      ]
    case .openedOtherwise(let listed, let first): [("opened", JSON(listed)), ("first", JSON(first))]
    }
  }

  private func numbers(_ entries: [Int]) -> JSON { .array(entries.map { .number($0) }) }

  private func sentence(_ replayed: Replayed) -> String {
    let record = replayed.record
    switch replayed.result {
    case .failure(let failure):
      return words(.replayUnreadable, ["reason": words.words(of: failure)])
    case .success(.reproduced):
      return words(
        .replayGood,
        ["count": String(record.head.sequence), "head": String(record.head.hash.hexadecimal.prefix(12))])
    case .success(.differs(let divergence)):
      if let mended = divergence.mended {
        return words(
          .replayMended,
          [
            "sequence": String(divergence.sequence), "fault": words.words("mended." + mended.rawValue),
          ])
      }
      return words(.replayDiffers, ["sequence": String(divergence.sequence)])
    case .success(.broken(let fault)):
      return words(
        .replayBroken,
        ["sequence": String(fault.sequence), "reason": words.words("chain." + fault.kind.name)])
    case .success(.unopened(let from, _)):
      return words(
        .replayErased, ["sequence": String(from), "count": String(record.head.sequence - from)])
    case .success(.withheld(let entries, let from)):
      return words(
        .replayWithheld,
        [
          "entries": entries.map(String.init).joined(separator: ", "),
          "count": String(from.map { record.head.sequence - $0 } ?? 0),
        ])
    case .success(.openedOtherwise(let listed, let first)):
      return words(
        .replayOpened, ["listed": LocalTime(listed).moment, "first": LocalTime(first).moment])
    }
  }

  /// An entry by its name and the step it is about.
  private func name(_ entry: Entry?) -> String {
    guard let entry else { return words(.replayNothing) }
    return [entry.event.name, entry.event.step?.description].compactMap { $0 }.joined(separator: " ")
  }

  /// An entry with the value of the field that differs.
  private func side(_ divergence: Divergence, of entry: Entry?) -> String {
    guard let field = divergence.field, let entry else { return name(entry) }
    let value = entry == divergence.expected ? field.expected : field.found
    return name(entry) + " · " + words.label(field.name) + value.line
  }
}

extension Verdict {
  /// Whether the case was reproduced, as far as it can be read.
  var isGood: Bool {
    switch self {
    case .reproduced, .unopened: true
    case .differs, .broken, .withheld, .openedOtherwise: false
    }
  }

  /// The name for programs.
  var name: String {
    switch self {
    case .reproduced: "reproduced"
    case .differs: "differs"
    case .broken: "broken"
    case .unopened: "unopened"
    case .withheld: "withheld"
    case .openedOtherwise: "opened-otherwise"
    }
  }

  /// The entry it is about.
  var sequence: Int? {
    switch self {
    case .reproduced: nil
    case .differs(let divergence): divergence.sequence
    case .broken(let fault): fault.sequence
    case .unopened(let from, _): from
    case .withheld(let entries, _): entries.first
    case .openedOtherwise: 1
    }
  }
}

extension ChainFault.Kind {
  /// The key of its words, under `chain.`.
  var name: String {
    switch self {
    case .missing: "missing"
    case .order: "order"
    case .altered: "altered"
    case .notFollowing: "not-following"
    case .misplaced: "misplaced"
    case .openingAltered: "opening-altered"
    case .openings: "openings"
    case .unreadable: "unreadable"
    case .truncated: "truncated"
    case .otherHead: "other-head"
    case .tooLong: "too-long"
    }
  }

  static let names = [
    "missing", "order", "altered", "not-following", "misplaced", "opening-altered", "openings", "unreadable",
    "truncated", "other-head", "too-long",
  ]
}
