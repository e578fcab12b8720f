import FlowDSL

/// What the commands say of themselves and of mistakes in them, in the language that was asked for.
///
/// The parser of the command line speaks English. What it says is looked up as it is written there, in `Words/commands.yaml`; what is not
/// found there stays as it is, so that nothing is hidden.
struct CommandWords: Sendable {
  let language: Language
  private let catalogue: Catalogue
  private let french: [String: String]

  /// The words of a language, from the catalogue beside the tool.
  init(_ language: Language) throws(CatalogueFailure) {
    self.language = language
    let folder = CatalogueFolder(target: "flowrun")
    guard let source = folder.file("commands.yaml") else {
      throw .missing(name: "commands", folders: [])
    }
    catalogue = try Catalogue(source, language: language.rawValue)
    var french: [String: String] = [:]
    for key in catalogue.keys where key.hasSuffix(".en") {
      guard let english = catalogue[key] else { continue }
      french[english] = catalogue[key.dropLast(2) + "fr"]
    }
    self.french = french
  }

  /// A text of the help.
  func callAsFunction(_ english: String) -> String {
    language == .english ? english : french[english] ?? english
  }

  /// A label of the help's layout.
  func label(_ name: String, _ blanks: [String: String] = [:]) -> String {
    catalogue("labels.\(name).\(language.rawValue)", blanks)
  }

  /// A discussion: its paragraphs, and of its examples what stands behind each command.
  func discussion(_ english: String) -> String {
    english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("  "), let gap = line.dropFirst(2).firstRange(of: "  ") else {
        return self(String(line))
      }
      let words = line[gap.upperBound...].drop { $0 == " " }
      return line[..<words.startIndex] + self(String(words))
    }.joined(separator: "\n")
  }

  /// What is wrong with a command.
  func mistake(_ english: String) -> String {
    guard language != .english else { return english }
    let patterns = catalogue.keys.filter { $0.hasPrefix("mistakes.") && $0.hasSuffix(".en") }
      .compactMap { key in catalogue[key].map { (key: key, pattern: MessagePattern($0)) } }
      .sorted { ($0.pattern.fixedLength, $1.key) > ($1.pattern.fixedLength, $0.key) }
    for (key, pattern) in patterns {
      if let blanks = pattern.blanks(in: english) { return catalogue(key.dropLast(2) + "fr", blanks) }
    }
    return english
  }
}

/// A message with blanks, `Unknown option '{option}'`, read backwards: what fills the blanks of a message that was written.
struct MessagePattern {
  private let fixed: [String]
  private let names: [String]

  /// A pattern as it is written.
  init(_ text: String) {
    var fixed: [String] = []
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      fixed.append(String(rest[..<open]))
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.fixed = fixed + [String(rest)]
    self.names = names
  }

  /// How much of it is the same in every message.
  var fixedLength: Int { fixed.reduce(0) { $0 + $1.count } }

  /// What stands in the blanks of a message; `nil` where it is another message.
  func blanks(in message: String) -> [String: String]? {
    guard message.hasPrefix(fixed[0]) else { return nil }
    var rest = message.dropFirst(fixed[0].count)
    var blanks: [String: String] = [:]
    for (name, after) in zip(names, fixed.dropFirst()) {
      let end = after.isEmpty ? rest.endIndex : rest.firstRange(of: after)?.lowerBound
      guard let end else { return nil }
      blanks[name] = String(rest[..<end])
      rest = rest[end...].dropFirst(after.count)
    }
    return rest.isEmpty ? blanks : nil
  }
}
