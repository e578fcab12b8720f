/// The kinds of events, by the names that entries carry (grammar, section 12.1).
public enum EventKind: String, Sendable, CaseIterable {
  case started, answered, ticked, contacted, referred, confirmed, overridden, concurred, reported, settled
  case corrected, noted, identified, referenced, quoted
  case handedOver = "handed-over"
  case abandoned, reopened, clock
  case recommended, decided, interrupted, resumed, cancelled, exhausted, overdue, withdrawn, reinstated, ended

  /// Whether a person says it, as opposed to the walk.
  public var isSaid: Bool {
    switch self {
    case .recommended, .decided, .interrupted, .resumed, .cancelled, .exhausted, .overdue, .withdrawn,
      .reinstated,
      .ended:
      false
    default: true
    }
  }
}

extension Event {
  /// The event's kind.
  public var kind: EventKind {
    switch self {
    case .started: .started
    case .answered: .answered
    case .ticked: .ticked
    case .contacted: .contacted
    case .referred: .referred
    case .confirmed: .confirmed
    case .overridden: .overridden
    case .concurred: .concurred
    case .reported: .reported
    case .settled: .settled
    case .corrected: .corrected
    case .noted: .noted
    case .identified: .identified
    case .referenced: .referenced
    case .quoted: .quoted
    case .handedOver: .handedOver
    case .abandoned: .abandoned
    case .reopened: .reopened
    case .clock: .clock
    case .recommended: .recommended
    case .decided: .decided
    case .interrupted: .interrupted
    case .resumed: .resumed
    case .cancelled: .cancelled
    case .exhausted: .exhausted
    case .overdue: .overdue
    case .withdrawn: .withdrawn
    case .reinstated: .reinstated
    case .ended: .ended
    }
  }
}
