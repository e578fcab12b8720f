/// The roles that the cases of a journal know, by their words.
struct KnownRoles: Sendable {
  private(set) var words: [String: String] = [:]

  /// Adds the roles of a case's program.
  mutating func add(of names: ProgramWords) {
    for role in names.program.roles.keys { words[role] = names.recipient(role) }
  }

  /// A role that no case knows is a slip of the hand: an empty list would hide what is late.
  func check(_ role: String?) throws(Failure) {
    guard let role, !words.isEmpty, words[role] == nil else { return }
    let known = words.sorted { $0.key < $1.key }.map { "\($0.value) (\($0.key))" }
    throw Failure(.unknownRole, .noInput, ["role": role, "known": known.joined(separator: ", ")])
  }
}
