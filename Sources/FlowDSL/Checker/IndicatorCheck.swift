/// Indicators: what they name is there, the cases that are counted come to it, and conditions are decided.
///
/// A count that can only be zero is an error: it would be published as if nothing had been done.
struct IndicatorCheck {
  private let indicators: IndicatorsSyntax
  private let surroundings: Surroundings
  private let sources: [String]
  /// The flows that the cases counted may walk; `nil` where one of them cannot be read, or is not there.
  private let walked: [FlowSignature]?
  private var diagnostics: [Diagnostic] = []

  /// Diagnostics on the indicators of a folder.
  static func check(
    _ indicators: IndicatorsSyntax, shared: SharedSyntax?, _ graph: CallGraph, _ surroundings: Surroundings
  ) -> [Diagnostic] {
    var check = IndicatorCheck(indicators, shared: shared, graph, surroundings)
    check.run()
    return check.diagnostics
  }

  private init(
    _ indicators: IndicatorsSyntax, shared: SharedSyntax?, _ graph: CallGraph, _ surroundings: Surroundings
  ) {
    self.indicators = indicators
    self.surroundings = surroundings
    sources = (indicators.sources + (shared?.sources ?? [])).map(\.name.value)
    let names = Set(indicators.cases.flatMap { graph.reachable(from: $0.value) })
    let isWhole = names.union(names.flatMap { graph.calls[$0] ?? [] }.map(\.flow.value))
      .allSatisfy { surroundings.signatures[$0] != nil }
    walked = isWhole ? names.compactMap { surroundings.signatures[$0] } : nil
  }

  private mutating func run() {
    for name in indicators.cases { checkFlow(name, isCase: true) }
    checkNumbers()
    for count in indicators.counts {
      for source in count.source where !sources.contains(source.value) {
        report(.unknownSource, at: source, among: sources)
      }
      for criterion in count.any + count.of { check(criterion) }
    }
  }

  /// Each count has a number of its own: who asked for it finds one figure under it.
  private mutating func checkNumbers() {
    var first: [String: Place] = [:]
    for number in indicators.counts.compactMap(\.number) {
      guard let place = first[number.value] else {
        first[number.value] = number.place
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateNumber, at: number.place, ["number": number.value], related: [.init(.first, at: place)]))
    }
  }

  private mutating func check(_ criterion: CriterionSyntax) {
    switch criterion {
    case .referred(let names):
      for name in names { checkRecipient(name) { $0.recipient } }
    case .shared(let names):
      for name in names { checkRecipient(name) { $0.shares.isEmpty ? nil : $0.recipient } }
    case .walked(let flows):
      for flow in flows { checkFlow(flow) }
    case .condition(let flow, let when):
      checkFlow(flow)
      guard let signature = surroundings.signatures[flow.value] else { return }
      var elaboration = Elaboration(signature, in: surroundings)
      elaboration.diagnostics = []
      elaboration.isAtEntry = false
      let known = Knowledge(certain: [], settable: Set(signature.facts.entries.indices))
      _ = elaboration.condition(when, known)
      diagnostics += elaboration.diagnostics
    }
  }

  /// A flow that is there, and that the cases counted may walk.
  private mutating func checkFlow(_ name: Located<String>, isCase: Bool = false) {
    if surroundings.broken.contains(name.value) { return }
    guard surroundings.signatures[name.value] != nil else {
      return report(.unknownFlow, at: name, among: surroundings.signatures.keys)
    }
    guard !isCase, let walked, !walked.contains(where: { $0.flow.name.value == name.value }) else { return }
    diagnostics.append(
      Diagnostic(.countedNeverWalked, at: name.place, ["name": name.value, "cases": cases]))
  }

  /// A role or category that is there, and to which a step of the cases counted goes.
  private mutating func checkRecipient(
    _ name: Located<String>, _ recipient: (StepSyntax) -> String?
  ) {
    let known = surroundings.signatures.values.reduce(
      into: surroundings.roles.union(surroundings.categories)
    ) { $0.formUnion($1.flow.roles.map(\.name.value)) }
    guard known.contains(name.value) else { return report(.unknownRecipient, at: name, among: known) }
    guard let walked else { return }
    let isReached = walked.contains { signature in
      signature.outline.entries.contains { recipient($0.syntax) == name.value }
    }
    guard !isReached else { return }
    diagnostics.append(
      Diagnostic(.countedNeverReached, at: name.place, ["name": name.value, "cases": cases]))
  }

  private var cases: String { indicators.cases.map(\.value).joined(separator: ", ") }

  private mutating func report(
    _ code: DiagnosticCode, at name: Located<String>, among known: some Sequence<String>
  ) {
    diagnostics.append(
      Diagnostic(
        code, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: Set(known)) ?? ""]))
  }
}

extension StepSyntax {
  /// The role or category that a contact or referral goes to.
  fileprivate var recipient: String? {
    switch kind {
    case .contact(let contact): (contact.to ?? name).value
    case .refer(let refer): refer.to.value
    default: nil
    }
  }

  /// The facts that it passes on.
  fileprivate var shares: [Located<String>] {
    switch kind {
    case .contact(let contact): contact.sharing?.shares ?? []
    case .refer(let refer): refer.sharing.shares
    default: []
    }
  }
}
