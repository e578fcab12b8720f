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
    var known: [CompiledUnaryTests] = []
    for case let test? in tests
    where places[test.text] == nil && Column.add(test, of: input.type, to: &points) {
      places[test.text] = known.count
      known.append(test)
    }
    let allowed = input.allowed.flatMap { Column.add($0, of: input.type, to: &points) ? $0 : nil }

    var domain = Domain(type: input.type, points: points)
    let examples = domain.atoms.indices.map { domain.example(of: $0) ?? .null }
    func atoms(_ test: CompiledUnaryTests) -> BitSet {
      var set = BitSet(capacity: examples.count)
      for (place, example) in examples.enumerated() where test.evaluate(example) == true { set.insert(place) }
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

  /// Adds where a test cuts the type; false when what it holds for is not known beforehand.
  private static func add(_ test: CompiledUnaryTests, of type: ValueType, to points: inout Set<Value>) -> Bool
  {
    if Domain.isFinite(type) { return Cuts.dependOnInputOnly(test) }
    guard let cuts = Cuts(test), Domain.canBeCut(type, by: cuts) else { return false }
    points.formUnion(cuts.values)
    return true
  }
}
