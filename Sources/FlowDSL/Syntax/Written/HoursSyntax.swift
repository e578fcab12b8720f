/// When a service answers, as written (grammar, section 13.2).
public enum HoursSyntax: Sendable, Hashable {
  /// `24/7`.
  case always
  /// A map from days to times.
  case weekly(WeeklyHours)
  /// Words, from which nothing can be computed.
  case words(TextSyntax)

  /// The words, where it is words.
  var text: TextSyntax? {
    if case .words(let text) = self { text } else { nil }
  }

  /// The hours as a program holds them.
  var hours: Hours {
    switch self {
    case .always: .always
    case .weekly(let week): .weekly(week)
    case .words(let text): .words(text.words)
    }
  }
}
