/// A flow as written (grammar, section 4).
public struct FlowSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  public let name: Located<String>
  /// Semantic version.
  public let version: Located<String>
  public let title: TextSyntax
  public let summary: TextSyntax?
  public let notice: TextSyntax?
  public let languages: [Located<String>]
  public let sources: [SourceSyntax]
  public let roles: [NamedTextSyntax]
  public let types: [TypeDeclarationSyntax]
  public let takes: [Located<String>]
  public let gives: [Located<String>]
  public let facts: [FactSyntax]
  public let steps: [StepSyntax]
  public let interrupts: [InterruptSyntax]
  public let guarantees: [GuaranteeSyntax]
}

/// A named source and where it is published.
public struct SourceSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let publication: Located<String>
}
