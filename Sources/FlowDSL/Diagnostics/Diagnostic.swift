/// What is wrong with a file, where, and the data to word it.
///
/// The words come from a catalogue (`DiagnosticWords`); a diagnostic holds none.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How grave it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The flow cannot be walked.
    case error
    /// The flow can be walked; something deserves a look.
    case warning
  }

  /// Another place that explains the first.
  public struct Related: Sendable, Hashable {
    /// What the place shows.
    public enum Role: String, Sendable, CaseIterable {
      /// Where the same thing was written first.
      case first
      /// Where a thing is declared.
      case declared
      /// Where a thing is used.
      case used
      /// Another thing that this one clashes with.
      case other
      /// Where reading stopped.
      case stopped
    }

    /// What the place shows.
    public let role: Role
    /// Where it is.
    public let place: Place

    /// A place and what it shows.
    public init(_ role: Role, at place: Place) {
      self.role = role
      self.place = place
    }
  }

  /// What is wrong.
  public let code: DiagnosticCode
  /// How grave it is.
  public let severity: Severity
  /// Where it is.
  public let place: Place
  /// What the code's words may mention, by name; holds exactly the names of `DiagnosticCode.arguments`.
  public let arguments: [String: String]
  /// Other places that explain it.
  public let related: [Related]

  /// A diagnostic at a place. Names of `code.arguments` that are not given stand as empty.
  public init(
    _ code: DiagnosticCode, at place: Place, _ arguments: [String: String] = [:], related: [Related] = [],
    severity: Severity? = nil
  ) {
    assert(
      arguments.keys.allSatisfy(code.arguments.contains),
      "\(code.rawValue) declares \(code.arguments), given \(arguments.keys.sorted())")
    self.code = code
    self.severity = severity ?? code.severity
    self.place = place
    self.arguments = Dictionary(uniqueKeysWithValues: code.arguments.map { ($0, arguments[$0] ?? "") })
    self.related = related
  }

  /// The same with the paths of its places as seen from outside the folder that they are in.
  public func moved(into folder: String) -> Diagnostic {
    Diagnostic(
      code, at: place.moved(into: folder), arguments,
      related: related.map { Related($0.role, at: $0.place.moved(into: folder)) }, severity: severity)
  }

  /// The same, whatever else explains it.
  var withoutRelated: Diagnostic { Diagnostic(code, at: place, arguments, severity: severity) }
}
