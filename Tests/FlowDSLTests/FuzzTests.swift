import Foundation
import Testing

@testable import FlowDSL

/// The reader takes any bytes: no crash, no hang, bounded work, and places inside the file.
@Suite(.timeLimit(.minutes(10))) struct FuzzTests {
  @Test func randomBytes() {
    var random = SeededGenerator(1)
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...400, using: &random)
      read((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  /// Bytes that mean something to YAML.
  @Test func randomSigns() {
    var random = SeededGenerator(2)
    let signs = Array("{}[],:-?|>'\"\\&*!%@# \n\nabé0=.~<\u{85}\t".utf8)
    for _ in 0..<4_000 {
      let length = Int.random(in: 0...200, using: &random)
      read((0..<length).compactMap { _ in signs.randomElement(using: &random) })
    }
  }

  /// Whole flows with a few bytes changed, cut, repeated or put elsewhere.
  @Test func mutatedFlows() throws {
    var random = SeededGenerator(3)
    let seeds = try Golden.names(in: "Diagnostics").map {
      Array(try Golden.source($0, in: "Diagnostics").text.utf8)
    }
    for _ in 0..<4_000 {
      guard var bytes = seeds.randomElement(using: &random) else { return }
      for _ in 0...Int.random(in: 0...4, using: &random) { mutate(&bytes, &random) }
      read(bytes)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard let at = bytes.indices.randomElement(using: &random) else { return }
    let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0...4, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.insert(Array("{}[],:-?|>'\"\\&*!%@# \n".utf8).randomElement(using: &random) ?? 0, at: at)
    }
  }

  private func read(_ bytes: [UInt8]) {
    guard let source = try? SourceText(decoding: bytes, path: "fuzz.yaml") else { return }
    let (file, diagnostics) = SyntaxReader.read(source)
    #expect(file == nil || diagnostics.allSatisfy { $0.severity == .warning })
    #expect(file != nil || !diagnostics.isEmpty)
    let size = source.text.utf8.count
    for diagnostic in diagnostics {
      for place in [diagnostic.place] + diagnostic.related.map(\.place) {
        #expect(
          (0...size).contains(place.start.offset) && (place.start.offset...size).contains(place.end.offset))
        #expect(place.start.line >= 1 && place.start.column >= 1)
      }
    }
  }
}
