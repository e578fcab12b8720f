#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the catalogues of a target are found.
///
/// Looked for, in this order: the folder that the environment variable `FLOWRUN_WORDS` names (in a folder named as the
/// target, or directly); the resource bundle that SwiftPM puts beside the executable; `share/flowrun/TARGET` beside the
/// folder of an installed executable. Foundation's `Bundle` is not asked: it costs more time than the first
/// question may take, and ends the process where the bundle is missing.
public struct CatalogueFolder: Sendable {
  private let folders: [String]

  /// The folders of a target, such as `FlowDSL`.
  public init(target: String) {
    self.init(target: target, override: Self.environment("FLOWRUN_WORDS"), executable: Self.executable)
  }

  /// The folders of a target for an executable at a path, and a folder that goes before all others.
  init(target: String, override: String?, executable: String?) {
    var folders: [String] = []
    if let override, !override.isEmpty { folders += ["\(override)/\(target)", override] }
    if let executable, let slash = executable.lastIndex(of: "/") {
      let folder = executable[..<slash]
      folders += ["\(folder)/flowrun_\(target).resources/Words", "\(folder)/../share/flowrun/\(target)"]
    }
    self.folders = folders
  }

  /// The catalogue `NAME.LANGUAGE.yaml`; in English where the language has none.
  public func catalogue(_ name: String, language: String) throws(CatalogueFailure) -> Catalogue {
    for language in language == "en" ? ["en"] : [language, "en"] {
      if let source = file("\(name).\(language).yaml") {
        return try Catalogue(source, language: language)
      }
    }
    throw .missing(name: name, folders: folders)
  }

  /// A file of the folder, such as `examples.yaml`.
  public func file(_ name: String) -> SourceText? {
    for folder in folders {
      let path = "\(folder)/\(name)"
      if case .success(let bytes) = FileReader.read(path, limit: Limits.fileSize),
        let source = try? SourceText(decoding: bytes, path: path)
      {
        return source
      }
    }
    return nil
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The path of the running executable.
  private static var executable: String? {
    #if os(Linux)
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
      defer { free(path) }
      return String(cString: path)
    #else
      return CommandLine.arguments.first
    #endif
  }
}
