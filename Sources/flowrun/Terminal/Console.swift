import FlowRuntime

/// Where pages are shown and lines are typed.
protocol Console: AnyObject {
  /// Rows of the place where pages are shown; `nil` where they follow one another.
  var rows: Int? { get }
  /// Whether a line that was not taken can stand there again, to be changed.
  var keepsLines: Bool { get }
  /// Shows a page and waits for a line that is typed at it.
  func ask(_ page: AskedPage) throws(Leaving) -> TypedLine
}

/// A page at which a line is awaited.
struct AskedPage {
  /// What stands on it now: it is drawn again where the terminal's size changes or time passes.
  var screen: () -> Screen
  /// A word about what was typed before.
  var message: Screen?
  /// The page was shown just now, and only the message is new.
  var isAgain = false
  /// Whether any words are an answer: what is typed before the page is seen whole stays in the line, else it is dropped with a
  /// word.
  var takesText = false
  /// What stands in the line at first.
  var draft = ""
}

/// A line that was typed at a page, and what is known of how.
struct TypedLine: Sendable, Hashable {
  /// Without its line break.
  var text: String
  /// Whether all parts of the page had been on the screen.
  var isSeenWhole = true
  /// Characters that found no room in the line any more.
  var lost = 0
}

/// Why nothing more is typed. What was confirmed is kept in each case.
enum Leaving: Error, Sendable, Hashable {
  /// Asked for by the person.
  case saved
  /// The input ended.
  case endOfInput
  /// Ctrl-C, or another signal that ends the tool.
  case interrupted
}
