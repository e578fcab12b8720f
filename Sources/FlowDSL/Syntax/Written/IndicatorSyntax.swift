/// What a protocol folder counts over its cases, as written (grammar, section 13.7).
public struct IndicatorsSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// Shown above what is published.
  public let notice: TextSyntax?
  /// The flows with which a case begins that is counted.
  public let cases: [Located<String>]
  /// Sources beside those of `shared.yaml`.
  public let sources: [SourceSyntax]
  /// In the order of the text.
  public let counts: [CountSyntax]
}

/// One thing that is counted, as written.
public struct CountSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Its number where it was asked for, such as `iv`.
  public let number: Located<String>?
  /// Words for it.
  public let title: TextSyntax
  /// What is counted, and what is not.
  public let summary: TextSyntax
  /// Names of sources.
  public let source: [Located<String>]
  /// A case has the event where one of these holds; where there is none, the cases themselves are counted.
  public let any: [CriterionSyntax]
  /// A case is among those counted where one of these holds; all are where there is none.
  public let of: [CriterionSyntax]
}

/// What a case is looked at for, as written.
public enum CriterionSyntax: Sendable, Hashable {
  /// The person was referred to one of these, or one of them was reached.
  case referred([Located<String>])
  /// Facts were passed on to one of these.
  case shared([Located<String>])
  /// One of these flows was walked to its end.
  case walked([Located<String>])
  /// A condition over the facts of a flow.
  case condition(flow: Located<String>, when: ExpressionSyntax)
}

extension IndicatorsSyntax {
  /// All words that people read.
  var texts: [TextSyntax] {
    [notice].compactMap(\.self) + sources.map(\.publication) + counts.flatMap { [$0.title, $0.summary] }
  }
}
