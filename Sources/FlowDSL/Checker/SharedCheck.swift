/// Checks what all flows of a folder share (grammar, section 13.4).
enum SharedCheck {
  /// Faults of the shared types themselves, and names that a flow declares again.
  static func check(_ shared: SharedSyntax, _ flows: [FlowSyntax]) -> [Diagnostic] {
    var types = TypeResolver(shared.types)
    var diagnostics = types.diagnostics
    for type in shared.types { diagnostics += LabelCheck.check(type.labels, of: types.type(of: type.type)) }
    for fact in shared.facts {
      diagnostics += LabelCheck.check(fact.labels, of: types.type(of: fact.type))
      diagnostics += types.diagnostics.filter { !diagnostics.contains($0) }
    }
    let interrupts = shared.interrupts.map(\.name)
    for flow in flows {
      diagnostics += repeated(flow.facts.filter(flow.declares).map(\.name), among: shared.facts.map(\.name))
      diagnostics += flow.shared.compactMap { name in
        guard !interrupts.contains(where: { $0.value == name.value }) else { return nil }
        let nearest = Nearest.name(to: name.value, among: interrupts.map(\.value)) ?? ""
        return Diagnostic(.unknownSharedInterrupt, at: name.place, ["name": name.value, "nearest": nearest])
      }
      diagnostics += repeated(flow.types.map(\.name), among: shared.types.map(\.name))
      diagnostics += repeated(flow.sources.map(\.name), among: shared.sources.map(\.name))
    }
    return diagnostics
  }

  /// Shared facts that no flow names, and shared types that no flow, fact or other shared type uses.
  static func unused(_ shared: SharedSyntax, _ flows: some Sequence<FlowSignature>) -> [Diagnostic] {
    var used = flows.reduce(into: Set<String>()) { $0.formUnion($1.types.used) }
    var own = TypeResolver(shared.types)
    for fact in shared.facts { _ = own.type(of: fact.type) }
    used.formUnion(own.used)
    let named = flows.reduce(into: Set<String>()) { $0.formUnion($1.facts.names) }
    let unnamed = shared.facts.filter { !named.contains($0.name.value) }.map {
      Diagnostic(.unusedFact, at: $0.name.place, ["name": $0.name.value])
    }
    return unnamed
      + shared.types.filter { !used.contains($0.name.value) }.map {
        Diagnostic(.unusedType, at: $0.name.place, ["name": $0.name.value])
      }
  }

  /// Sources that the indicators declare again.
  static func repeated(_ indicators: IndicatorsSyntax, _ shared: SharedSyntax) -> [Diagnostic] {
    repeated(indicators.sources.map(\.name), among: shared.sources.map(\.name))
  }

  private static func repeated(
    _ names: [Located<String>], among shared: [Located<String>]
  ) -> [Diagnostic] {
    names.compactMap { name in
      shared.first { $0.value == name.value }.map { first in
        Diagnostic(
          .sharedAlready, at: name.place, ["name": name.value], related: [.init(.first, at: first.place)])
      }
    }
  }
}
