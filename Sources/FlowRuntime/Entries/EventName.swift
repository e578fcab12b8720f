extension Event {
  /// The event's name in the grammar (section 12.1) and in journals.
  public var name: String { kind.rawValue }

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
