import DMN
import FEEL
import Foundation

/// The conformance kit, where it lies beside the package.
enum Kit {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The kit's folder; nil when it is not there.
  static let folder: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["FLOWRUN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    let kit = shared.appendingPathComponent("dmn-tck")
    return FileManager.default.fileExists(atPath: kit.path) ? kit : nil
  }()

  /// Where Debian's `tzdata` puts zones; nil when it is not installed.
  static let zones: URL? = {
    let zones = URL(fileURLWithPath: "/usr/share/zoneinfo")
    return FileManager.default.fileExists(atPath: zones.appendingPathComponent("Europe/Paris").path)
      ? zones : nil
  }()

  /// Lets FEEL find named zones.
  static func useZones() {
    ZoneDatabase.add { name in
      zones.flatMap { try? Data(contentsOf: $0.appendingPathComponent(name)) }.map { [UInt8]($0) }
    }
  }

  /// The folders of the kit, level by level.
  static func folders() throws -> [ConformanceFolder] {
    guard let folder else { return [] }
    return try entries(folder).flatMap { level in
      try entries(level).map { folder in
        var models: [String: [UInt8]] = [:]
        var tests: [String: [UInt8]] = [:]
        for file in try entries(folder) {
          let bytes = [UInt8](try Data(contentsOf: file))
          if file.pathExtension == "dmn" { models[file.lastPathComponent] = bytes }
          if file.pathExtension == "xml" { tests[file.lastPathComponent] = bytes }
        }
        return ConformanceFolder(
          name: level.lastPathComponent + "/" + folder.lastPathComponent, models: models, tests: tests)
      }
    }
  }

  private static func entries(_ folder: URL) throws -> [URL] {
    guard folder.hasDirectoryPath else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The passing cases that are recorded for each level.
  static func recorded() throws -> [String: Int] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("conformance.txt")
    var recorded: [String: Int] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, let count = Int(parts[1]) { recorded[String(parts[0])] = count }
    }
    return recorded
  }
}
