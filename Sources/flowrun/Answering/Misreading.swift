/// Why what was typed is no answer to the question; the page says it and asks again.
enum Misreading: Error, Sendable, Hashable {
  /// Nothing was typed.
  case nothing
  /// Neither yes nor no.
  case notYesOrNo(String)
  case notANumber(String)
  case notADate(String)
  case notATime(String)
  case notADateAndTime(String)
  /// A length of time in days, hours and minutes.
  case notADuration(String)
  /// A length of time in years and months.
  case notYearsAndMonths(String)
  /// A day or an hour that the calendar does not have.
  case noSuchMoment(String)
  /// An hour over which the clocks of this place are put forward that day.
  case skippedHour(String)
  /// An hour that comes twice that day, since the clocks are put back: how each of them is typed.
  case hourTwice(String, first: String, second: String)
  /// A moment that is over, where one to come is asked for.
  case momentPassed(String)
  /// None of the choices begins so.
  case notAChoice(String)
  /// A number past the last choice.
  case noSuchNumber(Int, last: Int)
  /// More than one choice begins so.
  case ambiguous(String, [String])
  /// A letter that is no key at this page, whose keys `?` shows.
  case notAKey(String)
  /// A letter that is no key at a page without help.
  case noSuchKey(String)
  /// How to type a line was asked, by `?`.
  case asksHow(LineReading)
  /// Too few letters for a reason.
  case noReason
  /// The key of a command, typed `key` without doubt, that also begins choices.
  case keyOrChoice(String, [String], key: String, String)
  /// Typed before all parts of the page had been shown.
  case notSeenWhole(String)
  /// More characters than can be kept.
  case tooLong(limit: Int)
  /// A fraction, or no number, where only whole numbers can be right.
  case notAWholeNumber(String)
  /// No answer of a list has this word in it.
  case notFound(String)
  /// Words, or more than a name in a service has, where somebody's identifier is asked for.
  case notAnIdentifier(String)
  /// Neither letters nor digits where words are asked for.
  case noWords(String)
}

extension Misreading {
  /// Whether nothing is wrong: how to type was asked.
  var isQuestion: Bool {
    if case .asksHow = self { true } else { false }
  }
}
