/// A line of words that is asked for; what cannot be one is asked again.
enum LineReading: Sendable, Hashable {
  /// Who someone is in their service.
  case identifier
  case note
  /// A mark, a number, a name: a letter alone is one.
  case mark
  /// Why something is so: a few words.
  case reason
  /// A word for a colleague; `-` says that there is none.
  case remark

  /// How many characters an identifier has at most.
  static let longestIdentifier = 40
  /// How many letters a reason has at least.
  static let shortestReason = 3

  /// The line as it is kept; `nil` where Enter alone goes back.
  func read(_ line: String) throws(Misreading) -> String? {
    let text = line.trimmed
    guard !text.isEmpty else { return nil }
    // A key, not words: how to type the line is said instead.
    let isKey =
      self != .mark && text.count == 1 && text.contains(where: \.isLetter)
      || text.hasPrefix("/") && text.count < 3
    guard !text.hasPrefix("?"), !isKey else { throw .asksHow(self) }
    switch self {
    case .reason:
      guard text.filter(\.isLetter).count >= Self.shortestReason else { throw .noReason }
    case .identifier:
      guard text.count <= Self.longestIdentifier, !text.contains(where: \.isWhitespace) else {
        throw .notAnIdentifier(text)
      }
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .noWords(text) }
    case .note, .mark:
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .noWords(text) }
    case .remark: break
    }
    return text
  }
}
