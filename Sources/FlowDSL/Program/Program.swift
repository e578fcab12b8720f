import FEEL

/// A flow and all the flows it runs, checked and compiled: what a walk is a function of.
///
/// Every name is resolved to an index: `flows[0]` is the flow that was asked for; a step that runs a flow holds
/// that flow's index; expressions read facts by slot.
public struct Program: Sendable {
  /// SHA-256 over the canonical form of all flows, roles, directory entries and documents it was made of, lower-case hexadecimal.
  /// Journals name a program by it. Comments and layout of the YAML do not change it.
  public let hash: String
  /// The edition of the language by which it is walked.
  public let edition: Edition
  /// The flows, the main one first.
  public let flows: [Flow]
  /// The roles of the protocol folder and of all flows, by name.
  public let roles: [String: Words]
  /// The services and categories that steps may name.
  public let directory: Directory
  /// The days on which people work, where the folder says it.
  public let calendar: WorkCalendar?
  /// The texts it was made of, so that a journal can carry them and compile the same program years later.
  public let sources: [SourceText]

  /// Makes a program of parts that the compiler has checked.
  public init(
    hash: String, edition: Edition = .current, flows: [Flow], roles: [String: Words], directory: Directory,
    calendar: WorkCalendar? = nil, sources: [SourceText]
  ) {
    self.hash = hash
    self.edition = edition
    self.flows = flows
    self.roles = roles
    self.directory = directory
    self.calendar = calendar
    self.sources = sources
  }
}

/// One YAML file as it was read.
public struct SourceText: Sendable, Hashable {
  /// Path inside the protocol folder, such as `reception.yaml`.
  public let path: String
  /// The text, UTF-8.
  public let text: String

  /// A file's path inside the protocol folder and its text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
