/// A set of neighbouring atoms of a domain, as the runs that they make: small where a test names few values, however many
/// atoms the other tests of its column cut the domain into.
struct AtomSet: Sendable, Hashable {
  // INVARIANT: ascending, apart from one another, none empty.
  private(set) var runs: [Range<Int>] = []

  /// Adds a run that begins behind all others, or where the last one ends.
  mutating func append(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if let last = runs.last, last.upperBound == run.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<run.upperBound
    } else {
      runs.append(run)
    }
  }

  /// Whether it holds all atoms of a domain of so many.
  func isEverything(of count: Int) -> Bool { runs.count == 1 && runs[0] == 0..<count }

  /// By bisection.
  func contains(_ atom: Int) -> Bool {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].upperBound <= atom { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].lowerBound <= atom
  }

  /// As one bit for each atom.
  func bits(capacity: Int) -> BitSet {
    var set = BitSet(capacity: capacity)
    for run in runs { for atom in run { set.insert(atom) } }
    return set
  }
}

extension AtomSet {
  /// All atoms of a domain of so many.
  init(all count: Int) { append(0..<count) }
}
