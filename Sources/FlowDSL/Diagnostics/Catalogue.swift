/// Words people read in one language, by key, from a YAML file in a folder `Words/`.
///
/// Keys of maps within maps are joined by dots: `F1012.title`. Words may hold `{placeholders}`, and `[[parts]]` that are
/// left out where a placeholder in them has no value.
public struct Catalogue: Sendable {
  /// BCP 47 code.
  public let language: String
  private let words: [String: String]

  /// A catalogue from the text of its file.
  public init(_ source: SourceText, language: String) throws(CatalogueFailure) {
    let tree = TreeReader.read(source)
    guard let root = tree.root, tree.diagnostics.isEmpty, case .mapping(let entries) = root.form else {
      throw .unreadable(path: source.path, diagnostics: tree.diagnostics)
    }
    var words: [String: String] = [:]
    words.reserveCapacity(entries.count * 4)
    Self.collect(entries, prefix: "", into: &words)
    self.words = words
    self.language = language
  }

  /// The keys it has.
  public var keys: Set<String> { Set(words.keys) }

  /// The words under a key as they are written, or `nil`.
  public subscript(key: String) -> String? { words[key] }

  /// The words under a key with its placeholders filled; the key itself where it has none, so that nothing is hidden.
  public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let template = words[key] else { return key }
    return Template(template).filled(with: arguments)
  }

  private static func collect(_ entries: [Node.Entry], prefix: String, into words: inout [String: String]) {
    for entry in entries {
      let key = prefix + entry.key.value
      switch entry.value.form {
      case .scalar(let scalar): words[key] = scalar.text
      case .mapping(let inner): collect(inner, prefix: key + ".", into: &words)
      case .sequence(let items):
        for (index, item) in items.enumerated() {
          if case .scalar(let scalar) = item.form { words["\(key).\(index)"] = scalar.text }
        }
      }
    }
  }
}

/// Why a catalogue cannot be had.
public enum CatalogueFailure: Error, Sendable, Hashable {
  /// No file of that name in any of the folders looked in.
  case missing(name: String, folders: [String])
  /// The file is not a map of words.
  case unreadable(path: String, diagnostics: [Diagnostic])
}
