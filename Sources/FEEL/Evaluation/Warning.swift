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
    case failed(function: String, reason: Reason)
    case tooManySteps(limit: Int)
    case tooDeep(limit: Int)
  }
}

extension Warning {
  /// Why a function, or a part of an engine around FEEL, gave null.
  public enum Reason: Sendable, Hashable {
    case notTemporal(String)
    case duplicateName
    case noResult
    case notOfType(value: String, ValueType)
    case conditionNotBoolean
    /// What an engine around FEEL found: a name for catalogues, and what its words mention.
    case engine(String, [String: String])
  }
}

extension Warning.Reason: CustomStringConvertible {
  /// The reason in plain English.
  public var description: String {
    switch self {
    case .notTemporal(let text): "\(text) is no date, time or duration"
    case .duplicateName: "a name is given twice"
    case .noResult: "no result for these arguments"
    case .notOfType(let value, let type): "\(value) is not of the type \(type)"
    case .conditionNotBoolean: "the condition of a filter is not boolean"
    case .engine(let name, let arguments):
      arguments.sorted { $0.key < $1.key }.reduce(name) { "\($0) \($1.key): \($1.value)" }
    }
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
