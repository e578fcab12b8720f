/// A piece of an expression's text.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// A name part or keyword.
    case word
    case number
    /// A string, its escapes resolved.
    case string(String)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  /// As it stands in the text; for strings with the quotes.
  let text: String
  /// UTF-8 offsets.
  let range: Range<Int>

  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

extension Token.Kind {
  /// Whether a name may go on with it.
  var isNamePart: Bool {
    switch self {
    case .word, .number: true
    case .symbol(let symbol): symbol.isNamePart
    default: false
    }
  }
}

/// Operators and punctuation, longest first where one begins another.
enum Symbol: String, Sendable, CaseIterable {
  case power = "**"
  case dots = ".."
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case arrow = "->"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case slash = "/"
  case equal = "="
  case less = "<"
  case greater = ">"
  case at = "@"
  /// Only inside names.
  case apostrophe = "'"

  /// Whether it may stand inside a name (DMN 1.5, grammar rule 29).
  var isNamePart: Bool {
    switch self {
    case .dot, .slash, .minus, .apostrophe, .plus, .times, .power: true
    default: false
    }
  }
}

/// The words that cannot begin a name.
enum Keywords {
  static let all: Set<String> = [
    "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "between",
    "instance", "function", "true", "false", "null",
  ]
}
