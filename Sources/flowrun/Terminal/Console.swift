/// Where pages are shown and lines are typed.
protocol Console: AnyObject {
  /// Shows a page; at a terminal it takes the place of the page before.
  ///
  /// - Parameters:
  ///   - message: a word about what was typed before.
  ///   - isAgain: the page was shown just now, and only the message is new.
  func show(_ screen: Screen, message: Screen?, isAgain: Bool)
  /// Waits for a line, without its line break.
  func readLine() throws(Leaving) -> String
}

/// Why nothing more is typed. What was confirmed is kept in each case.
enum Leaving: Error, Sendable, Hashable {
  /// Asked for by the person.
  case saved
  /// The input ended.
  case endOfInput
  /// Ctrl-C.
  case interrupted
}
