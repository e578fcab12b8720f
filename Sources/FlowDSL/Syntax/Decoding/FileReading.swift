/// The files of a protocol folder, each read when it is asked for, and once.
struct FileReading {
  private let sources: [String: SourceText]
  /// What was read so far, by path.
  private(set) var results: [String: Result] = [:]

  /// What a file holds, what is wrong with it, and its part of a program's hash.
  struct Result {
    var file: SyntaxReader.File?
    var diagnostics: [Diagnostic]
    var form: CanonicalForm
  }

  init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
  }

  /// Whether a file is there.
  func has(_ path: String) -> Bool { sources[path] != nil }

  /// Whether a file was not asked for yet.
  func isNew(_ path: String) -> Bool { results[path] == nil }

  /// What a file holds; `nil` where it is not there, or has an error.
  mutating func file(_ path: String) -> SyntaxReader.File? {
    if let result = results[path] { return result.file }
    guard let source = sources[path] else { return nil }
    let tree = TreeReader.read(source)
    let (file, diagnostics) = SyntaxReader.read(source, tree)
    results[path] = Result(file: file, diagnostics: diagnostics, form: CanonicalForm(of: tree))
    return file
  }

  /// What all flows share, where it is there and can be read.
  var shared: SharedSyntax? {
    if case .shared(let shared)? = results[ProtocolFolder.sharedFile]?.file { shared } else { nil }
  }

  /// Reads what the folder has for all flows: roles, shared words, the calendar and the directory.
  mutating func readCommon() {
    for path in sources.keys
    where path == "roles.yaml" || path == "shared.yaml" || path == ProtocolFolder.calendarFile
      || path.hasPrefix("directory/")
    {
      _ = file(path)
    }
  }
}
