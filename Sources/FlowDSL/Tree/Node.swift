/// A node of a YAML file, with its place.
public struct Node: Sendable, Hashable {
  /// The three kinds of node.
  public enum Form: Sendable, Hashable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of the file; keys are scalars, each there once.
    case mapping([Entry])
  }

  /// Words, after quotes and escapes were taken away.
  public struct Scalar: Sendable, Hashable {
    /// How the words are written.
    public enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, literal, folded }

    /// The words.
    public let text: String
    /// How they are written.
    public let style: Style

    /// Whether nothing is written where a value should be.
    public var isAbsent: Bool { text.isEmpty && style == .plain }
  }

  /// A key and its value.
  public struct Entry: Sendable, Hashable {
    /// The key's words.
    public let key: Located<String>
    /// What stands under it.
    public let value: Node
  }

  /// What kind of node, with what is in it.
  public let form: Form
  /// From its first character to its last; quotes and brackets included.
  public let place: Place
}
