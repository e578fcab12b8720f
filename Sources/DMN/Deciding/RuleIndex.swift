import FEEL

/// Which rules match, found by looking up each input's atom and meeting the sets of rules that hold them.
///
/// Rules are bits of 64-bit words. A test that depends on more than its input counts as holding in the index, and is run
/// for the rules that are left.
struct RuleIndex: Sendable {
  /// The rules of the last word.
  private let everyRule: UInt64
  private let wordCount: Int
  /// Where each column's sets begin in `words`; the set of an atom is `wordCount` words.
  private let starts: [Int]
  private let words: [UInt64]
  private let lookups: [AtomLookup]
  /// For each column the rules whose test must be run.
  private let open: [BitSet?]
  private let hasOpenTests: Bool

  init(_ columns: [Column], ruleCount: Int) {
    let everyRule = BitSet(all: ruleCount).words
    wordCount = everyRule.count
    self.everyRule = everyRule[wordCount - 1]
    var starts: [Int] = []
    var words: [UInt64] = []
    var open: [BitSet?] = []
    for column in columns {
      starts.append(words.count)
      for atom in column.domain.atoms.indices {
        var holders = BitSet(capacity: ruleCount)
        for (rule, cell) in column.cells.enumerated() where cell?.contains(atom) ?? true {
          holders.insert(rule)
        }
        words += holders.words
      }
      var pending = BitSet(capacity: ruleCount)
      for (rule, cell) in column.cells.enumerated() where cell == nil { pending.insert(rule) }
      open.append(pending.isEmpty ? nil : pending)
    }
    self.starts = starts
    lookups = columns.map { AtomLookup($0) }
    hasOpenTests = open.contains { $0 != nil }
    self.words = words
    self.open = open
  }

  /// Goes through the rules that match, in order, for as long as `visit` says so.
  ///
  /// Nothing is allocated here.
  @inline(__always)
  func forEachMatch(_ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>, _ visit: (Int) -> Bool) {
    if wordCount == 1, !hasOpenTests, var matching = matchingWord(slots) {
      while matching != 0 {
        if !visit(matching.trailingZeroBitCount) { return }
        matching &= matching - 1
      }
    } else {
      forEachMatchInWords(table, slots, visit)
    }
  }

  /// The rules that match, for a table of up to 64 rules; nil when an input has a value that its domain does not know.
  @inline(__always)
  private func matchingWord(_ slots: UnsafeBufferPointer<Value>) -> UInt64? {
    var matching = everyRule
    for place in lookups.indices {
      let atom = lookups[place].atom(slots)
      guard atom >= 0 else { return nil }
      matching &= words[starts[place] + atom]
    }
    return matching
  }

  private func forEachMatchInWords(
    _ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>, _ visit: (Int) -> Bool
  ) {
    let count = lookups.count
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count + 1) { atoms in
      for place in 0..<count { atoms[place] = lookups[place].atom(slots) }
      for word in 0..<wordCount {
        var matching = word == wordCount - 1 ? everyRule : .max
        for place in 0..<count where atoms[place] >= 0 {
          matching &= words[starts[place] + atoms[place] * wordCount + word]
        }
        while matching != 0 {
          let rule = word * 64 + matching.trailingZeroBitCount
          matching &= matching - 1
          if holdsOpenTests(of: rule, table, slots, atoms), !visit(rule) { return }
        }
      }
    }
  }

  /// Runs the tests of a rule that the index does not answer.
  private func holdsOpenTests(
    of rule: Int, _ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>,
    _ atoms: UnsafeMutableBufferPointer<Int>
  ) -> Bool {
    for place in open.indices {
      let mustRun = atoms[place] < 0 || open[place]?.contains(rule) == true
      guard mustRun, let test = table.rules[rule].tests[place] else { continue }
      guard test.evaluate(table.inputs[place].expression.evaluate(slots), slots) == true else { return false }
    }
    return true
  }
}
