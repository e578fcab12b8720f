extension Decoder {
  /// Words people read: plain words, or a map from language to words.
  mutating func text(_ field: Field) -> TextSyntax? {
    switch field.node.form {
    case .scalar: return plainText(field)
    case .sequence:
      report(.expectedWords, at: field.node.place, shape(field))
      return nil
    case .mapping(let entries): return text(entries, of: field)
    }
  }

  /// Words people read, with further keys beside the languages.
  mutating func text(_ field: Field, with keys: KeySet) -> (text: TextSyntax, fields: Fields)? {
    guard case .mapping(let entries) = field.node.form else {
      return text(field).map { ($0, Fields(keys: keys, place: field.node.place, [])) }
    }
    let names = keys.keys.map(\.name)
    let isLanguage = { (key: String) in
      Languages.isCode(key) && keys[key] == nil
        && (key.count == 2 || Nearest.name(to: key, among: names) == nil)
    }
    let languages = entries.filter { isLanguage($0.key.value) }
    var known: [Node.Entry] = []
    for entry in entries where !isLanguage(entry.key.value) {
      if keys[entry.key.value] != nil {
        known.append(entry)
      } else if let code = Languages.code(for: entry.key.value) {
        report(.badLanguage, at: entry.key.place, ["found": entry.key.value, "nearest": code])
      } else {
        reportUnknown(entry, of: entries, among: names, languages: true)
      }
    }
    let fields = fields(known, keys, of: field)
    if languages.isEmpty {
      if !entries.contains(where: { isSpaceMissing(in: $0.key.value, after: names) }) {
        report(.wordsMissing, at: field.keyPlace, ["name": field.name])
      }
      return nil
    }
    return text(languages, of: field).map { ($0, fields) }
  }

  /// Words and citations; the fields have any of their keys.
  mutating func notes(_ fields: Fields) -> NotesSyntax {
    var notes = NotesSyntax()
    let keys = fields.keys
    if keys["title"] != nil { notes.title = fields["title"].flatMap { text($0) } }
    if keys["help"] != nil { notes.help = fields["help"].flatMap { text($0) } }
    if keys["why"] != nil { notes.why = fields["why"].flatMap { text($0) } }
    if keys["say"] != nil, let (say, others) = fields["say"].flatMap({ text($0, with: Grammar.spoken) }) {
      (notes.say, notes.sayInstead) = (say, instead(others))
    }
    if keys["law"] != nil { notes.law = fields["law"].map { wordsOrList($0) } ?? [] }
    if keys["source"] != nil { notes.source = fields["source"].map { wordsOrList($0) } ?? [] }
    return notes
  }

  /// Words that stand for others where a condition holds.
  mutating func instead(_ fields: Fields) -> [InsteadSyntax] {
    guard let field = fields["instead"] else { return [] }
    return list(field).compactMap { item in
      let example = #"- {when: speaks = "relative", fr: Bonjour, en: Hello}"#
      let item = Field(name: item.name, example: example, keyPlace: item.keyPlace, node: item.node)
      guard let (words, fields) = text(item, with: Grammar.instead) else { return nil }
      return fields["when"].flatMap { expression($0) }.map { InsteadSyntax(when: $0, words: words) }
    }
  }

  /// A map from declared names to words.
  mutating func namedTexts(_ field: Field) -> [NamedTextSyntax] {
    map(field, value: "{fr: Bonjour, en: Hello}").compactMap { entry in
      guard let name = name(entry.key), let text = text(entry) else { return nil }
      return NamedTextSyntax(name: name, text: text)
    }
  }

  /// A map from values or facts, declared elsewhere, to words.
  mutating func labels(_ field: Field) -> [NamedTextSyntax] {
    map(field, value: "{fr: Bonjour, en: Hello}").compactMap { entry in
      text(entry).map { NamedTextSyntax(name: entry.key, text: $0) }
    }
  }

  /// Words that people read, with a warning where YAML takes part of them away, or where signs of writing would be shown.
  private mutating func readWords(_ field: Field) -> Located<String>? {
    guard let words = words(field) else { return nil }
    guard case .scalar(let scalar) = field.node.form, scalar.style == .plain else { return words }
    if scalar.text == "~" || scalar.text == "null" {
      report(.emptyValue, at: words.place, shape(field), severity: .warning)
      return words
    }
    let bytes = source.text.utf8
    let end = bytes.index(bytes.startIndex, offsetBy: field.node.place.end.offset, limitedBy: bytes.endIndex)
    let rest = end.map { String(decoding: bytes[$0...].prefix { $0 != 0x0A }, as: UTF8.self) } ?? ""
    let comment = rest.drop { $0 == " " }
    if comment.first == "#", rest.first == " " {
      let whole = words.value + rest
      report(
        .cutByHash, at: words.place,
        ["found": String(comment.prefix(40)), "instead": ScalarWriting.quoted(whole.trimmed)])
    } else if let inside = words.value.insidePrintedQuotes {
      report(
        .quotesPrinted, at: words.place,
        ["found": String(words.value.prefix(40)), "instead": ScalarWriting.quoted(inside)])
    }
    return words
  }

  private mutating func plainText(_ field: Field) -> TextSyntax? {
    if case .scalar(let scalar) = field.node.form, scalar.style == .plain,
      isSpaceMissing(in: scalar.text, after: [])
    {
      let first = scalar.text.prefix { !$0.isWhitespace }
      reportSpaceMissing(Located(String(first), at: field.node.place))
      return nil
    }
    return readWords(field).map { words in
      TextSyntax(entries: [.init(language: Located("", at: words.place), words: words)], place: words.place)
    }
  }

  private mutating func text(_ entries: [Node.Entry], of field: Field) -> TextSyntax? {
    if entries.isEmpty { reportEmpty(field) }
    let words = entries.compactMap { entry -> TextSyntax.Entry? in
      guard Languages.isCode(entry.key.value) || Languages.code(for: entry.key.value) != nil else {
        reportUnknown(entry, of: entries, among: [], languages: true)
        return nil
      }
      if let code = Languages.code(for: entry.key.value), !Languages.isCode(entry.key.value),
        entries.contains(where: { $0.key.value == code })
      {
        // The language that is meant is there already.
        report(.badLanguage, at: entry.key.place, ["found": entry.key.value])
        return nil
      }
      guard let language = language(entry.key) else { return nil }
      let example = "\(language.value): Bonjour"
      let inner = Field(name: language.value, example: example, keyPlace: language.place, node: entry.value)
      return readWords(inner).map { TextSyntax.Entry(language: language, words: $0) }
    }
    return words.isEmpty ? nil : TextSyntax(entries: words, place: field.node.place)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The words inside quotes that a word processor made and that would be shown, or without a straight quote that has lost
  /// its partner; `nil` where there is nothing of the kind.
  fileprivate var insidePrintedQuotes: String? {
    guard let first, let last, count > 2 else { return nil }
    let pairs: [Character: Set<Character>] = [
      "“": ["”", "“"], "„": ["“", "”"], "«": ["»"], "‘": ["’"], "”": ["”"],
    ]
    let inside = String(dropFirst().dropLast())
    if let closing = pairs[first], closing.contains(last), !inside.contains(first) { return inside.trimmed }
    if last == "\"", filter({ $0 == "\"" }).count % 2 == 1 { return String(dropLast()) }
    return nil
  }
}
