/// For whom cases are read, as they say themselves: the environment is taken at its word.
struct CaseReader: Sendable {
  let identifier: String
  /// `nil` where it was not said.
  let role: String?

  init(_ environment: [String: String], identifier: String? = nil, role: String? = nil) {
    self.identifier =
      identifier ?? environment["FLOWRUN_PERSON"] ?? environment["USER"] ?? environment["LOGNAME"]
      ?? CaseOpening.unnamed
    self.role = role ?? environment["FLOWRUN_ROLE"]
  }
}
