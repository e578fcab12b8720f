import FEEL

/// The declared facts of a flow; a fact's slot is its place.
struct FactTable {
  /// A fact as written and its type.
  struct Entry {
    let syntax: FactSyntax
    let type: ValueType
  }

  let entries: [Entry]
  private let slots: [String: Int]

  /// Facts with their types resolved; of two facts of the same name the first counts.
  init(_ facts: [FactSyntax], types: inout TypeResolver) {
    var entries: [Entry] = []
    for fact in facts { entries.append(Entry(syntax: fact, type: types.type(of: fact.type))) }
    self.entries = entries
    slots = Dictionary(entries.enumerated().map { ($1.syntax.name.value, $0) }) { first, _ in first }
  }

  /// The slot of a name.
  func slot(of name: String) -> Int? { slots[name] }

  subscript(slot: Int) -> Entry { entries[slot] }

  /// The names, in the order of the slots.
  var names: [String] { entries.map(\.syntax.name.value) }

  /// The facts as an expression sees them where so much is known.
  func variables(_ known: Knowledge) -> [Variable] {
    entries.enumerated().map { slot, entry in
      Variable(
        name: entry.syntax.name.value, type: entry.type, mayBeNull: !known.certain.contains(slot))
    }
  }
}
