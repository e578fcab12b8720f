import FlowDSL

/// Faults of FEEL and DMN that earlier versions had, and that are not kept for programs of the first edition: an entry that was taken
/// with one of them differs when it is replayed, and the record is what was recorded all the same (docs/dmn.md).
public enum MendedFault: String, Sendable, Hashable, CaseIterable {
  /// An entry of an input's context stood for a decision, or another input, of its name.
  case contextEntries = "context-entries"
  /// Output values that are no list, `isCollection="1"`, types by qualified names or of other tools.
  case otherTools = "other-tools"
  /// Cells with a boolean expression without `?` over an input without a type.
  case conditionCells = "condition-cells"
  /// Moments and comparisons in zones by name.
  case namedZones = "named-zones"
  /// Line ends, and signs without width, in texts of models.
  case signsWithoutWidth = "signs-without-width"
  /// `modulo`, `exp` and powers of numbers with many digits.
  case manyDigits = "many-digits"
  /// Back-references, and blocks by the names of XML Schema, in regular expressions.
  case regularExpressions = "regular-expressions"
}

extension MendedFault {
  /// The first of them that the text of a decision can have met; `nil` where none can.
  fileprivate static func met(by text: String, isModel: Bool) -> MendedFault? {
    allCases.first { fault in
      switch fault {
      case .manyDigits: ["modulo(", "exp(", "**"].contains(where: text.contains)
      case .regularExpressions: ["matches(", "replace(", "split("].contains(where: text.contains)
      case .otherTools:
        isModel
          && [
            "isCollection=\"1\"", "<outputValues", ":outputValues", "typeRef=\"integer\"", "typeRef=\"long\"",
          ]
          .contains(where: text.contains)
      case .conditionCells:
        isModel && text.contains("inputEntry") && text.contains("<inputExpression>")
      case .namedZones: isModel && ["@Europe", "@America", "@Asia", "@Africa"].contains(where: text.contains)
      case .signsWithoutWidth:
        isModel && text.unicodeScalars.contains { ["\r", "\u{200B}", "\u{180E}"].contains($0) }
      case .contextEntries: isModel && text.contains("<itemComponent")
      }
    }
  }
}

extension Divergence {
  /// The mended fault by which the entry may differ: one of a decision of a program of the first edition, all of which but its values
  /// is the same; `nil` where there is none.
  func mendedFault(in state: State) -> MendedFault? {
    guard state.program.edition == .first, let expected, let found, refusal == nil,
      (expected.sequence, expected.at, expected.offset) == (found.sequence, found.at, found.offset),
      expected.by == found.by, expected.event.step == found.event.step,
      let path = expected.event.step, let place = state.place(of: path)
    else { return nil }
    switch (expected.event, found.event) {
    case (.decided(_, let ours), .decided(_, let theirs)) where ours.map(\.fact) == theirs.map(\.fact): break
    case (.recommended(_, let ours), .recommended(_, let theirs))
    where ours.values.map(\.fact) == theirs.values.map(\.fact): break
    default: return nil
    }
    let flow = state.program.flows[place.flow]
    var isModel = false
    if case .decide(let decision) = flow.steps[place.step].kind { isModel = decision.isModel }
    let texts = state.program.sources.filter {
      isModel ? $0.path.hasSuffix(".dmn") : $0.path == flow.name + ".yaml"
    }
    return MendedFault.met(by: texts.map(\.text).joined(separator: "\n"), isModel: isModel)
  }
}
