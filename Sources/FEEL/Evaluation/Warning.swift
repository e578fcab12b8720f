/// Why an evaluation gave null where a value might be expected.
public struct Warning: Sendable, Hashable {
  /// What went wrong.
  public let kind: Kind
  /// The part of the expression's text, as UTF-8 offsets.
  public let range: Range<Int>

  /// What went wrong, as data.
  public enum Kind: Sendable, Hashable {
    case operandTypes(operation: String, left: ValueType, right: ValueType)
    case operandType(operation: String, found: ValueType)
    case divisionByZero
    /// A number, date or duration past what FEEL can hold.
    case outOfRange(operation: String)
    case unknownName(String)
    case noField(String, in: ValueType)
    case notAFunction(ValueType)
    case wrongArguments(function: String)
    case invalidArgument(function: String, parameter: String, value: String)
    case failed(function: String, reason: String)
    case tooManySteps(limit: Int)
    case tooDeep(limit: Int)
  }
}

extension Warning.Kind: CustomStringConvertible {
  /// The reason in plain English.
  public var description: String {
    switch self {
    case .operandTypes(let operation, let left, let right): "\(operation) of \(left) and \(right) is null"
    case .operandType(let operation, let found): "\(operation) of \(found) is null"
    case .divisionByZero: "division by 0"
    case .outOfRange(let operation): "the result of \(operation) is out of range"
    case .unknownName(let name): "\(name) is not known"
    case .noField(let name, let type): "a \(type) has no \(name)"
    case .notAFunction(let type): "a \(type) cannot be called"
    case .wrongArguments(let function): "\(function) does not take these arguments"
    case .invalidArgument(let function, let parameter, let value):
      "\(parameter) of \(function) cannot be \(value)"
    case .failed(let function, let reason): "\(function): \(reason)"
    case .tooManySteps(let limit): "the evaluation took more than \(limit) steps"
    case .tooDeep(let limit): "functions called one another more than \(limit) deep"
    }
  }
}
