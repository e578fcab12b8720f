import FEEL

/// Which rules match, found by looking up each input's atom and meeting the sets of rules that hold them.
///
/// Rules are bits of 64-bit words, for each atom of each column; of a large table only the rules that hold each part are
/// kept (``LargeRuleIndex``), since these words grow with the square of its size. A test that depends on more than its
/// input counts as holding in the index, and is run for the rules that are left.
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
  /// The index of a large table.
  private let large: LargeRuleIndex?

  /// The most bits, atoms times rules, that are laid out.
  private static let bitLimit = 1 << 20

  /// The words, or the entries, of the index.
  var size: Int { words.count + (large?.size ?? 0) }

  init(_ columns: [Column], ruleCount: Int) {
    let everyRule = BitSet(all: ruleCount).words
    wordCount = everyRule.count
    self.everyRule = everyRule[wordCount - 1]
    var starts: [Int] = []
    var words: [UInt64] = []
    let atomCount = columns.reduce(0) { $0 + $1.domain.atoms.count }
    let isLarge = ruleCount > 64 && atomCount * ruleCount > RuleIndex.bitLimit
    large = isLarge ? LargeRuleIndex(columns, ruleCount: ruleCount) : nil
    for column in columns where !isLarge {
      starts.append(words.count)
      words += RuleIndex.words(of: column, ruleCount: ruleCount)
    }
    let open = columns.map { column -> BitSet? in
      var pending = BitSet(capacity: ruleCount)
      for (rule, cell) in column.cells.enumerated() where cell == nil { pending.insert(rule) }
      return pending.isEmpty ? nil : pending
    }
    self.starts = starts
    lookups = columns.map { AtomLookup($0) }
    hasOpenTests = open.contains { $0 != nil }
    self.words = words
    self.open = open
  }

  /// For each atom of a column the words of the rules that hold it.
  private static func words(of column: Column, ruleCount: Int) -> [UInt64] {
    let atomCount = column.domain.atoms.count
    let everyAtom = AtomSet(all: atomCount)
    var common = BitSet(capacity: ruleCount)
    for (rule, cell) in column.cells.enumerated() where (cell ?? everyAtom) == everyAtom {
      common.insert(rule)
    }
    let wordCount = common.words.count
    var words = [UInt64](repeating: 0, count: atomCount * wordCount)
    for place in words.indices { words[place] = common.words[place % wordCount] }
    for (rule, cell) in column.cells.enumerated() {
      guard let cell, cell != everyAtom else { continue }
      for run in cell.runs {
        for atom in run { words[atom * wordCount + (rule >> 6)] |= 1 << UInt64(rule & 63) }
      }
    }
    return words
  }

  /// Goes through the rules that match, in order, for as long as `visit` says so.
  ///
  /// Nothing is allocated here, but for a large table.
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
      if let large {
        for rule in large.candidates(UnsafeBufferPointer(rebasing: atoms[..<count])) {
          let holds = table.columns.indices.allSatisfy { place in
            atoms[place] < 0 || table.columns[place].cells[rule]?.contains(atoms[place]) ?? true
          }
          if holds, holdsOpenTests(of: rule, table, slots, atoms), !visit(rule) { return }
        }
        return
      }
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
