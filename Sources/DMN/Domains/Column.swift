import FEEL

/// A column of tests with the parts of its input's domain that each test holds for.
struct Column: Sendable {
  let input: DecisionTable.Input
  let domain: Domain
  /// For each rule the atoms that its test holds for; nil where the test depends on more than its input.
  let cells: [BitSet?]

  /// The column of an input and the tests of all rules.
  init(_ input: DecisionTable.Input, tests: [CompiledUnaryTests?]) {
    var points: Set<Value> = []
    // Tests that are written alike are looked at once.
    var places: [String: Int] = [:]
    var known: [Known] = []
    for case let test? in tests where places[test.text] == nil {
      guard let test = Known(test, of: input.type, points: &points) else { continue }
      places[test.test.text] = known.count
      known.append(test)
    }
    let allowed = input.allowed.flatMap { Known($0, of: input.type, points: &points) }

    var domain = Domain(type: input.type, points: points)
    let examples = domain.atoms.indices.map { domain.example(of: $0) ?? .null }
    func atoms(_ known: Known) -> BitSet {
      if let intervals = known.intervals, domain.isOrdered { return domain.atoms(of: intervals) }
      var set = BitSet(capacity: examples.count)
      for (place, example) in examples.enumerated() where known.test.evaluate(example) == true {
        set.insert(place)
      }
      return set
    }
    if let allowed { domain.possible = atoms(allowed) }
    // Whether null may occur is said by `mayBeNull` alone.
    if input.mayBeNull {
      domain.possible.insert(examples.count - 1)
    } else {
      domain.possible.remove(examples.count - 1)
    }
    let sets = known.map(atoms)
    let everything = BitSet(all: examples.count)
    cells = tests.map { test in
      guard let test else { return everything }
      return places[test.text].map { sets[$0] }
    }
    self.input = input
    self.domain = domain
  }

  /// A test whose answers are known beforehand.
  private struct Known {
    let test: CompiledUnaryTests
    let intervals: [Interval]?

    /// Adds where the test cuts the type; nil when it depends on more than its input.
    init?(_ test: CompiledUnaryTests, of type: ValueType, points: inout Set<Value>) {
      self.test = test
      if Domain.isFinite(type) {
        guard Cuts.dependOnInputOnly(test) else { return nil }
        intervals = nil
      } else {
        guard let cuts = Cuts(test), Domain.canBeCut(type, by: cuts) else { return nil }
        points.formUnion(cuts.values)
        intervals = cuts.intervals
      }
    }
  }
}
