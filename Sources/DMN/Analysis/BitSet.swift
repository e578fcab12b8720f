/// A set of small whole numbers, one bit each: rows of a table, or atoms of a domain.
struct BitSet: Sendable, Hashable {
  // INVARIANT: sets that meet in an operation have the same number of words.
  private(set) var words: [UInt64]

  /// The empty set of numbers below `capacity`.
  init(capacity: Int) {
    words = [UInt64](repeating: 0, count: Swift.max(1, (capacity + 63) / 64))
  }

  /// All numbers below `capacity`.
  init(all capacity: Int) {
    self.init(capacity: capacity)
    for index in 0..<capacity { insert(index) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }
  mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }
  func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

  mutating func formIntersection(_ other: BitSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: BitSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func subtract(_ other: BitSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  func intersection(_ other: BitSet) -> BitSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: BitSet) -> BitSet {
    var result = self
    result.subtract(other)
    return result
  }

  func intersects(_ other: BitSet) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return true }
    return false
  }

  func isSubset(of other: BitSet) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  /// How many numbers are in both sets.
  func countInCommon(_ other: BitSet) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }
}

extension BitSet: Sequence {
  /// Goes through the numbers in ascending order.
  struct Iterator: IteratorProtocol {
    let words: [UInt64]
    var word = 0
    var rest: UInt64

    mutating func next() -> Int? {
      while rest == 0 {
        word += 1
        guard word < words.count else { return nil }
        rest = words[word]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return word * 64 + bit
    }
  }

  func makeIterator() -> Iterator { Iterator(words: words, rest: words[0]) }
}
