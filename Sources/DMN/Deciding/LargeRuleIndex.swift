/// Which rules of a large table may match: for each column those that hold the atom of its value.
///
/// The atoms of a column are the leaves of a binary tree. A rule stands at the few nodes that together hold just the atoms
/// of its cell, so that an index of n rules has about n times the logarithm of n entries; the rules that hold an atom
/// stand on its way to the root.
struct LargeRuleIndex: Sendable {
  private let columns: [Tree]
  private let ruleCount: Int

  /// How many entries it has.
  let size: Int

  private struct Tree: Sendable {
    /// The leaf of atom 0; those of the others follow.
    let leaf: Int
    /// The rules at each node, ascending; node 1 is the root, and below node n are 2n and 2n + 1.
    var nodes: [[Int32]]

    init(_ column: Column) {
      var leaf = 1
      while leaf < column.domain.atoms.count { leaf *= 2 }
      self.leaf = leaf
      nodes = [[Int32]](repeating: [], count: 2 * leaf)
      for (rule, cell) in column.cells.enumerated() {
        for run in (cell ?? AtomSet(all: column.domain.atoms.count)).runs { insert(Int32(rule), run) }
      }
    }

    private mutating func insert(_ rule: Int32, _ run: Range<Int>) {
      var low = run.lowerBound + leaf
      var high = run.upperBound + leaf
      while low < high {
        if low & 1 == 1 {
          nodes[low].append(rule)
          low += 1
        }
        if high & 1 == 1 {
          high -= 1
          nodes[high].append(rule)
        }
        low /= 2
        high /= 2
      }
    }

    /// The nodes from an atom up.
    func path(from atom: Int) -> some Sequence<Int> {
      sequence(first: atom + leaf) { $0 > 1 ? $0 / 2 : nil }
    }
  }

  init(_ columns: [Column], ruleCount: Int) {
    self.columns = columns.map { Tree($0) }
    self.ruleCount = ruleCount
    size = self.columns.reduce(0) { $0 + $1.nodes.reduce(0) { $0 + $1.count } }
  }

  /// The rules that one column leaves, ascending: of the column that leaves the fewest. An atom of -1 is not known, and its
  /// column leaves all.
  func candidates(_ atoms: UnsafeBufferPointer<Int>) -> [Int] {
    var best: (column: Int, count: Int)?
    for (place, tree) in columns.enumerated() where atoms[place] >= 0 {
      let count = tree.path(from: atoms[place]).reduce(0) { $0 + tree.nodes[$1].count }
      if best.map({ count < $0.count }) ?? true { best = (place, count) }
    }
    guard let best else { return Array(0..<ruleCount) }
    let tree = columns[best.column]
    return tree.path(from: atoms[best.column]).flatMap { node in tree.nodes[node].map { Int($0) } }.sorted()
  }
}
