import FEEL

/// The values of one fact that a set of conditions can tell apart.
///
/// A boolean and a choice have all their values; a number that is only compared with numbers written out has those, one
/// between each two neighbours, one below and one above; a day or a time likewise; a text that is only compared with texts has those and one other.
/// Whatever value the fact takes, each condition gives the same as for one of these.
struct CaseDomain {
  let values: [Value]

  /// `nil` where the conditions use the fact in another way, so that no finite set of values stands for all.
  init?(of variable: Variable, use: FactUse, known: [Value]? = nil) {
    var values: [Value]
    switch variable.type {
    case .boolean: values = [true, false]
    case .choice(let all): values = all.map { .string($0) }
    case .number:
      guard let constants = use.constants else { return nil }
      values = Self.line(
        constants.compactMap { if case .number(let number) = $0 { number } else { nil } }, known)
    case .string:
      guard let constants = use.constants, !use.isOrdered else { return nil }
      let texts = constants.filter { if case .string = $0 { true } else { false } }
        .sorted { $0.text < $1.text }
      values = texts + [Self.otherText(than: texts)]
    case .date, .time, .dateTime, .daysDuration, .yearsDuration:
      guard let constants = use.constants,
        let near = TimeCandidates.values(of: variable.type, about: Array(constants))
      else { return nil }
      values = near
    default:
      // Only compared with null: any value that is not null stands for all.
      guard let constants = use.constants, constants.allSatisfy({ $0 == .null }) else { return nil }
      guard let some = variable.type.someValue else { return nil }
      values = [some]
    }
    if variable.mayBeNull { values.append(.null) }
    self.values = values
  }

  /// Representatives of a number line cut at points; where the possible values are known, one of each stretch.
  private static func line(_ points: [Number], _ known: [Value]?) -> [Value] {
    let points = Set(points).sorted { $0 < $1 }
    guard let known else {
      guard let first = points.first, let last = points.last else { return [.number(Number(0))] }
      var values: [Number] = [first.subtracting(Number(1)) ?? first]
      for (index, point) in points.enumerated() {
        values.append(point)
        if index + 1 < points.count, let sum = point.adding(points[index + 1]) {
          values.append(sum.divided(by: Number(2)) ?? point)
        }
      }
      values.append(last.adding(Number(1)) ?? last)
      return values.map { .number($0) }
    }
    var seen: Set<Int> = []
    return known.filter { value in
      guard case .number(let number) = value else { return false }
      // Odd numbers are points, even numbers the stretches between them.
      let below = points.count { $0 < number }
      return seen.insert(2 * below + (points.contains(number) ? 1 : 0)).inserted
    }
  }

  private static func otherText(than texts: [Value]) -> Value {
    var text = "…"
    while texts.contains(.string(text)) { text += "…" }
    return .string(text)
  }
}

extension ValueType {
  /// A value of the type that is not null, where one is easily made up.
  fileprivate var someValue: Value? {
    switch self {
    case .list: .list([])
    case .context: .context(Context())
    default: nil
    }
  }
}
