import FlowDSL
import Foundation
import Testing

/// Files that show what people see. `FLOWRUN_UPDATE_GOLDEN=1 swift test --filter FlowDSLTests` writes them anew; the
/// diff is then reviewed.
enum Golden {
  /// The folder of the tests of this target.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static var isUpdating: Bool { ProcessInfo.processInfo.environment["FLOWRUN_UPDATE_GOLDEN"] == "1" }

  /// Names of the inputs `NAME.yaml` in a folder beside the tests, sorted.
  static func names(in subfolder: String) -> [String] {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The input `NAME.yaml` as a file of a protocol folder.
  static func source(_ name: String, in subfolder: String) throws -> SourceText {
    let file = folder.appending(path: "\(subfolder)/\(name).yaml")
    return try SourceText(decoding: Array(Data(contentsOf: file)), path: "\(name).yaml")
  }

  /// Fails unless the file at a path beside the tests holds just this text.
  static func expect(
    _ actual: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: path)
    if isUpdating {
      try Data(actual.utf8).write(to: file)
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("\(path) is missing; run with FLOWRUN_UPDATE_GOLDEN=1", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    #expect(actual == expected, "differs from \(path)", sourceLocation: sourceLocation)
  }

  /// Fails unless the diagnostics look, in English and in French, as `NAME.txt` and `NAME.fr.txt` say.
  static func expect(
    _ diagnostics: [Diagnostic], of name: String, in subfolder: String, sources: [SourceText],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (language, ending) in [("en", "txt"), ("fr", "fr.txt")] {
      let renderer = DiagnosticRenderer(words: try DiagnosticWords(language: language), colour: false)
      try expect(
        renderer.render(diagnostics, sources: sources), equals: "\(subfolder)/\(name).\(ending)",
        sourceLocation: sourceLocation)
    }
  }
}
