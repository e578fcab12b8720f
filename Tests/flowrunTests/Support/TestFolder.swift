import Foundation

/// A folder of the machine's temporary ones; it is removed with all it holds when the last to use it is done.
final class TestFolder: Sendable {
  let path: String

  /// A fresh, empty folder.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "flowrun-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
