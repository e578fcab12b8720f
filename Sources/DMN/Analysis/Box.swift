/// A combination of inputs as sets of atoms, one for each column: all points whose every part lies in its set.
struct Box: Sendable, Hashable {
  var columns: [BitSet]

  func intersects(_ other: Box) -> Bool {
    zip(columns, other.columns).allSatisfy { $0.intersects($1) }
  }

  func intersection(_ other: Box) -> Box {
    Box(columns: zip(columns, other.columns).map { $0.intersection($1) })
  }

  func isSubset(of other: Box) -> Bool {
    zip(columns, other.columns).allSatisfy { $0.isSubset(of: $1) }
  }

  /// A box is empty when it has no value left in some column.
  var isEmpty: Bool { columns.contains { $0.isEmpty } }
}
