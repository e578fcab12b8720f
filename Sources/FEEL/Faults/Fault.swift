/// Why a text is not a valid expression here. Holds every fault found, in the order of the text.
public struct CompilationFailure: Error, Sendable, Hashable {
  /// At least one, in the order of the text.
  public let faults: [Fault]

  /// A failure with these faults.
  public init(faults: [Fault]) {
    self.faults = faults
  }
}

/// One fault in an expression's text.
public struct Fault: Error, Sendable, Hashable {
  /// What is wrong.
  public let kind: Kind
  /// Where, as UTF-8 offsets into the text.
  public let range: Range<Int>

  /// A fault of this kind at a place.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What is wrong, as data: another target words it for people.
  public enum Kind: Sendable, Hashable {
    // Text and syntax.
    case textTooLong(limit: Int)
    case nestedTooDeep(limit: Int)
    case invalidCharacter(String)
    case unterminatedString
    case unterminatedComment
    case invalidEscape(String)
    case invalidTemporal(String)
    case unexpectedToken(found: String, expected: [String])
    // Names.
    case unknownName(String, nearest: [String])
    case unknownField(String, in: ValueType, nearest: [String])
    case unknownFunction(String, nearest: [String])
    case unknownType(String, nearest: [String])
    case duplicateName(String)
    // Calls.
    case notAFunction(found: ValueType)
    case wrongArgumentCount(function: String, expected: [String], found: Int)
    case unknownArgument(String, function: String, nearest: [String])
    case missingArgument(String, function: String)
    case argumentMismatch(function: String, parameter: String, expected: ValueType, found: ValueType)
    // Types.
    case operandMismatch(operation: String, expected: ValueType, found: ValueType)
    case operandsDiffer(operation: String, left: ValueType, right: ValueType)
    case notOrdered(operation: String, found: ValueType)
    case resultMismatch(expected: ValueType, found: ValueType)
    /// A string that is not among a choice's values.
    case notAChoice(String, allowed: [String], nearest: String?)
    /// `<`, `>`, `between` or a range on a choice would compare letters, not the scale; `instead` lists the values that
    /// the comparison would mean on the scale, when known.
    case choiceOrdered(operation: String, allowed: [String], instead: [String])
    /// The expression must not be null but may be, because these variables may be.
    case mayBeNull(variables: [String])
  }
}
