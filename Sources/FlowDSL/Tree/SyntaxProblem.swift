/// The problems of libyaml's scanner and parser that have words of their own.
enum SyntaxProblem {
  case colonInWords, wordsStartWithSign, listNotClosed, mapNotClosed, quoteNotClosed, colonMissing
  case wrongIndentation, dashExpected, dashNotAllowed, unknownEscape, directive, tag, anchor

  /// From libyaml's English (0.2.5); `nil` for what is too rare to have words of its own.
  init?(_ problem: String) {
    switch problem {
    case "mapping values are not allowed in this context": self = .colonInWords
    case "found character that cannot start any token": self = .wordsStartWithSign
    case "did not find expected ',' or ']'": self = .listNotClosed
    case "did not find expected ',' or '}'": self = .mapNotClosed
    case "found unexpected end of stream", "found unexpected document indicator": self = .quoteNotClosed
    case "could not find expected ':'": self = .colonMissing
    case "did not find expected '-' indicator": self = .dashExpected
    case "did not find expected key", "did not find expected <document start>",
      "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      self = .wrongIndentation
    case "block sequence entries are not allowed in this context": self = .dashNotAllowed
    case "found unknown escape character": self = .unknownEscape
    case "found unknown directive name", "could not find expected directive name": self = .directive
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'",
      "did not find expected whitespace or line break":
      self = .tag
    case "did not find expected alphabetic or numeric character": self = .anchor
    default: return nil
    }
  }
}
