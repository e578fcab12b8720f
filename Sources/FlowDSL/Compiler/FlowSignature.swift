import FEEL

/// What a caller knows of a flow: what it takes, gives and ends with.
struct FlowSignature {
  let flow: FlowSyntax
  let outline: Outline
  /// With the diagnostics of the flow's own types.
  let types: TypeResolver
  /// The flow's own sources and those of the folder.
  let sources: [SourceSyntax]
  let facts: FactTable
  /// Slots handed in and handed back; names that are not declared are left out.
  let takes: [Int]
  let gives: [Int]
  /// Names of its ends, in the order of the text, each once.
  let outcomes: [String]

  init(_ flow: FlowSyntax, shared: SharedSyntax? = nil) {
    self.flow = flow
    outline = Outline(flow.steps)
    sources = flow.sources + (shared?.sources ?? [])
    var types = TypeResolver(flow.types, beside: shared?.types ?? [])
    let facts = FactTable(flow.facts, types: &types)
    self.types = types
    self.facts = facts
    takes = flow.takes.compactMap { facts.slot(of: $0.value) }
    gives = flow.gives.compactMap { facts.slot(of: $0.value) }
    var outcomes: [String] = []
    for entry in outline.entries {
      if case .end = entry.syntax.kind, !outcomes.contains(entry.syntax.name.value) {
        outcomes.append(entry.syntax.name.value)
      }
    }
    self.outcomes = outcomes
  }
}
