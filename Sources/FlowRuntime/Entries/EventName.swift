extension Event {
  /// The event's name in the grammar (section 12.1) and in journals.
  public var name: String {
    switch self {
    case .started: "started"
    case .answered: "answered"
    case .ticked: "ticked"
    case .contacted: "contacted"
    case .referred: "referred"
    case .confirmed: "confirmed"
    case .overridden: "overridden"
    case .concurred: "concurred"
    case .reported: "reported"
    case .settled: "settled"
    case .corrected: "corrected"
    case .noted: "noted"
    case .identified: "identified"
    case .referenced: "referenced"
    case .quoted: "quoted"
    case .handedOver: "handed-over"
    case .abandoned: "abandoned"
    case .reopened: "reopened"
    case .clock: "clock"
    case .recommended: "recommended"
    case .decided: "decided"
    case .interrupted: "interrupted"
    case .resumed: "resumed"
    case .cancelled: "cancelled"
    case .exhausted: "exhausted"
    case .overdue: "overdue"
    case .withdrawn: "withdrawn"
    case .reinstated: "reinstated"
    case .ended: "ended"
    }
  }

  /// The step it is about; `nil` where it is about none.
  public var step: StepPath? {
    switch self {
    case .answered(let step, _, _), .ticked(let step, _, _, _), .contacted(let step, _),
      .referred(let step, _),
      .confirmed(let step), .overridden(let step, _, _), .recommended(let step, _), .decided(let step, _),
      .settled(let step, _, _, _), .interrupted(let step), .resumed(let step), .overdue(let step, _),
      .exhausted(let step, _), .concurred(let step, _, _):
      step
    default: nil
    }
  }
}
