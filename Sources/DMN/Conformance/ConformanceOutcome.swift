/// How a case of the kit went.
public struct ConformanceOutcome: Sendable, Hashable {
  /// The folder inside the kit: `compliance-level-2/0001-input-data-string`.
  public let folder: String
  /// The test file, without `.xml`.
  public let testFile: String
  /// The case's identifier.
  public let id: String
  /// How it went.
  public let status: Status
  /// Why it failed, or why it was not run; empty for success.
  public let detail: String

  /// How a case went, in the kit's words.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case success = "SUCCESS"
    case error = "ERROR"
    /// Not applicable: it needs a Java virtual machine. Never counted as passed.
    case ignored = "IGNORED"
  }
}

extension ConformanceOutcome: CustomStringConvertible {
  /// One line: `compliance-level-2/0001… 001 ERROR: …`.
  public var description: String {
    "\(folder)/\(testFile) \(id) \(status.rawValue)" + (detail.isEmpty ? "" : ": \(detail)")
  }
}
