import FEEL

/// The values an input can take, cut into *atoms*: parts on which every cell of its column gives the same answer.
///
/// A boolean has the atoms `true`, `false` and null. A number line that the cells cut at 8 and 12 has the atoms
/// below 8, 8 itself, between 8 and 12, 12 itself, above 12, and null.
struct Domain: Sendable, Hashable {
  /// A part of a domain.
  enum Atom: Sendable, Hashable {
    case value(Value)
    /// All values between two values, both excluded; nil for no limit.
    case between(Value?, Value?)
    /// All values, null aside, that no other atom holds.
    case other
    case null
  }

  /// In the order of the line, the scale or the cells; `other` and null last.
  let atoms: [Atom]
  /// The atoms that the input can take, given its type, whether it may be null, and its allowed values.
  var possible: BitSet
  /// Whether `between` is by order of the values.
  let isOrdered: Bool
  /// The atoms of single values, where there is no order to find them by.
  private let places: [Value: Int]

  /// A domain of these atoms.
  init(atoms: [Atom], isOrdered: Bool) {
    self.atoms = atoms
    self.isOrdered = isOrdered
    possible = BitSet(all: atoms.count)
    var places: [Value: Int] = [:]
    if !isOrdered {
      for case (let place, .value(let value)) in atoms.enumerated() { places[value] = place }
    }
    self.places = places
  }

  /// The place of a value's atom; nil when the value is none that the domain knows.
  func index(of value: Value) -> Int? {
    if value == .null { return atoms.count - 1 }
    return isOrdered ? indexOnLine(value) : indexAmongPoints(value)
  }

  private func indexAmongPoints(_ value: Value) -> Int? {
    if let place = places[value] { return place }
    // `other` is the last before null.
    let last = atoms.count - 2
    return last >= 0 && atoms[last] == .other ? last : nil
  }

  /// By bisection: the first atom that `value` does not lie above.
  private func indexOnLine(_ value: Value) -> Int? {
    var low = 0
    var high = atoms.count - 2
    while low < high {
      let middle = (low + high) / 2
      guard let above = isAbove(value, atoms[middle]) else { return nil }
      if above { low = middle + 1 } else { high = middle }
    }
    return holds(atoms[low], value) ? low : nil
  }

  private func isAbove(_ value: Value, _ atom: Atom) -> Bool? {
    switch atom {
    case .value(let point): Line.isLess(point, value)
    case .between(_, let end?): Line.isLess(value, end).map { !$0 }
    case .between(_, nil): false
    case .other, .null: nil
    }
  }

  private func holds(_ atom: Atom, _ value: Value) -> Bool {
    switch atom {
    case .value(let point): Line.isLess(point, value) == false && Line.isLess(value, point) == false
    case .between(let start, let end):
      (start.map { Line.isLess($0, value) == true } ?? true)
        && (end.map { Line.isLess(value, $0) == true } ?? true)
    case .other, .null: false
    }
  }
}
