import FEEL

/// Which rules match, found by looking up each input's atom and meeting the sets of rules that hold them.
///
/// Rules are bits of 64-bit words. A test that depends on more than its input counts as holding in the index, and is run
/// for the rules that are left.
struct RuleIndex: Sendable {
  private let ruleCount: Int
  private let wordCount: Int
  /// Where each column's sets begin in `words`; the set of an atom is `wordCount` words.
  private let starts: [Int]
  private let words: [UInt64]
  /// For each column the rules whose test must be run.
  private let open: [BitSet?]

  init(_ columns: [Column], ruleCount: Int) {
    self.ruleCount = ruleCount
    wordCount = max(1, (ruleCount + 63) / 64)
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
    self.words = words
    self.open = open
  }

  /// Goes through the rules that match, in order, for as long as `visit` says so.
  ///
  /// Nothing is allocated here.
  @inline(__always)
  func forEachMatch(_ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>, _ visit: (Int) -> Bool) {
    let count = table.columns.count
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count + 1) { atoms in
      for place in 0..<count {
        atoms[place] =
          table.columns[place].domain.index(of: table.inputs[place].expression.evaluate(slots)) ?? -1
      }
      for word in 0..<wordCount {
        let inWord = min(64, ruleCount - word * 64)
        guard inWord > 0 else { return }
        var matching = UInt64.max >> UInt64(64 - inWord)
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
  @inline(__always)
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
