import Foundation
import Testing

@testable import FlowDSL

/// The picture in README is that of the flow as it is.
@Suite struct ReadmePictureTests {
  @Test func theReceptionIsDrawnAsItIs() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = ProtocolFolder.read(repository.appending(path: "protocols").path(percentEncoded: false))
    let program = try #require(FlowCompiler.compile(main: "reception", folder).program)
    let drawn = try String(contentsOf: repository.appending(path: "docs/reception.svg"), encoding: .utf8)
    // Words are drawn line by line.
    let lines = drawn.split(separator: "<text").dropFirst().map { text in
      text.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    }
    var words = lines.joined(separator: " ")
    for (code, sign) in [("&#39;", "'"), ("&amp;", "&"), ("&#45;", "-"), ("&#160;", " ")] {
      words = words.replacing(code, with: sign)
    }
    words = words.split { $0.isWhitespace }.joined(separator: " ")
    for step in program.flows[0].steps {
      let title = step.notes.title?("en") ?? step.name
      #expect(
        words.contains(title),
        "make it anew: flowrun graph reception --language en -o docs/reception.svg (\(title))")
    }
  }
}
