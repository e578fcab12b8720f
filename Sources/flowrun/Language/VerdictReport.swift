import FlowRuntime
import FlowStore

/// What replays show, for people and for programs.
struct VerdictReport {
  let words: Wording

  /// One case, in a line or two.
  func lines(_ record: CaseRecord, _ verdict: Verdict) -> Screen {
    var screen = Screen()
    let marker = [Run(record.identifier, .key), Run("  ")]
    screen.add(sentence(record, verdict), verdict.isGood ? .plain : .warning, marker: marker)
    if case .differs(let divergence) = verdict {
      screen.add(label: .replayExpected, [Run(name(divergence.expected))], words)
      screen.add(label: .replayFound, [Run(name(divergence.found))], words)
    }
    return screen
  }

  /// One case for programs.
  func json(_ record: CaseRecord, _ verdict: Verdict) -> JSON {
    var members: [(String, JSON)] = [
      ("case", .string(record.identifier)), ("program", .string(record.program)),
      ("entries", .number(record.head.sequence)), ("head", .string(record.head.hash.hexadecimal)),
      ("verdict", .string(verdict.name)),
    ]
    if let sequence = verdict.sequence { members.append(("entry", .number(sequence))) }
    if case .differs(let divergence) = verdict {
      members.append(("expected", .string(name(divergence.expected))))
      members.append(("found", .string(name(divergence.found))))
      members.append(("refusal", .optional(divergence.refusal?.identifier)))
    }
    return .object(members)
  }

  private func sentence(_ record: CaseRecord, _ verdict: Verdict) -> String {
    switch verdict {
    case .reproduced: words(.replayGood, ["count": String(record.head.sequence)])
    case .differs(let divergence): words(.replayDiffers, ["sequence": String(divergence.sequence)])
    case .broken(let fault):
      words(
        .replayBroken,
        ["sequence": String(fault.sequence), "reason": words.words("chain." + fault.kind.name)])
    case .unopened(let from, _): words(.replayErased, ["sequence": String(from)])
    }
  }

  /// An entry by its name and the step it is about.
  private func name(_ entry: Entry?) -> String {
    guard let entry else { return words(.replayNothing) }
    return [entry.event.name, entry.event.step?.description].compactMap { $0 }.joined(separator: " ")
  }
}

extension Verdict {
  /// Whether the case was reproduced, as far as it can be read.
  var isGood: Bool {
    switch self {
    case .reproduced, .unopened: true
    case .differs, .broken: false
    }
  }

  /// The name for programs.
  var name: String {
    switch self {
    case .reproduced: "reproduced"
    case .differs: "differs"
    case .broken: "broken"
    case .unopened: "unopened"
    }
  }

  /// The entry it is about.
  var sequence: Int? {
    switch self {
    case .reproduced: nil
    case .differs(let divergence): divergence.sequence
    case .broken(let fault): fault.sequence
    case .unopened(let from, _): from
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
