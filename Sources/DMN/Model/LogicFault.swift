import FEEL

/// Why a part of a model always gives null. The rest of the model works.
public struct LogicFault: Error, Sendable, Hashable {
  /// The name of the decision, function or type.
  public let element: String
  /// What is wrong.
  public let problem: Problem
  /// Where.
  public let place: TextPlace

  /// What is wrong, as data.
  public enum Problem: Sendable, Hashable {
    /// A text that is not FEEL.
    case syntax(text: String, CompilationFailure)
    /// A type that is defined nowhere.
    case unknownType(String)
    /// A type that contains itself.
    case recursiveType(String)
    /// Parts that make no decision table.
    case table(TableFault)
    /// A name that is used in a text and declared nowhere; it is null.
    case undeclaredName(Fault)
    /// What only another engine can run.
    case notApplicable(ForeignLogic)
  }
}

/// Logic that is not FEEL, and so cannot run here.
public enum ForeignLogic: Sendable, Hashable {
  /// A function for a Java machine.
  case java
  /// A PMML model.
  case pmml
  /// An expression in another language, by the name that the model gives.
  case language(String)
}

extension ForeignLogic: CustomStringConvertible {
  /// What it is, in English.
  public var description: String {
    switch self {
    case .java: "a Java function"
    case .pmml: "a PMML function"
    case .language(let name): "an expression in \(name)"
    }
  }
}

extension LogicFault: CustomStringConvertible {
  /// The fault in English, with its place.
  public var description: String {
    let what =
      switch problem {
      case .syntax(let text, let failure):
        "“\(text)”: " + failure.faults.map { "\($0.kind)" }.joined(separator: "; ")
      case .unknownType(let name): "the type “\(name)” is not known"
      case .recursiveType(let name): "the type “\(name)” contains itself"
      case .table(let fault): fault.description
      case .undeclaredName(let fault): "\(fault.kind)"
      case .notApplicable(let what): "\(what) cannot run here"
      }
    return "\(place): \(element): \(what)"
  }
}
