#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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

  /// A place as it is typed, `Nord=north.db`, spaces around its name left out; `nil` where one of the two is missing, the
  /// name has a character that is not to be seen, or begins as a formula of a spreadsheet does.
  init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals].drop(while: \.isWhitespace)
    let journal = text[text.index(after: equals)...]
    guard let end = name.lastIndex(where: { !$0.isWhitespace }), !journal.isEmpty else { return nil }
    let shown = String(name[...end])
    guard shown.withoutControls == shown, !"=+-@".contains(shown[shown.startIndex]) else { return nil }
    self.init(name: shown, journal: String(journal))
  }

  /// Whether two places have one journal, under whatever paths.
  func isSameJournal(as other: ReportPlace) -> Bool {
    guard let mine = Self.file(journal), let theirs = Self.file(other.journal) else { return false }
    return mine == theirs
  }

  private static func file(_ path: String) -> [UInt64]? {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
  }
}
