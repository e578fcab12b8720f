/// Where pages are shown and lines are typed.
protocol Console: AnyObject {
  /// Shows a page; at a terminal it takes the place of the page before.
  func show(_ screen: Screen)
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
