import FEEL

/// What was meant by an expression with signs, words or quotes of another language, or with values out of their quotes.
struct ExpressionRepair {
  /// The first slip in it.
  struct Slip {
    let code: DiagnosticCode
    let found: String
    /// Its bytes in the text as it was written.
    let range: Range<Int>
    /// The fact whose value it is, or the boolean that is meant.
    let meaning: String
  }

  /// The whole expression, mended.
  let text: String
  let first: Slip

  /// `nil` where there is no such slip.
  ///
  /// - Parameters:
  ///   - facts: the facts it may name, with their types.
  ///   - input: the type of what a table's cell tests, and how that is called.
  init?(
    _ written: String, facts: [(name: String, type: ValueType)], input: (name: String, type: ValueType)? = nil
  ) {
    var mending = Mending(facts: facts, input: input)
    for token in ExpressionTokens.tokens(of: written, joining: mending.choiceValues) { mending.take(token) }
    guard let first = mending.first else { return nil }
    text = mending.text
    self.first = first
  }
}

/// Goes over the tokens and writes each as it has to stand.
private struct Mending {
  let facts: [(name: String, type: ValueType)]
  let input: (name: String, type: ValueType)?
  var text = ""
  var first: ExpressionRepair.Slip?
  /// The fact that is compared at this point.
  private var compared: (name: String, type: ValueType)?
  /// Whether a value stands before: what follows is an operator.
  private var isAfterValue = false

  init(facts: [(name: String, type: ValueType)], input: (name: String, type: ValueType)?) {
    self.facts = facts
    self.input = input
    compared = input
  }

  /// All values of choices that facts may have.
  var choiceValues: Set<String> {
    (facts + (input.map { [$0] } ?? [])).reduce(into: []) { values, fact in
      values.formUnion(fact.type.choiceValues)
    }
  }

  mutating func take(_ token: ExpressionTokens.Token) {
    switch token.kind {
    case .space: text += token.text
    case .string:
      text += token.text
      isAfterValue = true
    case .otherQuotes(let inside):
      slip(.foreignQuotes, token, "\"\(inside)\"")
      isAfterValue = true
    case .word: word(token)
    case .number:
      text += token.text
      isAfterValue = true
    case .sign: sign(token)
    }
  }

  private mutating func slip(
    _ code: DiagnosticCode, _ token: ExpressionTokens.Token, _ instead: String, meaning: String = ""
  ) {
    text += instead
    if first == nil {
      first = ExpressionRepair.Slip(code: code, found: token.text, range: token.range, meaning: meaning)
    }
  }

  private mutating func sign(_ token: ExpressionTokens.Token) {
    isAfterValue = [")", "]", "}"].contains(token.text)
    guard let instead = Self.signs[token.text] else {
      text += token.text
      return
    }
    if instead == "and" || instead == "or" {
      compared = input
      let before = text.last == " " ? "" : " "
      return slip(.foreignSign, token, before + instead + (token.isBeforeSpace ? "" : " "))
    }
    slip(.foreignSign, token, instead)
  }

  private mutating func word(_ token: ExpressionTokens.Token) {
    let word = token.text
    if let fact = facts.first(where: { $0.name == word }) {
      text += word
      compared = fact
      isAfterValue = true
      return
    }
    if isAfterValue, let instead = Self.joints[word.lowercased()], instead != word {
      if instead == "and" || instead == "or" { compared = input }
      isAfterValue = false
      return slip(.foreignSign, token, instead)
    }
    if !isAfterValue, token.isBeforeParenthesis, ["non", "nicht", "não", "NOT", "Not", "no"].contains(word) {
      return slip(.foreignSign, token, "not")
    }
    if !isAfterValue, let instead = Self.openings[word.lowercased()], instead != word, text.isEmpty {
      return slip(.foreignSign, token, instead)
    }
    isAfterValue = !["and", "or", "in", "then", "else", "if", "not", "between"].contains(word)
    if ["and", "or"].contains(word) { compared = input }
    if token.isBeforeParenthesis { return text += word }
    value(token)
  }

  /// A word that stands for a value: of the fact that is compared, of any fact, or yes or no.
  private mutating func value(_ token: ExpressionTokens.Token) {
    let word = token.text
    if let compared, compared.type.choiceValues.contains(word) {
      return slip(.valueWithoutQuotes, token, "\"\(word)\"", meaning: compared.name)
    }
    if compared?.type == .boolean || compared == nil, let boolean = Self.booleans[word.lowercased()],
      boolean != word
    {
      return slip(.booleanAsWord, token, boolean, meaning: boolean)
    }
    if !["true", "false", "null"].contains(word),
      let fact = facts.first(where: { $0.type.choiceValues.contains(word) })
    {
      return slip(.valueWithoutQuotes, token, "\"\(word)\"", meaning: fact.name)
    }
    text += word
  }

  private static let signs = [
    "==": "=", "===": "=", "&&": "and", "&": "and", "||": "or", "|": "or", "<>": "!=", "!==": "!=",
    "=!": "!=",
    "=>": ">=", "=<": "<=", "≠": "!=", "≥": ">=", "≤": "<=", "×": "*", "÷": "/", "−": "-",
  ]
  /// Words between two values, in French, German, Spanish and Portuguese, and FEEL's own in capitals.
  private static let joints = [
    "et": "and", "und": "and", "y": "and", "e": "and", "and": "and", "ou": "or", "oder": "or", "o": "or",
    "or": "or",
    "dans": "in", "in": "in", "entre": "between", "between": "between", "alors": "then", "dann": "then",
    "then": "then", "sinon": "else", "sonst": "else", "else": "else", "est": "=", "is": "=", "ist": "=",
    "egal": "=", "equals": "=",
  ]
  private static let openings = ["si": "if", "wenn": "if", "se": "if", "if": "if"]
  private static let booleans = [
    "yes": "true", "on": "true", "oui": "true", "vrai": "true", "ja": "true", "si": "true", "sim": "true",
    "true": "true", "no": "false", "off": "false", "non": "false", "faux": "false", "nein": "false",
    "não": "false",
    "false": "false",
  ]
}

extension ValueType {
  /// The values of a choice, or of a list of them.
  fileprivate var choiceValues: [String] {
    switch self {
    case .choice(let values), .list(.choice(let values)): values
    default: []
    }
  }
}

/// The pieces of an expression as somebody wrote it, also where FEEL has no such piece.
enum ExpressionTokens {
  enum Kind: Hashable {
    case space, string, word, number, sign
    /// Words between quotes that FEEL does not know.
    case otherQuotes(inside: String)
  }

  struct Token {
    let kind: Kind
    let text: String
    /// UTF-8 offsets.
    let range: Range<Int>
    var isBeforeSpace = false
    var isBeforeParenthesis = false
  }

  private static let quotes: [Character: [Character]] = [
    "'": ["'", "’"], "‘": ["’", "'"], "’": ["’", "'"], "“": ["”", "“", "\""], "”": ["”"], "„": ["“", "”"],
    "«": ["»"],
    "‹": ["›"],
  ]
  private static let pairs = [
    "===", "!==", "==", "!=", "<>", "=!", ">=", "<=", "=>", "=<", "&&", "||", "**", "..",
  ]

  /// The tokens; words that a hyphen joins to a value of a choice are one word.
  static func tokens(of text: String, joining values: Set<String>) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    var offset = 0
    while let first = rest.first {
      let (kind, length) = piece(rest, first, values)
      let written = rest.prefix(length)
      rest = rest.dropFirst(length)
      let size = written.utf8.count
      tokens.append(
        Token(
          kind: kind, text: String(written), range: offset..<offset + size,
          isBeforeSpace: rest.first?.isWhitespace ?? true, isBeforeParenthesis: rest.first == "("))
      offset += size
    }
    return tokens
  }

  private static func piece(_ rest: Substring, _ first: Character, _ values: Set<String>) -> (Kind, Int) {
    if first.isWhitespace { return (.space, rest.prefix { $0.isWhitespace }.count) }
    if first == "\"" { return (.string, string(rest)) }
    if let closing = quotes[first], let end = rest.dropFirst().firstIndex(where: closing.contains) {
      let inside = rest[rest.index(after: rest.startIndex)..<end]
      let trimmed = String(inside.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      return (.otherQuotes(inside: trimmed), rest[...end].count)
    }
    if first.isLetter || first == "_" { return (.word, word(rest, values)) }
    if first.isNumber { return (.number, rest.prefix { $0.isNumber || $0 == "." }.count) }
    if let pair = pairs.first(where: rest.hasPrefix) { return (.sign, pair.count) }
    return (.sign, 1)
  }

  private static func string(_ rest: Substring) -> Int {
    var count = 1
    var isEscaped = false
    for character in rest.dropFirst() {
      count += 1
      if character == "\"", !isEscaped { return count }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  private static func word(_ rest: Substring, _ values: Set<String>) -> Int {
    let joined = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if joined.contains("-"), values.contains(String(joined)) { return joined.count }
    return rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }.count
  }
}
