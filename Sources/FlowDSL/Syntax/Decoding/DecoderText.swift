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
      report(.wordsMissing, at: field.keyPlace, ["name": field.name])
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
    if keys["say"] != nil { notes.say = fields["say"].flatMap { text($0) } }
    if keys["law"] != nil { notes.law = fields["law"].map { wordsOrList($0) } ?? [] }
    if keys["source"] != nil { notes.source = fields["source"].map { wordsOrList($0) } ?? [] }
    return notes
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

  private mutating func plainText(_ field: Field) -> TextSyntax? {
    words(field).map { words in
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
      guard let language = language(entry.key) else { return nil }
      let example = "\(language.value): Bonjour"
      let inner = Field(name: language.value, example: example, keyPlace: language.place, node: entry.value)
      return self.words(inner).map { TextSyntax.Entry(language: language, words: $0) }
    }
    return words.isEmpty ? nil : TextSyntax(entries: words, place: field.node.place)
  }
}
