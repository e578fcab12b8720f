/// By which names catalogues know warnings, and what their words mention.
extension Warning.Kind {
  /// The name of the warning in catalogues.
  public var identifier: String {
    switch self {
    case .operandTypes: "operand-types"
    case .operandType: "operand-type"
    case .divisionByZero: "division-by-zero"
    case .outOfRange: "out-of-range"
    case .unknownName: "unknown-name"
    case .noField: "no-field"
    case .notAFunction: "not-a-function"
    case .wrongArguments: "wrong-arguments"
    case .invalidArgument: "invalid-argument"
    case .failed(_, let reason): reason.identifier
    case .tooManySteps: "too-many-steps"
    case .tooDeep: "too-deep"
    }
  }

  /// What its words mention, by name.
  public var arguments: [String: String] {
    switch self {
    case .operandTypes(let operation, let left, let right):
      ["operation": operation, "left": "\(left)", "right": "\(right)"]
    case .operandType(let operation, let found): ["operation": operation, "found": "\(found)"]
    case .divisionByZero: [:]
    case .outOfRange(let operation): ["operation": operation]
    case .unknownName(let name): ["name": name]
    case .noField(let name, let type): ["name": name, "found": "\(type)"]
    case .notAFunction(let type): ["found": "\(type)"]
    case .wrongArguments(let function): ["function": function]
    case .invalidArgument(let function, let parameter, let value):
      ["function": function, "name": parameter, "value": value]
    case .failed(let function, let reason): reason.arguments.merging(["function": function]) { $1 }
    case .tooManySteps(let limit), .tooDeep(let limit): ["limit": "\(limit)"]
    }
  }

  /// All names, but those that an engine around FEEL gives its own.
  public static let identifiers = [
    "operand-types", "operand-type", "division-by-zero", "out-of-range", "unknown-name", "no-field",
    "not-a-function", "wrong-arguments", "invalid-argument", "too-many-steps", "too-deep", "not-temporal",
    "duplicate-name", "no-result", "not-of-type", "condition-not-boolean",
  ]
}

extension Warning.Reason {
  fileprivate var identifier: String {
    switch self {
    case .notTemporal: "not-temporal"
    case .duplicateName: "duplicate-name"
    case .noResult: "no-result"
    case .notOfType: "not-of-type"
    case .conditionNotBoolean: "condition-not-boolean"
    case .engine(let name, _): name
    }
  }

  fileprivate var arguments: [String: String] {
    switch self {
    case .notTemporal(let text): ["value": text]
    case .duplicateName, .noResult, .conditionNotBoolean: [:]
    case .notOfType(let value, let type): ["value": value, "type": "\(type)"]
    case .engine(_, let arguments): arguments
    }
  }
}
