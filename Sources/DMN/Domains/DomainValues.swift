import FEEL

extension Domain {
  /// A value that stands for an atom; nil when there is none.
  func example(of index: Int) -> Value? {
    switch atoms[index] {
    case .null: .null
    case .value(let value): value
    case .between(let low, let high): Line.value(between: low, and: high)
    case .other: .string(unnamedText)
    }
  }

  /// A text that no atom names.
  private var unnamedText: String {
    let named = Set(
      atoms.compactMap { atom in if case .value(.string(let text)) = atom { text } else { nil } })
    var text = "?"
    while named.contains(text) { text += "?" }
    return text
  }

  /// Some atoms as the set of values that they hold, in as few pieces as possible.
  func values(of chosen: BitSet) -> ValueSet {
    let chosen = chosen.intersection(possible)
    let example = chosen.lazy.compactMap { self.example(of: $0) }.first ?? .null
    let isEverything = possible.isSubset(of: chosen)
    let rest = possible.subtracting(chosen)
    let isComplement = !isEverything && isBetterSaid(without: rest, than: chosen)
    return ValueSet(
      pieces: isEverything ? [] : pieces(of: isComplement ? rest : chosen), isComplement: isComplement,
      isEverything: isEverything, example: example)
  }

  /// Whether a set is better said by what it leaves out.
  private func isBetterSaid(without rest: BitSet, than chosen: BitSet) -> Bool {
    // "Any other text" can only be said by what it is not.
    if chosen.contains(where: { atoms[$0] == .other }) { return true }
    if rest.contains(where: { atoms[$0] == .other }) { return false }
    // All of a line has no end to name.
    if isOrdered { return rest.allSatisfy { atoms[$0] == .null } }
    return rest.count == 1 && chosen.count > 2
  }

  /// The first few runs of neighbouring atoms along a line; all of any other domain.
  func firstRuns(of chosen: BitSet, atMost limit: Int) -> BitSet {
    guard isOrdered else { return chosen }
    var kept = BitSet(capacity: atoms.count)
    var runs = 0
    var last = -2
    for place in chosen {
      if place > last + 1 { runs += 1 }
      if runs > limit { break }
      kept.insert(place)
      last = place
    }
    return kept
  }

  private func pieces(of chosen: BitSet) -> [ValueSet.Piece] {
    var pieces: [ValueSet.Piece] = []
    var run: [Atom] = []
    for (index, atom) in atoms.enumerated() {
      let belongs = chosen.contains(index) && isOrdered && atom != .null
      if belongs { run.append(atom) } else { flush(&run, to: &pieces) }
      guard chosen.contains(index), !belongs else { continue }
      switch atom {
      case .null: pieces.append(.null)
      case .value(let value): pieces.append(.value(value))
      case .between, .other: break
      }
    }
    flush(&run, to: &pieces)
    return pieces
  }

  /// Neighbouring atoms of a line are one interval.
  private func flush(_ run: inout [Atom], to pieces: inout [ValueSet.Piece]) {
    guard let first = run.first, let last = run.last else { return }
    defer { run = [] }
    if run.count == 1, case .value(let value) = first { return pieces.append(.value(value)) }
    let (low, includesLow) = first.low
    let (high, includesHigh) = last.high
    pieces.append(
      .interval(
        Interval(low: low ?? .null, includesLow: includesLow, high: high ?? .null, includesHigh: includesHigh)
      ))
  }
}

extension Domain.Atom {
  /// Where the atom begins, and whether its beginning belongs to it; nil for no limit.
  var low: (Value?, Bool) {
    switch self {
    case .value(let value): (value, true)
    case .between(let low, _): (low, false)
    case .other, .null: (nil, false)
    }
  }

  /// Where the atom ends, and whether its end belongs to it; nil for no limit.
  var high: (Value?, Bool) {
    switch self {
    case .value(let value): (value, true)
    case .between(_, let high): (high, false)
    case .other, .null: (nil, false)
    }
  }
}
