import FlowDSL

/// Who dealt with the person, and when: a case's entries by day and by who made them.
public struct ContactLog: Sendable, Hashable {
  /// What someone did toward others.
  public enum Act: Sendable, Hashable {
    /// A role or a category was called; with how many calls that were not answered before.
    case contact(to: String, ContactOutcome, unanswered: Int)
    /// The person was referred to a category.
    case referral(to: String, ReferralOutcome)
    /// The case was handed over.
    case handOver(to: Person)
  }

  /// An act and when it was done.
  public struct TimedAct: Sendable, Hashable {
    /// When it was recorded.
    public let at: Instant
    /// What was done, as it counts now.
    public let act: Act
    /// The step it was done at; `nil` where it was at none.
    public let step: StepPath?
  }

  /// What one person entered on one day.
  public struct Row: Sendable, Hashable {
    /// Who, in which role.
    public let person: Person
    /// The first entry of that person on that day.
    public private(set) var first: Instant
    /// The last one.
    public private(set) var last: Instant
    /// How many entries.
    public private(set) var entries: Int
    /// Contacts, referrals and hand-overs, in order.
    public private(set) var acts: [TimedAct] = []

    fileprivate init(_ entry: Entry) {
      person = entry.by
      first = entry.at
      last = entry.at
      entries = 0
    }

    fileprivate mutating func take(_ entry: Entry) {
      last = entry.at
      entries += 1
    }

    fileprivate mutating func take(_ act: TimedAct) { acts.append(act) }

    /// A call that is made again at its step takes the place of those not answered before it.
    fileprivate mutating func takeCall(
      to: String, _ outcome: ContactOutcome, at instant: Instant, step: StepPath
    ) {
      guard let last = acts.last, last.step == step, case .contact(to, .noAnswer, let unanswered) = last.act
      else {
        return take(TimedAct(at: instant, act: .contact(to: to, outcome, unanswered: 0), step: step))
      }
      acts[acts.count - 1] = TimedAct(
        at: instant, act: .contact(to: to, outcome, unanswered: unanswered + 1), step: step)
    }
  }

  /// In the order of the first entries.
  public let rows: [Row]

  /// The log of a case.
  ///
  /// Entries made by the clock alone count for nobody. What a correction changed is told as it counts now; what it set aside was
  /// done all the same.
  ///
  /// - Parameters:
  ///   - entries: Those of the case.
  ///   - state: The case as they leave it.
  ///   - day: The day of an instant, where the reader is.
  public init<Day: Hashable>(
    _ entries: some Sequence<Entry>, state: State, day: (Instant) -> Day
  ) {
    let counting = Dictionary(state.answers.map { ($0.sequence, $0.event) }) { first, _ in first }
    var places: [Day: [Person: Int]] = [:]
    var rows: [Row] = []
    for entry in entries where entry.event.isSaid && entry.event != .clock {
      let day = day(entry.at)
      let place = places[day]?[entry.by] ?? rows.count
      if place == rows.count {
        places[day, default: [:]][entry.by] = place
        rows.append(Row(entry))
      }
      rows[place].take(entry)
      if case .handedOver(let person, _) = entry.event {
        rows[place].take(TimedAct(at: entry.at, act: .handOver(to: person), step: nil))
      }
      switch counting[entry.sequence] {
      case .contacted(let path, let outcome):
        guard let to = state.recipient(of: path) else { continue }
        rows[place].takeCall(to: to, outcome, at: entry.at, step: path)
      case .referred(let path, let outcome):
        guard let to = state.recipient(of: path) else { continue }
        rows[place].take(TimedAct(at: entry.at, act: .referral(to: to, outcome), step: path))
      default: continue
      }
    }
    self.rows = rows
  }
}

extension State {
  /// The role or category that a contact or a referral goes to.
  fileprivate func recipient(of path: StepPath) -> String? {
    guard let place = place(of: path) else { return nil }
    switch program.flows[place.flow].steps[place.step].kind {
    case .contact(let contact): return contact.to
    case .refer(let referral): return referral.to
    default: return nil
    }
  }
}
