/// What a run of text is for; the terminal decides how that looks.
enum Style: Sendable, Hashable {
  case plain
  /// The one thing to look at: the question, the advice.
  case title
  /// A key to press.
  case key
  /// Context that may be passed over.
  case quiet
  /// Words to say aloud.
  case quoted
  /// Something is late or was refused; the words say so too.
  case warning
  /// A need that waits, one under way, one that is met; the words say so too.
  case toDo, underWay, done

  /// The numbers of the ANSI "select graphic rendition" sequence (ECMA-48, 8.3.117).
  var graphicRendition: String? {
    switch self {
    case .plain: nil
    case .title: "1"
    case .key: "1;36"
    case .quiet: "2"
    case .quoted: "3"
    case .warning: "1;33"
    case .toDo: "31"
    case .underWay: "33"
    case .done: "32"
    }
  }
}

/// Text in one style.
struct Run: Sendable, Hashable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
