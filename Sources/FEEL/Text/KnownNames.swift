/// The names of several parts that a text may use, so that `date and time` or `first name` is read as one name.
///
/// Names of one word need not be known here. The longest known name wins (DMN 1.5, 10.3.1.2).
struct KnownNames: Sendable {
  private struct Entry: Sendable {
    let name: String
    let parts: [String]
  }

  /// By first part, longest first.
  private var entries: [String: [Entry]] = [:]

  init(_ names: some Sequence<String> = []) {
    for name in names { insert(name) }
  }

  /// Makes a name known; names of one word are left out.
  mutating func insert(_ name: String) {
    guard name.utf8.contains(where: { !($0 >= 0x61 && $0 <= 0x7A) }),
      let tokens = try? Lexer.tokens(of: name), tokens.count > 2
    else { return }
    let parts = tokens.dropLast().map(\.text)
    var group = entries[parts[0]] ?? []
    guard !group.contains(where: { $0.parts == parts }) else { return }
    group.append(Entry(name: name, parts: parts))
    group.sort { $0.parts.count > $1.parts.count }
    entries[parts[0]] = group
  }

  /// The longest known name that the tokens from `start` spell, and how many they are.
  func match(_ tokens: [Token], from start: Int) -> (name: String, length: Int)? {
    guard let group = entries[tokens[start].text] else { return nil }
    for entry in group where start + entry.parts.count < tokens.count {
      let matches = entry.parts.indices.allSatisfy { tokens[start + $0].text == entry.parts[$0] }
      if matches { return (entry.name, entry.parts.count) }
    }
    return nil
  }
}
