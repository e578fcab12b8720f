/// A place and the file of its journal.
struct ReportPlace: Sendable, Hashable {
  /// As it is published.
  let name: String
  /// The journal's path.
  let journal: String

  /// A name and a path.
  init(name: String, journal: String) {
    self.name = name
    self.journal = journal
  }

  /// A place as it is typed, `Nord=north.db`; `nil` where one of the two is missing.
  init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals]
    let journal = text[text.index(after: equals)...]
    guard name.contains(where: { !$0.isWhitespace }), !journal.isEmpty else { return nil }
    self.init(name: String(name), journal: String(journal))
  }
}
