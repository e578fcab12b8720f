import FEEL

/// How a fault of an expression is told to the author of a flow.
extension Fault {
  /// The code of the kind of fault.
  var code: DiagnosticCode {
    switch kind {
    case .textTooLong: .expressionTooLong
    case .nestedTooDeep: .expressionTooDeep
    case .invalidCharacter: .invalidCharacter
    case .unterminatedString: .textNotClosed
    case .unterminatedComment: .commentNotClosed
    case .invalidEscape: .invalidEscape
    case .invalidTemporal: .invalidTemporal
    case .unexpectedToken: .unexpectedToken
    case .unknownName: .unknownName
    case .unknownField: .unknownField
    case .unknownFunction: .unknownFunction
    case .unknownType: .unknownExpressionType
    case .duplicateName: .duplicateName
    case .notAFunction: .notAFunction
    case .wrongArgumentCount: .argumentCount
    case .unknownArgument: .unknownArgument
    case .missingArgument: .missingArgument
    case .argumentMismatch: .argumentType
    case .operandMismatch: .operandType
    case .operandsDiffer: .operandsDiffer
    case .notOrdered: .notOrdered
    case .resultMismatch: .resultType
    case .notAChoice: .notAChoice
    case .choiceOrdered: .choiceOrdered
    case .mayBeNull: .conditionUndecided
    }
  }

  /// What the words of the code mention, types as the language writes them.
  var words: [String: String] {
    var words = kind.arguments
    switch kind {
    case .unknownField(_, let type, _): words["type"] = type.written
    case .notAFunction(let found): words["found"] = found.written
    case .argumentMismatch(_, _, let expected, let found), .operandMismatch(_, let expected, let found),
      .resultMismatch(let expected, let found):
      words["expected"] = expected.written
      words["found"] = found.written
    case .operandsDiffer(_, let left, let right):
      words["left"] = left.written
      words["right"] = right.written
    case .notOrdered(_, let found): words["found"] = found.written
    case .mayBeNull(let variables): words = ["facts": variables.joined(separator: ", ")]
    default: break
    }
    return words
  }
}
