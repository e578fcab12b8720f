/// A key of the language: where it may stand, and how it is written.
public struct Key: Sendable, Hashable {
  /// As it is written.
  public let name: String
  /// The key with a value, as an author may write it.
  public let example: String
  /// Whether it must be there.
  public let isRequired: Bool

  /// A key that may be left out.
  init(_ name: String, _ value: String) { self.init(name, value, isRequired: false) }

  /// A key that must be there.
  static func required(_ name: String, _ value: String) -> Key { Key(name, value, isRequired: true) }

  private init(_ name: String, _ value: String, isRequired: Bool) {
    self.name = name
    self.isRequired = isRequired
    example = "\(name): \(value)"
  }
}

/// The keys that one kind of map may have.
public struct KeySet: Sendable, Hashable {
  /// What has these keys, such as `flow` or `question`.
  public let name: String
  /// Section of the grammar that says what they mean.
  public let section: String
  /// In the order in which they are best written.
  public let keys: [Key]

  /// The key of a name, if it may stand here.
  public subscript(name: String) -> Key? { keys.first { $0.name == name } }

  /// The same set with further keys first, or last.
  func with(_ keys: [Key], name: String, section: String) -> KeySet {
    KeySet(name: name, section: section, keys: keys + self.keys)
  }
}
