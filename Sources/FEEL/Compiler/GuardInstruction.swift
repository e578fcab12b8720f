/// One step of a guard program. Holds no references, so that running a program counts none.
enum GuardInstruction: Sendable {
  /// Where a value is read: a slot, or `subject` for what is tested.
  typealias Operand = Int32
  static let subject: Operand = -1

  /// Pushes a known truth.
  case constant(Bool?)
  /// Pushes a boolean.
  case truth(Operand)
  /// Pushes how a number compares with a small whole number.
  case number(Operand, Outcomes, Int64)
  /// Pushes whether a value is the boolean.
  case boolean(Operand, equals: Bool, negated: Bool)
  /// Pushes whether a string is the text with this index.
  case text(Operand, index: Int32, negated: Bool)
  /// Pushes whether a string is among the texts with these indices; anything else is left to the constant.
  case textAmong(Operand, first: Int32, count: Int32, constant: Int32)
  /// Pushes a comparison with a constant.
  case compareConstant(Operand, ComparisonOperator, constant: Int32)
  /// Pushes a comparison of two values.
  case compare(Operand, ComparisonOperator, Operand)
  /// Pushes whether a constant admits the value as a test.
  case admits(Operand, constant: Int32)
  /// Pushes whether some or every item of a list meets the program with this index.
  case quantified(Operand, Expression.Quantifier, program: Int32)
  /// Pushes what the code with this index gives.
  case call(Int32)
  case not, and, or
  /// Skips so many instructions, and keeps the top, when it is false.
  case skipIfFalse(Int32)
  case skipIfTrue(Int32)

  /// Which results of a three-way comparison count as true.
  struct Outcomes: Sendable {
    private let bits: UInt8
    /// Whether it is `=` or `!=`, for which null is a value like others.
    let isEquality: Bool
    /// What null gives.
    let ofNull: Bool?

    init(_ comparison: ComparisonOperator) {
      isEquality = !comparison.isOrdering
      switch comparison {
      case .less: (bits, ofNull) = (1, nil)
      case .lessOrEqual: (bits, ofNull) = (3, nil)
      case .equal: (bits, ofNull) = (2, false)
      case .notEqual: (bits, ofNull) = (5, true)
      case .greaterOrEqual: (bits, ofNull) = (6, nil)
      case .greater: (bits, ofNull) = (4, nil)
      }
    }

    @inline(__always)
    func contains(_ left: Int64, _ right: Int64) -> Bool {
      bits & (left < right ? 1 : left == right ? 2 : 4) != 0
    }
  }
}
