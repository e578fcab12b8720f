import FEEL

/// Finds the atom of an input's value, in the quickest way that the domain allows.
struct AtomLookup: Sendable {
  /// Where the value comes from.
  private let slot: Int?
  private let expression: CompiledExpression
  private let domain: Domain
  private let kind: Kind

  private enum Kind: Sendable {
    /// The atoms are true, false and null.
    case boolean
    /// The atoms are these texts, and null.
    case choice([String])
    /// The line is cut at these whole numbers only.
    case wholeNumbers(WholeNumberLine)
    case other
  }

  init(_ column: Column) {
    expression = column.input.expression
    domain = column.domain
    // A plain variable needs no evaluation.
    if case .name = expression.syntax.kind, expression.slots.count == 1 {
      slot = expression.slots[0]
    } else {
      slot = nil
    }
    switch column.input.type {
    case .boolean: kind = .boolean
    case .choice(let values): kind = .choice(values)
    case .number: kind = WholeNumberLine(domain).map { .wholeNumbers($0) } ?? .other
    default: kind = .other
    }
  }

  /// The place of the value's atom; -1 when it is none that the domain knows.
  @inline(__always)
  func atom(_ slots: UnsafeBufferPointer<Value>) -> Int {
    if let slot { return atom(of: slots[slot]) }
    return atom(of: expression.evaluate(slots))
  }

  @inline(__always)
  private func atom(of value: borrowing Value) -> Int {
    switch (kind, copy value) {
    case (.boolean, .boolean(let truth)): truth ? 0 : 1
    case (.choice(let values), .string(let text)): place(of: text, in: values)
    case (.wholeNumbers(let line), .number(let number)): line.atom(of: number)
    default: domain.index(of: copy value) ?? -1
    }
  }

  /// By code points, as FEEL compares; Swift's `==` alone would take two spellings of an accent for one.
  @inline(__always)
  private func place(of text: String, in values: [String]) -> Int {
    guard let place = values.firstIndex(of: text), values[place].utf8.elementsEqual(text.utf8) else {
      return -1
    }
    return place
  }
}

/// A number line that is cut at whole numbers: which atom a number belongs to.
struct WholeNumberLine: Sendable {
  private let points: [Int]
  private let numbers: [Number]
  // INVARIANT: point `i` is atom `2 * i + 1`; below the first and above each point there is an atom of what lies between.

  /// The line of a domain; nil when it is cut elsewhere.
  init?(_ domain: Domain) {
    var points: [Int] = []
    var numbers: [Number] = []
    for (place, atom) in domain.atoms.dropLast().enumerated() {
      switch atom {
      case .value(.number(let number)):
        guard place % 2 == 1, let point = number.integer else { return nil }
        points.append(point)
        numbers.append(number)
      case .between: guard place % 2 == 0 else { return nil }
      default: return nil
      }
    }
    guard domain.atoms.count == 2 * points.count + 2 else { return nil }
    self.points = points
    self.numbers = numbers
  }

  /// The atom of a number, by bisection.
  @inline(__always)
  func atom(of number: Number) -> Int {
    var low = 0
    var high = points.count
    if let value = number.integer {
      while low < high {
        let middle = (low + high) / 2
        if points[middle] < value { low = middle + 1 } else { high = middle }
      }
      return low < points.count && points[low] == value ? 2 * low + 1 : 2 * low
    }
    // A number with a fraction is none of the points.
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? 2 * low + 1 : 2 * low
  }
}
