/// Reads a tree as syntax, and collects what is wrong with it.
///
/// A value that cannot be read is left out, with a diagnostic; the reading goes on with what comes after. What is read is
/// whole only where no diagnostic was reported.
struct Decoder {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// Steps that seem to be two.
  var mergedSteps: [Place] = []

  init(_ source: SourceText) { self.source = source }

  mutating func report(
    _ code: DiagnosticCode, at place: Place, _ arguments: [String: String] = [:],
    related: [Diagnostic.Related] = [], severity: Diagnostic.Severity? = nil
  ) {
    diagnostics.append(Diagnostic(code, at: place, arguments, related: related, severity: severity))
  }

  /// The values of a map that has a set of keys, `nil` where there is no map. Reports keys that are not in the set and those
  /// that must be there and are not, unless one of the former is a slip of the pen for it.
  mutating func fields(_ field: Field, _ keys: KeySet) -> Fields? {
    guard let entries = entries(field) else { return nil }
    return fields(entries, keys, of: field)
  }

  /// The same for entries that were already taken from the map of a field.
  mutating func fields(_ entries: [Node.Entry], _ keys: KeySet, of field: Field) -> Fields {
    var known: [Field] = []
    var meant: Set<String> = []
    let written = Set(entries.map(\.key.value))
    let missing = keys.keys.filter { $0.isRequired && !written.contains($0.name) }.map(\.name)
    let unknown = written.filter { keys[$0] == nil }
    for entry in entries {
      if let key = keys[entry.key.value] {
        known.append(self.field(entry, example: key.example))
      } else {
        let names = keys.keys.map(\.name)
        let instead = missing.count == 1 && unknown.count == 1 ? missing.first : nil
        let nearest = Nearest.name(to: entry.key.value, among: names)
        if let meantKey = nearest ?? instead { meant.insert(meantKey) }
        reportUnknown(entry, of: entries, among: names, insteadOf: nearest == nil ? instead : nil)
      }
    }
    for key in keys.keys
    where key.isRequired && !meant.contains(key.name) && !known.contains(where: { $0.name == key.name }) {
      report(.missingKey, at: field.keyPlace, ["key": key.name, "example": key.example])
    }
    return Fields(keys: keys, place: field.node.place, known)
  }

  /// The entries of a map from names to values; `value` is how a value may be written.
  mutating func map(_ field: Field, value: String, mayBeEmpty: Bool = true) -> [Field] {
    guard let entries = entries(field) else { return [] }
    if entries.isEmpty, !mayBeEmpty { reportEmpty(field) }
    return entries.compactMap { entry in
      if isCutOff(entry) {
        reportCut(entry, in: entries)
        return nil
      }
      return self.field(entry, example: "\(entry.key.value): \(value)")
    }
  }

  /// Whether an entry is no key but what a comma cut off the words before it.
  private func isCutOff(_ entry: Node.Entry) -> Bool {
    guard case .scalar(let value) = entry.value.form else { return false }
    return value.isAbsent && entry.value.place.start == entry.key.place.end
  }

  /// Reports words that a comma cut in two, once, with the whole of them in quotes.
  private mutating func reportCut(_ entry: Node.Entry, in entries: [Node.Entry]) {
    guard let index = entries.firstIndex(of: entry), index > 0, !isCutOff(entries[index - 1]) else { return }
    var instead = ""
    let before = entries[index - 1]
    if case .scalar(let words) = before.value.form, words.style == .plain {
      let rest = entries[index...].prefix(while: isCutOff).map(\.key.value)
      let whole = ([words.text] + rest).joined(separator: ", ")
      instead = before.key.value + ": " + ScalarWriting.quoted(whole)
    }
    report(.commaInWords, at: entry.key.place, ["found": entry.key.value, "instead": instead])
  }

  /// The items of a list.
  mutating func list(_ field: Field, mayBeEmpty: Bool = true) -> [Field] {
    guard case .sequence(let items) = field.node.form else {
      report(isAbsent(field) ? .emptyValue : .expectedList, at: place(field), shape(field))
      return []
    }
    if items.isEmpty, !mayBeEmpty { reportEmpty(field) }
    return items.map { Field(name: field.name, example: field.example, keyPlace: $0.place, node: $0) }
  }

  /// The entries of the map of a field, `nil` where there is none.
  mutating func entries(_ field: Field) -> [Node.Entry]? {
    guard case .mapping(let entries) = field.node.form else {
      report(isAbsent(field) ? .emptyValue : .expectedMap, at: place(field), shape(field))
      return nil
    }
    return entries
  }

  /// Reports a key that cannot stand here, or, between braces, words that a comma cut in two.
  mutating func reportUnknown(
    _ entry: Node.Entry, of entries: [Node.Entry], among known: [String], languages: Bool = false,
    insteadOf missing: String? = nil
  ) {
    let key = entry.key
    if isCutOff(entry), isSpaceMissing(in: key.value, after: known) {
      // Of several in one map, the first tells all.
      if entries.first(where: { isSpaceMissing(in: $0.key.value, after: known) }) == entry {
        reportSpaceMissing(key)
      }
      return
    }
    if isCutOff(entry) { return reportCut(entry, in: entries) }
    report(
      .unknownKey, at: key.place,
      [
        "key": key.value, "nearest": missing ?? Nearest.name(to: key.value, among: known) ?? "",
        "known": ((languages ? ["fr", "en"] : []) + known).joined(separator: ", "),
      ])
  }

  /// Whether a word is a key and its value without a space between: `fr:Bonjour`.
  func isSpaceMissing(in word: String, after keys: [String]) -> Bool {
    guard let colon = word.firstIndex(of: ":"), word.index(after: colon) < word.endIndex,
      !word[word.index(after: colon)].isWhitespace
    else { return false }
    let key = String(word[..<colon])
    return keys.contains(key) || Languages.isCode(key) && key.count == 2
  }

  mutating func reportSpaceMissing(_ words: Located<String>) {
    guard let colon = words.value.firstIndex(of: ":") else { return }
    let key = String(words.value[..<colon])
    let rest = words.value[words.value.index(after: colon)...]
    report(.spaceMissing, at: words.place, ["key": key, "instead": "\(key): \(rest)"])
  }

  mutating func reportEmpty(_ field: Field) {
    report(.emptyValue, at: place(field), shape(field))
  }

  /// Where a value is; its key where nothing is written.
  func place(_ field: Field) -> Place { isAbsent(field) ? field.keyPlace : field.node.place }

  func shape(_ field: Field) -> [String: String] { ["key": field.name, "example": field.example] }

  func isAbsent(_ field: Field) -> Bool {
    guard case .scalar(let scalar) = field.node.form else { return false }
    return scalar.isAbsent
  }

  private func field(_ entry: Node.Entry, example: String) -> Field {
    Field(name: entry.key.value, example: example, keyPlace: entry.key.place, node: entry.value)
  }
}
