import FEEL

/// A column of tests with the parts of its input's domain that each test holds for.
///
/// Making one costs about as much as its tests are long, times the logarithm of their number: each test is put to the
/// values that it names and to one of each part between, not to all atoms of the column.
struct Column: Sendable {
  let input: DecisionTable.Input
  let domain: Domain
  /// For each rule the atoms that its test holds for; nil where the test depends on more than its input.
  let cells: [AtomSet?]
  /// How often a test was put to a value in making the column.
  let work: Int

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
    var atoms = AtomsOfTests(domain)
    if let allowed { domain.possible = atoms.holding(allowed).bits(capacity: domain.atoms.count) }
    // Whether null may occur is said by `mayBeNull` alone.
    if input.mayBeNull {
      domain.possible.insert(domain.atoms.count - 1)
    } else {
      domain.possible.remove(domain.atoms.count - 1)
    }
    let sets = known.map { atoms.holding($0) }
    let everything = AtomSet(all: domain.atoms.count)
    cells = tests.map { test in
      guard let test else { return everything }
      return places[test.text].map { sets[$0] }
    }
    work = atoms.work
    self.input = input
    self.domain = domain
  }

  /// A test whose answers are known beforehand.
  fileprivate struct Known {
    let test: CompiledUnaryTests
    /// The values that it compares its input with; nil where it does something else with it.
    let points: [Value]?

    /// Adds where the test cuts the type; nil when it depends on more than its input.
    init?(_ test: CompiledUnaryTests, of type: ValueType, points: inout Set<Value>) {
      self.test = test
      let cuts = Cuts(test)
      if Domain.isFinite(type) {
        guard Cuts.dependOnInputOnly(test) else { return nil }
        let isPlain = cuts?.usesOrder == false
        self.points = isPlain ? cuts?.values : nil
      } else {
        guard let cuts, Domain.canBeCut(type, by: cuts) else { return nil }
        points.formUnion(cuts.values)
        self.points = cuts.values
      }
    }
  }
}

/// Finds the atoms that tests hold for.
private struct AtomsOfTests {
  let domain: Domain
  private let examples: [Value]
  private(set) var work = 0

  init(_ domain: Domain) {
    self.domain = domain
    examples = domain.atoms.indices.map { domain.example(of: $0) ?? .null }
  }

  mutating func holding(_ known: Column.Known) -> AtomSet {
    let null = domain.atoms.count - 1
    let found = known.points?.filter { $0 != .null }.map { domain.index(of: $0) }
    guard let found, !found.contains(nil) else { return holding(known.test, at: 0...null) }
    let named = Set(found.compactMap(\.self)).sorted()
    // Of what a test does not name, each part between its values is alike; where there is no order, all of it.
    var set = AtomSet()
    var others: Bool?
    var start = 0
    for atom in named + [null] where atom >= start {
      if start < atom {
        if domain.isOrdered || others == nil { others = holds(known.test, start) }
        if others == true { set.append(start..<atom) }
      }
      if holds(known.test, atom) { set.append(atom..<atom + 1) }
      start = atom + 1
    }
    return set
  }

  private mutating func holding(_ test: CompiledUnaryTests, at atoms: ClosedRange<Int>) -> AtomSet {
    var set = AtomSet()
    for atom in atoms where holds(test, atom) { set.append(atom..<atom + 1) }
    return set
  }

  private mutating func holds(_ test: CompiledUnaryTests, _ atom: Int) -> Bool {
    work += 1
    return test.evaluate(examples[atom]) == true
  }
}
