import Foundation

/// Puts a text between the markers of a file.
enum Readme {
  static let begin = "<!-- figures: written by Benchmarks/run -->"
  static let end = "<!-- end of figures -->"

  static func write(_ text: String, to path: String) throws {
    let before = try String(contentsOfFile: path, encoding: .utf8)
    guard let start = before.range(of: begin), let finish = before.range(of: end) else {
      throw Missing(path: path)
    }
    let after = before[..<start.upperBound] + "\n" + text + "\n" + before[finish.lowerBound...]
    try String(after).write(toFile: path, atomically: true, encoding: .utf8)
  }

  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) lacks the markers \(Readme.begin) and \(Readme.end)" }
  }
}
