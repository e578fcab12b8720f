import Foundation

@testable import FlowStore

/// A folder of the machine's temporary ones; it is removed with all it holds when the last to use it is done.
final class TestFolder: Sendable {
  let path: String

  /// A fresh, empty folder.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "flowrun-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  /// Whether files there can be without a name until they are whole.
  static let keepsNamelessFiles: Bool = {
    let folder = FileManager.default.temporaryDirectory.path
    guard let descriptor = WholeFile.nameless(in: folder, WholeFile.openFiles) else { return false }
    close(descriptor)
    return true
  }()

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
