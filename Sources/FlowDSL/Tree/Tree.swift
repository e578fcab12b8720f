/// A YAML file as a tree, with what is wrong with it as YAML.
public struct Tree: Sendable, Hashable {
  /// `nil` where the file could not be read to its end.
  public let root: Node?
  /// In the order of the file.
  public let diagnostics: [Diagnostic]
}
