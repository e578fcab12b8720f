extension Fault.Kind {
  /// A stable name of the kind in kebab-case, by which a catalogue words it.
  public var identifier: String { parts.identifier }

  /// What a catalogue's text can mention, by name.
  public var arguments: [String: String] { parts.arguments }

  private var parts: (identifier: String, arguments: [String: String]) {
    switch self {
    case .textTooLong(let limit): ("text-too-long", ["limit": String(limit)])
    case .nestedTooDeep(let limit): ("nested-too-deep", ["limit": String(limit)])
    case .invalidCharacter(let text): ("invalid-character", ["found": text.namingHidden])
    case .unterminatedString: ("unterminated-string", [:])
    case .unterminatedComment: ("unterminated-comment", [:])
    case .invalidEscape(let text): ("invalid-escape", ["found": text])
    case .invalidTemporal(let text): ("invalid-temporal", ["found": text])
    case .unexpectedToken(let found, let expected):
      ("unexpected-token", ["found": found, "expected": expected.joined(separator: ", ")])
    case .unknownName(let name, let nearest): ("unknown-name", named(name, nearest))
    case .unknownField(let name, let type, let nearest):
      ("unknown-field", named(name, nearest).merging(["type": type.description]) { $1 })
    case .unknownFunction(let name, let nearest): ("unknown-function", named(name, nearest))
    case .unknownType(let name, let nearest): ("unknown-type", named(name, nearest))
    case .duplicateName(let name): ("duplicate-name", ["name": name])
    case .notAFunction(let found): ("not-a-function", ["found": found.description])
    case .wrongArgumentCount(let function, let expected, let found):
      (
        "wrong-argument-count",
        ["function": function, "expected": expected.joined(separator: ", "), "found": String(found)]
      )
    case .unknownArgument(let name, let function, let nearest):
      ("unknown-argument", named(name, nearest).merging(["function": function]) { $1 })
    case .missingArgument(let name, let function): ("missing-argument", ["name": name, "function": function])
    case .argumentMismatch(let function, let parameter, let expected, let found):
      (
        "argument-mismatch",
        [
          "function": function, "parameter": parameter, "expected": expected.description,
          "found": found.description,
        ]
      )
    case .operandMismatch(let operation, let expected, let found):
      (
        "operand-mismatch",
        ["operation": operation, "expected": expected.description, "found": found.description]
      )
    case .operandsDiffer(let operation, let left, let right):
      ("operands-differ", ["operation": operation, "left": left.description, "right": right.description])
    case .notOrdered(let operation, let found):
      ("not-ordered", ["operation": operation, "found": found.description])
    case .resultMismatch(let expected, let found):
      ("result-mismatch", ["expected": expected.description, "found": found.description])
    case .notAChoice(let text, let allowed, let nearest):
      ("not-a-choice", ["found": text, "allowed": allowed.joined(separator: ", "), "nearest": nearest ?? ""])
    case .choiceOrdered(let operation, let allowed, let instead):
      (
        "choice-ordered",
        [
          "operation": operation, "allowed": allowed.joined(separator: ", "),
          "instead": "[" + instead.map { "\"\($0.escapedForFEEL)\"" }.joined(separator: ", ") + "]",
        ]
      )
    case .mayBeNull(let variables): ("may-be-null", ["variables": variables.joined(separator: ", ")])
    }
  }

  private func named(_ name: String, _ nearest: [String]) -> [String: String] {
    ["name": name, "nearest": nearest.joined(separator: ", ")]
  }
}

extension Fault.Kind: CustomStringConvertible {
  /// The fault in plain English, for users of the library.
  public var description: String {
    switch self {
    case .textTooLong(let limit): "the text is longer than \(limit) bytes"
    case .nestedTooDeep(let limit): "the expression is nested more than \(limit) deep"
    case .invalidCharacter(let text): "\(text.namingHidden) cannot stand here"
    case .unterminatedString: "a quote is opened and never closed"
    case .unterminatedComment: "a comment is opened and never closed"
    case .invalidEscape(let text): "\(text) is not an escape; write \\\\ for a backslash"
    case .invalidTemporal(let text): "\"\(text)\" is not a date, time or duration"
    case .unexpectedToken(let found, let expected):
      "found \(found), expected \(expected.joined(separator: " or "))"
    case .unknownName(let name, let nearest): "no name \(name) is known here" + suggestion(nearest)
    case .unknownField(let name, let type, let nearest): "\(type) has no \(name)" + suggestion(nearest)
    case .unknownFunction(let name, let nearest): "there is no function \(name)" + suggestion(nearest)
    case .unknownType(let name, let nearest): "there is no type \(name)" + suggestion(nearest)
    case .duplicateName(let name): "\(name) is given twice"
    case .notAFunction(let found): "a \(found) cannot be called"
    case .wrongArgumentCount(let function, let expected, let found):
      "\(function) takes \(expected.joined(separator: " or ")) arguments, not \(found)"
    case .unknownArgument(let name, let function, let nearest):
      "\(function) has no argument \(name)" + suggestion(nearest)
    case .missingArgument(let name, let function): "\(function) needs the argument \(name)"
    case .argumentMismatch(let function, let parameter, let expected, let found):
      "\(parameter) of \(function) is a \(expected), not a \(found)"
    case .operandMismatch(let operation, let expected, let found):
      "\(operation) needs a \(expected), not a \(found)"
    case .operandsDiffer(let operation, let left, let right):
      "\(operation) cannot take a \(left) and a \(right)"
    case .notOrdered(let operation, let found): "\(operation) needs values with an order; a \(found) has none"
    case .resultMismatch(let expected, let found): "a \(expected) is expected here, not a \(found)"
    case .notAChoice(let text, let allowed, let nearest):
      "\"\(text)\" is not one of \(allowed.joined(separator: ", "))" + suggestion(nearest.map { [$0] } ?? [])
    case .choiceOrdered(let operation, _, _):
      "\(operation) would compare letters, not the scale; list the values instead: in \(arguments["instead"] ?? "")"
    case .mayBeNull(let variables):
      "the result may be null, because of \(variables.joined(separator: ", ")); say what then happens"
    }
  }

  private func suggestion(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
  }
}

extension Fault: CustomStringConvertible {
  /// The fault in plain English, with its place.
  public var description: String { "\(kind) (bytes \(range.lowerBound) to \(range.upperBound))" }
}

extension String {
  /// The text, in which characters that show nothing are named by their number: `U+2060`.
  fileprivate var namingHidden: String {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .format, .control, .unassigned, .privateUse, .nonspacingMark, .enclosingMark:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: return String(scalar)
      }
    }.joined()
  }
}
