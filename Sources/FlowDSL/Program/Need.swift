import FEEL

/// A need of the person, such as housing, and when it is met (grammar, section 4.1).
///
/// Its conditions read the slots of the flow that declares it, and are never null.
public struct Need: Sendable {
  /// Its name in the flow.
  public var name: String
  /// What people read.
  public var title: Words
  /// Whether the person was asked; without it, whether any fact that `when` reads has an answer.
  public var asked: CompiledExpression?
  /// Whether it is a need in this case.
  public var when: CompiledExpression
  /// Whether something is under way; without it, nothing ever is.
  public var begun: CompiledExpression?
  /// Whether it is met.
  public var done: CompiledExpression
  /// Names of steps of its flow: as long as something is left undone there or inside, it is not met.
  public var tasks: [String]
  /// A role or a directory category: whom to call.
  public var partner: String

  /// A need with compiled conditions.
  public init(
    name: String, title: Words, asked: CompiledExpression? = nil, when: CompiledExpression,
    begun: CompiledExpression? = nil, done: CompiledExpression, tasks: [String] = [], partner: String
  ) {
    self.name = name
    self.title = title
    self.asked = asked
    self.when = when
    self.begun = begun
    self.done = done
    self.tasks = tasks
    self.partner = partner
  }
}
