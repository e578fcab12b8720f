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
  public let notice: TextSyntax?
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
  /// Declared facts.
  public let facts: [FactSyntax]
  /// In the order of the text.
  public let steps: [StepSyntax]
  /// What may break in at any step.
  public let interrupts: [InterruptSyntax]
  /// What the person may need, in the order of the text.
  public let needs: [NeedSyntax]
  /// What holds on every walk.
  public let guarantees: [GuaranteeSyntax]
}

/// A named source and where it is published.
public struct SourceSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Where it is published.
  public let publication: TextSyntax
}
