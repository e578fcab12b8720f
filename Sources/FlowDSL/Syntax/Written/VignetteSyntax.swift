/// A vignette: a case told in words, to train on, with the walk that is held right (grammar, section 13.5).
public struct VignetteSyntax: Sendable, Hashable {
  /// How much it asks of the trainee.
  public enum Level: String, Sendable, Hashable, CaseIterable { case basic, intermediate, advanced }

  /// Words for it.
  public let title: TextSyntax
  /// How much it asks of the trainee.
  public let level: Located<Level>
  /// What it trains.
  public let trains: TextSyntax
  /// What the trainee reads first.
  public let story: TextSyntax
  /// What the person answers in their own words, by what is asked.
  public let says: [NamedTextSyntax]
  /// Why the reference answers so, by what is asked or by step.
  public let teaches: [NamedTextSyntax]
  /// The walk that is held right: a scenario of the vignette's name, with `reference` as its answers.
  public let reference: ScenarioSyntax

  /// Its name.
  public var name: Located<String> { reference.name }
  /// The flow walked.
  public var flow: Located<String> { reference.flow }

  /// All words that people read.
  var texts: [TextSyntax] { [title, trains, story] + (says + teaches).map(\.text) }
}
