/// An expression that FEEL cannot read, written as it may have been meant: candidates, to be compiled before one is told.
///
/// Each turns one habit of hand or of another language into FEEL: `10,5`, `not in`, `entre 0 et 500`, `05/01/2026`, `22h00`,
/// `today() - 30`. Those that change least come first.
enum ExpressionRewriting {
  /// At most so many, each other than the text.
  static func candidates(for text: String) -> [String] {
    let lexical = time(date(clock(quantity(unknown(text)))))
    let negated = negation(membership(lexical))
    var found: [String] = []
    for start in [text, lexical, negated] {
      found += [start, span(start), listed(start), joined(start)]
    }
    // Values of another type than they are written in: only what compiles is told.
    let values: [(String) -> String] = [withoutUnit, textAsDate, textAsDuration, textAsNumber, bareDuration]
    let others: [(String) -> String] = [days, otherClock]
    for start in [text, lexical, negated] {
      found += (values + others).map { $0(start) }
    }
    found.append(days(withoutUnit(negated)))
    found.append(values.reduce(negated) { $1($0) })
    var seen: Set<String> = [text]
    return found.filter { seen.insert($0).inserted }
  }

  private static func outside(_ text: String, _ change: (String) -> String) -> String {
    text.outsideOfTexts(change)
  }

  // MARK: Numbers

  private static func quantity(_ text: String) -> String {
    outside(text) {
      $0.replacing(/([1-9][0-9]{0,2})[ \u{00A0}\u{202F}']([0-9]{3})(?![0-9])/) { "\($0.1)\($0.2)" }
        .replacing(/([0-9]),([0-9]+)(?![0-9]*\])/) { "\($0.1).\($0.2)" }
    }
  }

  private static func withoutUnit(_ text: String) -> String {
    outside(text) { $0.replacing(/([0-9]) *(?:[a-zà-ÿ]{2,}|[mh€%])(?![a-zà-ÿ(])/) { "\($0.1)" } }
  }

  private static func textAsNumber(_ text: String) -> String {
    text.replacing(/(^|[=<>(,\[] *)"(true|false|null|-?[0-9]+(?:\.[0-9]+)?)"/) { "\($0.1)\($0.2)" }
  }

  private static func unknown(_ text: String) -> String {
    outside(text) {
      $0.replacing(/\b(?:inconnue?|unknown|unbekannt|vide|empty|none|nil|nul)\b/) { _ in "null" }
    }
  }

  // MARK: Spans

  /// `0..500`, `0 à 500`, `[0;500]`, `entre 0 et 500`, `>= 0 and <= 500`, each as `[0..500]`.
  private static func span(_ text: String) -> String {
    func span(_ open: Substring?, _ low: Substring, _ high: Substring, _ close: Substring?) -> String {
      let ends = (Double(low) ?? 0) <= (Double(high) ?? 0) ? (low, high) : (high, low)
      return (open == "(" ? "(" : "[") + "\(ends.0)..\(ends.1)" + (close == ")" ? ")" : "]")
    }
    return outside(text) {
      $0.replacing(
        /(>=?|≥) *(-?[0-9.]+) *(?:and|et|und|y|e|&&?|,) *(<=?|≤) *(-?[0-9.]+)/
      ) {
        // The wrong way round it is no span: what is meant cannot be told.
        guard (Double($0.2) ?? 0) <= (Double($0.4) ?? 0) else { return String($0.0) }
        return span($0.1 == ">" ? "(" : "[", $0.2, $0.4, $0.3 == "<" ? ")" : "]")
      }
      .replacing(/(?:entre|between|zwischen) *(-?[0-9.]+) *(?:et|and|und|y|e) *(-?[0-9.]+)/) {
        span(nil, $0.1, $0.2, nil)
      }
      .replacing(/(?:(?:de|du|from|von) +)?(-?[0-9]+) *(?:à|au|to|bis|jusqu'à) *(-?[0-9]+)/) {
        span(nil, $0.1, $0.2, nil)
      }
      .replacing(/(?:([\[(]) *)?(-?[0-9]+) *(?:\.\.\.|…|;|\.\.) *(-?[0-9]+) *([\])])?/) {
        span($0.1, $0.2, $0.3, $0.4)
      }
    }
  }

  // MARK: Lists, and what is not in them

  private static func membership(_ text: String) -> String {
    let plain = outside(text) {
      $0.replacing(/\b(?:parmi|unter)\b/) { _ in "in" }
    }
    return plain.replacing(
      /([A-Za-z_][\w.]*) +(?:not +in|!in|! +in|pas +dans|pas +in|nicht +in) *(\[[^\]]*\]|\([^)]*\)|"[^"]*"|\w+)/
    ) { "not(\($0.1) in \($0.2))" }
  }

  /// `not x = "a"` as `not(x = "a")`, and of yes or no alone `x = false`.
  private static func negation(_ text: String) -> String {
    text.replacing(
      /(^|[ (])(?:(?:not|NOT|non|NON|pas|nicht) +|!)([A-Za-z_][\w.]*)( *(?:=|!=|<=|>=|<|>) *(?:"[^"]*"|[\w.]+))?(?![\w(])/
    ) { match in
      match.3.map { "\(match.1)not(\(match.2)\($0))" } ?? "\(match.1)\(match.2) = false"
    }
  }

  /// `x = ("a", "b")`, `x = "a" or "b"` and `x = "a", "b"` as `x in ["a", "b"]`.
  private static func listed(_ text: String) -> String {
    var text = text.replacing(/!= *[\[(]([^\])]*,[^\])]*)[\])]/) { "!= [\($0.1)]" }
    text = text.replacing(/([A-Za-z_][\w.]*) *!= *\[([^\]]*,[^\]]*)\]/) { "not(\($0.1) in [\($0.2)])" }
    text = text.replacing(/([^!<>]) *= *[\[(]([^\])]*,[^\])]*)[\])]/) { "\($0.1) in [\($0.2)]" }
    return text.replacing(/([^!<> ]) *= *("[^"]*")((?: *(?:or|ou|oder|,|\/) *"[^"]*")+)/) { match in
      let others = match.3.matches(of: /"[^"]*"/).map { String($0.0) }
      return "\(match.1) in [\(([String(match.2)] + others).joined(separator: ", "))]"
    }
  }

  /// A comma between two conditions is an `and`.
  private static func joined(_ text: String) -> String {
    var depth = 0
    return outside(text) { part in
      part.reduce(into: "") { result, character in
        if "([".contains(character) { depth += 1 }
        if ")]".contains(character) { depth -= 1 }
        result += character == "," && depth == 0 ? " and" : String(character)
      }
    }
  }

  // MARK: Days and times

  private static func clock(_ text: String) -> String {
    outside(text) {
      $0.replacing(/\b(?:today|aujourd['’]?hui|heute|hoy|hoje)\b(?: *\( *\))?/) { _ in "today()" }
        .replacing(/\b(?:now|maintenant|jetzt|ahora|agora)\b(?: *\( *\))?/) { _ in "now()" }
    }
  }

  private static func otherClock(_ text: String) -> String {
    outside(text) {
      $0.contains("now()") ? $0.replacing("now()", with: "today()") : $0.replacing("today()", with: "now()")
    }
  }

  private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> String {
    func two(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    return "date(\"\(year)-\(two(month))-\(two(day))\")"
  }

  private static func date(_ text: String) -> String {
    outside(
      text.replacing(/(?:date\( *)"([0-9]{1,2})[\/.\-]([0-9]{1,2})[\/.\-]([0-9]{4})"(?: *\))/) {
        day($0.3, $0.2, $0.1)
      }
    ) {
      $0.replacing(/\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b/) { day($0.1, $0.2, $0.3) }
    }
    .outsideOfTexts {
      $0.replacing(/\b([0-9]{1,2})[\/.]([0-9]{1,2})[\/.]([0-9]{4})\b/) { day($0.3, $0.2, $0.1) }
    }
  }

  private static func textAsDate(_ text: String) -> String {
    text.replacing(/(^|[=<>,\[] *|then +|else +)"([0-9]{4})-([0-9]{2})-([0-9]{2})"/) {
      "\($0.1)" + day($0.2, $0.3, $0.4)
    }
    .replacing(/(^|[=<>,\[] *|then +|else +)"([0-9]{1,2})[\/.]([0-9]{1,2})[\/.]([0-9]{4})"/) {
      "\($0.1)" + day($0.4, $0.3, $0.2)
    }
    .replacing(/(^|[=<>,\[] *|then +|else +)"([0-9]{2}:[0-9]{2})(:[0-9]{2})?"/) {
      "\($0.1)time(\"\($0.2)\($0.3 ?? ":00")\")"
    }
  }

  private static func time(_ text: String) -> String {
    func time(_ hour: Substring, _ minute: Substring?) -> String {
      "time(\"\(hour.count == 1 ? "0" : "")\(hour):\(minute ?? "00"):00\")"
    }
    return outside(
      text.replacing(/time\( *"([0-9]{1,2}) ?[hH:]([0-9]{2})?"(?: *\))/) { time($0.1, $0.2) }
    ) {
      $0.replacing(/\b([0-9]{1,2}):([0-9]{2})(?![:0-9])/) { time($0.1, $0.2) }
        .replacing(/\b([0-9]{1,2}) ?h([0-9]{2})?\b/) { time($0.1, $0.2) }
    }
  }

  private static func textAsDuration(_ text: String) -> String {
    func duration(_ words: Substring) -> String? { DurationParser.suggestion(for: String(words)) }
    return text.replacing(/duration\( *"([^"]*)"(?: *\))/) { match in
      duration(match.1).map { "duration(\"\($0)\")" } ?? String(match.0)
    }
    .replacing(/(^|[-+=<>,\[] *|then +|else +)"(P[0-9TDHMSWY]+)"/) { "\($0.1)duration(\"\($0.2)\")" }
  }

  private static func bareDuration(_ text: String) -> String {
    outside(text) { $0.replacing(/\b(P[0-9T][0-9TDHMSWY]*)\b/) { "duration(\"\($0.1)\")" } }
  }

  /// A number beside a date is one of days.
  private static func days(_ text: String) -> String {
    outside(text) { $0.replacing(/([-+<>]=? *)([0-9]+)\b/) { "\($0.1)duration(\"P\($0.2)D\")" } }
  }
}

extension String {
  /// With what stands outside of texts in double quotes changed.
  fileprivate func outsideOfTexts(_ change: (String) -> String) -> String {
    split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0 % 2 == 0 ? change(String($1)) : String($1) }.joined(separator: "\"")
  }
}
