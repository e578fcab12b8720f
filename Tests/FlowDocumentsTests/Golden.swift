import Foundation
import Testing

/// Files that show what people see. `FLOWRUN_UPDATE_GOLDEN=1 swift test --filter FlowDocumentsTests` writes them anew.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(
    _ actual: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: path)
    if ProcessInfo.processInfo.environment["FLOWRUN_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("\(path) is missing; run with FLOWRUN_UPDATE_GOLDEN=1", sourceLocation: sourceLocation)
      return
    }
    #expect(
      actual == String(decoding: data, as: UTF8.self), "differs from \(path)", sourceLocation: sourceLocation)
  }
}
