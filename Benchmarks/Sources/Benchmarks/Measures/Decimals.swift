import FEEL
import Foundation

#if canImport(CIntelDecimal)
  import CIntelDecimal
#endif

/// How fast decimal numbers are, ours and those that could stand in their place.
enum Decimals {
  struct Figures {
    let operation: String
    let operands: String
    let ours: Double
    let foundation: Double
    /// Intel's library, where the machine has it.
    let intel: Double?
    /// Results of ours that differ from Intel's.
    let differing: Int?
  }

  static func measure() -> [Figures] {
    var random = MersenneTwister(seed: 34)
    let kinds: [(name: String, texts: [(String, String)])] = [
      ("small whole numbers", pairs { String(random.below(10_000) + 1) }),
      ("34 digits", pairs { longNumber(&random) }),
    ]
    return kinds.flatMap { kind in Operation.allCases.map { figures($0, kind.name, kind.texts) } }
  }

  enum Operation: String, CaseIterable { case add, multiply, divide, compare }

  private static let rounds = 200

  private static func pairs(_ text: () -> String) -> [(String, String)] {
    (0..<1000).map { _ in (text(), text()) }
  }

  /// A number of 34 digits with a point among them.
  private static func longNumber(_ random: inout MersenneTwister) -> String {
    var digits = String(random.below(9) + 1)
    for _ in 1..<34 { digits += String(random.below(10)) }
    digits.insert(".", at: digits.index(digits.startIndex, offsetBy: random.below(33) + 1))
    return digits
  }

  private static func figures(_ operation: Operation, _ operands: String, _ texts: [(String, String)])
    -> Figures
  {
    let ours = texts.map { (Number($0) ?? .zero, Number($1) ?? .zero) }
    let foundation = texts.map { (Decimal(string: $0) ?? 0, Decimal(string: $1) ?? 0) }
    var (intel, differing): (Double?, Int?) = (nil, nil)
    #if canImport(CIntelDecimal)
      intel = rate(operation, texts.map { (intel_decimal($0), intel_decimal($1)) })
      differing = texts.indices.count { place in
        let result = Number.apply(operation, ours[place].0, ours[place].1)
        let expected = IntelDecimal.apply(
          operation, intel_decimal(texts[place].0), intel_decimal(texts[place].1))
        return intel_equal(intel_decimal(result.description), expected) == 0
      }
    #endif
    return Figures(
      operation: operation.rawValue, operands: operands, ours: rate(operation, ours),
      foundation: rate(operation, foundation), intel: intel, differing: differing)
  }

  private static func rate<D: DecimalArithmetic>(_ operation: Operation, _ pairs: [(D, D)]) -> Double {
    Stopwatch.perSecond(rounds * pairs.count) {
      for _ in 0..<rounds {
        switch operation {
        case .add: for (left, right) in pairs { consume(D.sum(left, right)) }
        case .multiply: for (left, right) in pairs { consume(D.product(left, right)) }
        case .divide: for (left, right) in pairs { consume(D.quotient(left, right)) }
        case .compare: for (left, right) in pairs { consume(D.isLess(left, right)) }
        }
      }
    }
  }
}

extension MersenneTwister {
  /// A whole number from 0 up to `limit`.
  fileprivate mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }
}

/// What is measured of a type of decimal numbers.
private protocol DecimalArithmetic {
  static func sum(_ left: Self, _ right: Self) -> Self
  static func product(_ left: Self, _ right: Self) -> Self
  static func quotient(_ left: Self, _ right: Self) -> Self
  static func isLess(_ left: Self, _ right: Self) -> Bool
}

extension DecimalArithmetic {
  /// The result; for a comparison, the smaller one.
  static func apply(_ operation: Decimals.Operation, _ left: Self, _ right: Self) -> Self {
    switch operation {
    case .add: sum(left, right)
    case .multiply: product(left, right)
    case .divide: quotient(left, right)
    case .compare: isLess(left, right) ? left : right
    }
  }
}

extension Number: DecimalArithmetic {
  static func sum(_ left: Number, _ right: Number) -> Number { left.adding(right) ?? .zero }
  static func product(_ left: Number, _ right: Number) -> Number { left.multiplied(by: right) ?? .zero }
  static func quotient(_ left: Number, _ right: Number) -> Number { left.divided(by: right) ?? .zero }
  static func isLess(_ left: Number, _ right: Number) -> Bool { left < right }
}

extension Decimal: DecimalArithmetic {
  static func sum(_ left: Decimal, _ right: Decimal) -> Decimal { left + right }
  static func product(_ left: Decimal, _ right: Decimal) -> Decimal { left * right }
  static func quotient(_ left: Decimal, _ right: Decimal) -> Decimal { left / right }
  static func isLess(_ left: Decimal, _ right: Decimal) -> Bool { left < right }
}

#if canImport(CIntelDecimal)
  extension IntelDecimal: DecimalArithmetic {
    static func sum(_ left: IntelDecimal, _ right: IntelDecimal) -> IntelDecimal { intel_add(left, right) }
    static func product(_ left: IntelDecimal, _ right: IntelDecimal) -> IntelDecimal {
      intel_multiply(left, right)
    }
    static func quotient(_ left: IntelDecimal, _ right: IntelDecimal) -> IntelDecimal {
      intel_divide(left, right)
    }
    static func isLess(_ left: IntelDecimal, _ right: IntelDecimal) -> Bool { intel_less(left, right) != 0 }
  }
#endif
