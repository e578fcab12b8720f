/// Numeric functions (DMN 1.5, 10.3.4.5).
extension BuiltIns {
  static let numbers: [BuiltIn] = [
    rounding("decimal", .halfEven, withoutScale: false),
    rounding("floor", .floor),
    rounding("ceiling", .ceiling),
    rounding("round up", .up, withoutScale: false),
    rounding("round down", .down, withoutScale: false),
    rounding("round half up", .halfUp, withoutScale: false),
    rounding("round half down", .halfDown, withoutScale: false),
    BuiltIn(
      "abs",
      .init(["n": .number], total: true, .number) { arguments, _ in
        arguments[0].asNumber.map { .number($0.magnitude) }
      },
      .init(["n": .any], result: itemType) { arguments, _ in
        switch arguments[0] {
        case .number(let number): .number(number.magnitude)
        case .daysDuration(let duration):
          (duration.isNegative ? duration.negated : duration).map { .daysDuration($0) }
        case .yearsDuration(let duration):
          duration.months == .min ? nil : .yearsDuration(YearsDuration(months: abs(duration.months)))
        default: nil
        }
      }),
    BuiltIn(
      "modulo",
      .init(["dividend": .number, "divisor": .number], .number) { arguments, _ in
        guard let dividend = arguments[0].asNumber, let divisor = arguments[1].asNumber else { return nil }
        return dividend.modulo(divisor).map { .number($0) }
      }),
    numeric("sqrt") { $0.squareRoot },
    numeric("log") { $0.naturalLogarithm },
    numeric("exp") { $0.exponential },
    parity("odd") { $0 != .zero },
    parity("even") { $0 == .zero },
  ]

  private static func rounding(_ name: String, _ mode: RoundingMode, withoutScale: Bool = true) -> BuiltIn {
    let scaled = BuiltIn.Overload(["n": .number, "scale": .number], .number) { arguments, _ in
      guard let number = arguments[0].asNumber, let scale = arguments[1].asInteger, -6111...6176 ~= scale
      else {
        return nil
      }
      return number.rounded(scale: scale, mode).map { .number($0) }
    }
    guard withoutScale else { return BuiltIn(name, scaled) }
    let whole = BuiltIn.Overload(["n": .number], total: true, .number) { arguments, _ in
      arguments[0].asNumber?.rounded(scale: 0, mode).map { .number($0) }
    }
    return BuiltIn(name, whole, scaled)
  }

  private static func numeric(_ name: String, _ body: @escaping @Sendable (Number) -> Number?) -> BuiltIn {
    BuiltIn(
      name,
      .init(["number": .number], .number) { arguments, _ in
        arguments[0].asNumber.flatMap(body).map { .number($0) }
      })
  }

  private static func parity(_ name: String, _ body: @escaping @Sendable (Number) -> Bool) -> BuiltIn {
    BuiltIn(
      name,
      .init(["number": .number], .boolean) { arguments, _ in
        guard let number = arguments[0].asNumber, number.isInteger else { return nil }
        return number.modulo(2).map { .boolean(body($0)) }
      })
  }
}
