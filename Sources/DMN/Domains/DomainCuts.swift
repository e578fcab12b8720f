import FEEL

extension Domain {
  /// The domain of a type, cut at some points.
  init(type: ValueType, points: Set<Value>) {
    let points = points.subtracting([.null])
    switch type {
    case .boolean: self.init(atoms: [.value(true), .value(false), .null], isOrdered: false)
    case .choice(let values):
      self.init(atoms: values.map { .value(.string($0)) } + [.null], isOrdered: false)
    case .number, .date, .time, .dateTime, .daysDuration, .yearsDuration:
      let line = points.sorted { Line.isLess($0, $1) == true }
      self.init(
        atoms: line.isEmpty ? [.other, .null] : Domain.atoms(along: line) + [.null], isOrdered: !line.isEmpty)
    default:
      let named = points.map { ($0.description, $0) }.sorted { $0.0 < $1.0 }
      self.init(atoms: named.map { .value($0.1) } + [.other, .null], isOrdered: false)
    }
  }

  /// Points and the open intervals between and around them, without those that hold no value.
  private static func atoms(along line: [Value]) -> [Atom] {
    var atoms: [Atom] = []
    var last: Value?
    for point in line {
      // The same moment may be written with different offsets.
      if let last, Line.isLess(last, point) == false { continue }
      if Line.value(between: last, and: point) != nil { atoms.append(.between(last, point)) }
      atoms.append(.value(point))
      last = point
    }
    if Line.value(between: last, and: nil) != nil { atoms.append(.between(last, nil)) }
    return atoms
  }

  /// Whether tests can be understood as cuts of the type at these values.
  static func canBeCut(_ type: ValueType, by cuts: Cuts) -> Bool {
    let points = cuts.values.filter { $0 != .null }
    switch type {
    case .string: return !cuts.usesOrder && points.allSatisfy { if case .string = $0 { true } else { false } }
    case .number, .date, .time, .dateTime, .daysDuration, .yearsDuration:
      // All on one line: each can be compared with the first.
      return points.allSatisfy { type.holds($0) && Line.isLess(points[0], $0) != nil }
    default: return points.isEmpty
    }
  }

  /// Whether a type has so few values that each of them can be tried.
  static func isFinite(_ type: ValueType) -> Bool {
    switch type {
    case .boolean, .choice: true
    default: false
    }
  }
}

extension ValueType {
  /// Whether a value is of this ordered type, and can cut it.
  fileprivate func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (.number, .number), (.date, .date), (.dateTime, .dateTime), (.daysDuration, .daysDuration),
      (.yearsDuration, .yearsDuration):
      true
    // Times of day with offsets have no first and no last: they are not cut.
    case (.time, .time(let time)): !time.zone.isPresent
    default: false
    }
  }
}
