/// A flow as written (grammar, section 4).
public struct FlowSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// Semantic version.
  public let version: Located<String>
  /// Words for it.
  public let title: TextSyntax
  /// What it is for.
  public let summary: TextSyntax?
  /// Words shown when a walk starts.
  public internal(set) var notice: TextSyntax?
  /// Languages that every text must have.
  public let languages: [Located<String>]
  /// Where rules of the flow are published.
  public let sources: [SourceSyntax]
  /// Roles beside those of the folder.
  public let roles: [NamedTextSyntax]
  /// Declared types.
  public let types: [TypeDeclarationSyntax]
  /// Facts handed in by the caller.
  public let takes: [Located<String>]
  /// Facts handed back to the caller.
  public let gives: [Located<String>]
  /// Declared facts; in a folder that shares facts, those of them that the flow names follow.
  public internal(set) var facts: [FactSyntax]
  /// In the order of the text.
  public let steps: [StepSyntax]
  /// What may break in at any step; those that the flow takes of the folder follow.
  public internal(set) var interrupts: [InterruptSyntax]
  /// Names of interrupts that it takes of the folder.
  public let shared: [Located<String>]
  /// What the person may need, in the order of the text.
  public let needs: [NeedSyntax]
  /// What holds on every walk.
  public let guarantees: [GuaranteeSyntax]
  /// Names in the file that may be those of facts.
  let named: Set<String>
}

extension FlowSyntax {
  /// Whether the flow declares it itself, as opposed to its folder.
  func declares(_ fact: FactSyntax) -> Bool { fact.name.place.file == file }

  /// The flow with the interrupts that it takes of its folder.
  func taking(_ folder: SharedSyntax?) -> FlowSyntax {
    guard let folder, !shared.isEmpty else { return self }
    var flow = self
    flow.interrupts += shared.compactMap { name in
      folder.interrupts.first { $0.name.value == name.value }
    }
    return flow
  }

  /// The flow with what its folder shares (grammar, section 13.4).
  ///
  /// - Parameter others: Names that may be those of facts in what belongs to the flow: its documents, and what the flows that it
  ///   runs take.
  func knowing(_ folder: SharedSyntax, others: Set<String>) -> FlowSyntax {
    var flow = taking(folder)
    if flow.notice == nil { flow.notice = folder.notice }
    let own = Set(facts.map(\.name.value))
    let named = named.union(others).union(flow.interrupts.dropFirst(interrupts.count).flatMap(\.named))
    flow.facts += folder.facts.filter { named.contains($0.name.value) && !own.contains($0.name.value) }
    return flow
  }
}

/// A named source and where it is published.
public struct SourceSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Where it is published.
  public let publication: TextSyntax
}
