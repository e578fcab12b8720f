/// One step of a guard program. Holds no references, so that running a program counts none.
struct GuardInstruction: Sendable {
  var operation: Operation
  /// What becomes of the truth that a test gives.
  var join = Join.push

  /// Where a value is read: a slot, or `subject` for what is tested.
  typealias Operand = Int32
  static let subject: Operand = -1

  enum Operation: Sendable {
    // Tests: each gives a truth.

    /// A known truth.
    case constant(Bool?)
    /// A boolean, or its opposite.
    case truth(Operand, negated: Bool)
    /// How a number compares with a small whole number.
    case number(Operand, Outcomes, Int64)
    /// Whether a value is the boolean.
    case boolean(Operand, equals: Bool, negated: Bool)
    /// Whether a string is the text with this index.
    case text(Operand, index: Int32, negated: Bool)
    /// Whether a string is among the texts with these indices; anything else is left to the constant.
    case textAmong(Operand, first: Int32, count: Int32, constant: Int32)
    /// A comparison with a constant.
    case compareConstant(Operand, ComparisonOperator, constant: Int32)
    /// A comparison of two values.
    case compare(Operand, ComparisonOperator, Operand)
    /// Whether a constant admits the value as a test.
    case admits(Operand, constant: Int32)
    /// Whether some or every item of a list compares so with a small whole number.
    case quantifiedNumber(Operand, Expression.Quantifier, Outcomes, Int64)
    /// Whether some or every item of a list, as the subject, meets so many instructions that follow; skips them.
    case quantified(Operand, Expression.Quantifier, count: Int32)
    /// What the code with this index gives.
    case call(Int32)

    // What changes the stack.

    case not, and, or
    /// Skips so many instructions, and keeps the top, when it is false.
    case skipIfFalse(Int32)
    case skipIfTrue(Int32)
  }

  /// How a truth meets the one on top of the stack; `push` leaves that one alone.
  enum Join: Sendable { case push, and, or }

  init(_ operation: Operation) {
    self.operation = operation
  }

  /// Whether to run it costs no more than to look whether it may be skipped.
  var isCheap: Bool {
    switch operation {
    case .constant, .truth, .number, .boolean, .not, .and, .or: true
    default: false
    }
  }

  /// Which results of a three-way comparison count as true.
  struct Outcomes: Sendable {
    private let bits: UInt8
    /// What null gives: for `=` and `!=` it is a value like others.
    let ofNull: Bool?

    init(_ comparison: ComparisonOperator) {
      switch comparison {
      case .less: (bits, ofNull) = (1, nil)
      case .lessOrEqual: (bits, ofNull) = (3, nil)
      case .equal: (bits, ofNull) = (2, false)
      case .notEqual: (bits, ofNull) = (5, true)
      case .greaterOrEqual: (bits, ofNull) = (6, nil)
      case .greater: (bits, ofNull) = (4, nil)
      }
    }

    /// How a value compares with a small whole number.
    @inline(__always)
    func compare(_ value: UnsafePointer<Value>, _ constant: Int64) -> Bool? {
      switch value.pointee {
      case .number(let number): compare(number, constant)
      case .null: ofNull
      default: nil
      }
    }

    @inline(__always)
    func compare(_ number: Number, _ constant: Int64) -> Bool {
      number.isSmall ? contains(number.small, constant) : compareLarge(number, constant)
    }

    /// A number that is not small is never equal to one that is.
    @inline(never)
    private func compareLarge(_ number: Number, _ constant: Int64) -> Bool {
      contains(number < Number(Int(constant)) ? -1 : 1, 0)
    }

    @inline(__always)
    private func contains(_ left: Int64, _ right: Int64) -> Bool {
      bits & (left < right ? 1 : left == right ? 2 : 4) != 0
    }
  }
}
