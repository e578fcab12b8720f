import Foundation
import Testing

/// Files that show what people see. `make golden` writes them anew; the diff is reviewed.
enum Golden {
  /// Expects a text to be that of a golden file.
  static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["FLOWRUN_UPDATE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      text == expected,
      "\(name), line \((difference?.offset ?? -1) + 1): “\(difference?.element.0 ?? "")”, expected “\(difference?.element.1 ?? "")”",
      sourceLocation: sourceLocation)
  }
}
