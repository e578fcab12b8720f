extension Decoder {
  /// Plain words, not empty.
  mutating func words(_ field: Field) -> Located<String>? {
    guard case .scalar(let scalar) = field.node.form else {
      report(.expectedWords, at: field.node.place, shape(field))
      return nil
    }
    guard !scalar.text.allSatisfy(\.isWhitespace) else {
      reportEmpty(field)
      return nil
    }
    return Located(scalar.text, at: field.node.place)
  }

  /// A list of plain words.
  mutating func wordsList(_ field: Field, mayBeEmpty: Bool = true) -> [Located<String>] {
    let items = list(field, mayBeEmpty: mayBeEmpty)
    let words = items.compactMap { self.words($0) }
    reportDuplicates(words)
    return words
  }

  /// Plain words, or a list of them.
  mutating func wordsOrList(_ field: Field) -> [Located<String>] {
    if case .sequence = field.node.form { return wordsList(field, mayBeEmpty: false) }
    return words(field).map { [$0] } ?? []
  }

  /// Unquoted `true` or `false`.
  mutating func boolean(_ field: Field) -> Located<Bool>? {
    if case .scalar(let scalar) = field.node.form, scalar.style == .plain,
      scalar.text == "true" || scalar.text == "false"
    {
      return Located(scalar.text == "true", at: field.node.place)
    }
    if isAbsent(field) {
      reportEmpty(field)
    } else {
      report(.expectedBoolean, at: field.node.place, ["key": field.name, "found": written(field.node)])
    }
    return nil
  }

  /// An unquoted decimal number, as written.
  mutating func number(_ field: Field) -> Located<String>? {
    if case .scalar(let scalar) = field.node.form, scalar.style == .plain, Decimals.isDecimal(scalar.text) {
      return Located(scalar.text, at: field.node.place)
    }
    if isAbsent(field) {
      reportEmpty(field)
    } else {
      report(.expectedNumber, at: field.node.place, ["key": field.name, "found": written(field.node)])
    }
    return nil
  }

  /// One of a closed set of words.
  mutating func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _: Choice.Type = Choice.self
  ) -> Located<Choice>? {
    guard let words = words(field) else { return nil }
    if let choice = Choice(rawValue: words.value) { return Located(choice, at: words.place) }
    let allowed = Choice.allCases.map(\.rawValue)
    report(
      .notOneOf, at: words.place,
      [
        "key": field.name, "found": words.value,
        "nearest": Nearest.name(to: words.value, among: allowed) ?? "",
        "allowed": allowed.joined(separator: ", "),
      ])
    return nil
  }

  /// A FEEL expression, or unary tests.
  mutating func expression(_ field: Field) -> ExpressionSyntax? {
    guard let words = words(field), case .scalar(let scalar) = field.node.form else { return nil }
    guard words.value.utf8.count <= Limits.expressionSize else {
      report(.expressionTooLong, at: words.place, ["limit": String(Limits.expressionSize)])
      return nil
    }
    let runs = ScalarRuns.runs(of: scalar, at: words.place, in: source)
    return ExpressionSyntax(text: words.value, place: words.place, runs: runs)
  }

  /// An ISO 8601 duration.
  mutating func duration(_ field: Field) -> DurationSyntax? {
    guard let words = words(field) else { return nil }
    switch DurationParser.milliseconds(of: words.value) {
    case .success(let milliseconds):
      return DurationSyntax(milliseconds: milliseconds, text: words.value, place: words.place)
    case .failure(.calendar):
      report(
        .calendarDuration, at: words.place,
        ["found": words.value, "minutes": DurationParser.minutes(meantBy: words.value) ?? ""])
    case .failure(.malformed):
      report(
        .badDuration, at: words.place,
        ["found": words.value, "suggestion": DurationParser.suggestion(for: words.value) ?? ""])
    }
    return nil
  }

  /// A day, `YYYY-MM-DD`.
  mutating func date(_ field: Field) -> Located<String>? {
    guard let words = words(field) else { return nil }
    if Dates.isDate(words.value) { return words }
    report(.badDate, at: words.place, ["found": words.value])
    return nil
  }

  /// A name that is declared here.
  mutating func name(_ name: Located<String>) -> Located<String>? {
    if Names.isName(name.value) { return name }
    report(
      .badName, at: name.place,
      ["name": name.value, "suggestion": Names.suggestion(for: name.value, joint: "-")])
    return nil
  }

  /// A name that stands in expressions and is declared here.
  mutating func factName(_ name: Located<String>) -> Located<String>? {
    if !Names.isFactName(name.value) {
      report(
        .badFactName, at: name.place,
        ["name": name.value, "suggestion": Names.suggestion(for: name.value, joint: "_")])
      return nil
    }
    if Names.reserved.contains(name.value) {
      report(.reservedName, at: name.place, ["name": name.value])
      return nil
    }
    return name
  }

  /// A language code.
  mutating func language(_ words: Located<String>) -> Located<String>? {
    if Languages.isCode(words.value) { return words }
    report(
      .badLanguage, at: words.place,
      ["found": words.value, "nearest": Languages.code(for: words.value) ?? ""])
    return nil
  }

  /// Reports items that are in a list twice.
  mutating func reportDuplicates(_ items: [Located<String>]) {
    var seen: [String: Place] = [:]
    for item in items {
      if let first = seen[item.value] {
        report(.duplicateItem, at: item.place, ["name": item.value], related: [.init(.first, at: first)])
      } else {
        seen[item.value] = item.place
      }
    }
  }

  /// The first words of a node, to name it in a diagnostic.
  func written(_ node: Node) -> String {
    switch node.form {
    case .scalar(let scalar): scalar.style == .plain ? scalar.text : "\"\(scalar.text)\""
    case .sequence: "[…]"
    case .mapping: "{…}"
    }
  }
}
