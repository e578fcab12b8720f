/// Named values in the order they were written (FEEL `context`).
public struct Context: Sendable, Hashable {
  /// One named value.
  public struct Entry: Sendable, Hashable {
    /// The entry's name.
    public let name: String
    /// The entry's value.
    public var value: Value
  }

  /// The entries in order; each name occurs once. Names, as texts, are the same where their code points are.
  public private(set) var entries: [Entry] = []

  /// A context without entries.
  public init() {}

  /// A context of these entries; a later value replaces an earlier one of the same name.
  public init(_ entries: KeyValuePairs<String, Value>) {
    for (name, value) in entries { self[name] = value }
  }

  /// The value of a name; nil when there is no such entry. Setting nil removes the entry.
  public subscript(name: String) -> Value? {
    get { index(of: name).map { entries[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of name: String) -> Int? {
    entries.firstIndex { $0.name.hasSameCodePoints(as: name) }
  }

  /// Equal when both have the same names with the same values, in whatever order.
  public static func == (left: Context, right: Context) -> Bool {
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { right[$0.name] == $0.value }
  }

  /// Consistent with `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(Set(entries))
  }
}
