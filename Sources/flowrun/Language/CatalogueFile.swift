import FlowDSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Catalogue {
  /// Why there are no words.
  enum Fault: Error, Sendable, Hashable {
    /// The file is not beside the tool.
    case missing(path: String)
    /// The file is no catalogue.
    case damaged(path: String)
  }

  /// Loads the one catalogue of a language from beside the tool.
  static func load(_ language: Language, from directory: String = Installation.words) throws(Fault)
    -> Catalogue
  {
    let path = directory + "/" + language.rawValue + ".yaml"
    guard let text = TextFile.read(path) else { throw .missing(path: path) }
    let tree = TreeReader.read(SourceText(path: path, text: text))
    guard let root = tree.root, case .mapping(let entries) = root.form,
      let words = entries.first(where: { $0.key.value == "words" })?.value,
      case .mapping(let pairs) = words.form
    else { throw .damaged(path: path) }
    var texts: [String: String] = [:]
    for pair in pairs {
      guard case .scalar(let scalar) = pair.value.form else { throw .damaged(path: path) }
      texts[pair.key.value] = scalar.text
    }
    return Catalogue(language: language, words: texts)
  }
}

/// Where the tool lies on this machine.
enum Installation {
  /// The folder of the running program, links resolved.
  static var folder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The folder of the catalogues.
  static var words: String { folder + "/flowrun_flowrun.resources/Words" }
}
