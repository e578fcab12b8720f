import Foundation
import Testing

@testable import FlowDSL

/// One mistake at a time in a copy of the shipped protocols: it is said where it was made, and once.
@Suite struct PlantedMistakeTests {
  /// In how many places each slip is planted: `FLOWRUN_SOAK=1`. Without it, every fifth slip is planted once.
  private static let soak = ProcessInfo.processInfo.environment["FLOWRUN_SOAK"].flatMap(Int.init)

  @Test func oneMistakeIsOneMessageWhereItWasMade() throws {
    let protocols = try ShippedProtocols()
    #expect(FlowCompiler.check(protocols.folder).map(\.told) == [])
    let languages = try ["fr", "en"].map { try DiagnosticWords(language: $0) }
    var random = SeededGenerator(20_261)
    let slips = Slip.all.enumerated().filter { Self.soak != nil || $0.offset % 5 == 0 }.map(\.element)
    var planted = 0
    for slip in slips {
      for _ in 0..<(Self.soak ?? 1) {
        guard let mistake = slip.plant(in: protocols, &random) else {
          Issue.record("nowhere to plant \(slip.name)")
          continue
        }
        planted += 1
        let found = FlowCompiler.check(protocols.folder(with: mistake.source))
        let first = found.first
        let isPlaced =
          first.map { $0.place.file == mistake.file && mistake.lines.contains($0.place.start.line) } ?? false
        #expect(
          isPlaced && found.count <= 2,
          """
          \(slip.name) in \(mistake.file):\(mistake.lines): \(mistake.before) → \(mistake.after)
          \(found.count): \(found.prefix(4).map { "\($0.told) \($0.arguments)" }.joined(separator: "\n"))
          """)
        for words in languages {
          for diagnostic in found { #expect(!words.title(diagnostic).contains("[[")) }
        }
      }
    }
    #expect(planted >= (Self.soak == nil ? 20 : 100))
  }
}

/// The files of the protocols that come with the tool, each read once.
struct ShippedProtocols {
  let sources: [SourceText]
  private let read: [String: (file: SyntaxReader.File?, diagnostics: [Diagnostic])]

  init() throws {
    let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
    sources = ProtocolFolder.read(root.appending(path: "protocols").path).sources
    try #require(sources.count > 100)
    read = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, SyntaxReader.read($0)) })
  }

  /// The folder as it is shipped.
  var folder: ProtocolSyntax { ProtocolFolder.assemble(sources) { read[$0.path] ?? (nil, []) } }

  /// The folder with another text in place of one file.
  func folder(with changed: SourceText) -> ProtocolSyntax {
    ProtocolFolder.assemble(sources.map { $0.path == changed.path ? changed : $0 }) { source in
      source.path == changed.path ? SyntaxReader.read(source) : read[source.path] ?? (nil, [])
    }
  }
}

/// A slip of the pen: lines that it can befall, and what becomes of them.
struct Slip {
  /// What was planted, and where it has to be found.
  struct Mistake {
    let source: SourceText
    var file: String { source.path }
    /// The line, and those on which it shows as well.
    let lines: ClosedRange<Int>
    let before: String
    let after: String
  }

  let name: String
  /// Files it is planted in.
  let files: @Sendable (String) -> Bool
  /// What becomes of the lines from an index on: how many are replaced, and by which; `nil` where it cannot be made there.
  let make: @Sendable (_ lines: [String], _ index: Int) -> (count: Int, new: [String])?
  /// Lines before and after that may be named instead.
  let slack: (before: Int, after: Int)

  init(
    _ name: String, in files: @escaping @Sendable (String) -> Bool = Slip.flows, slack: (Int, Int) = (0, 0),
    _ make: @escaping @Sendable (_ lines: [String], _ index: Int) -> (count: Int, new: [String])?
  ) {
    self.name = name
    self.files = files
    self.slack = slack
    self.make = make
  }

  /// Replaces what a pattern finds in a line.
  init(
    _ name: String, in files: @escaping @Sendable (String) -> Bool = Slip.flows, slack: (Int, Int) = (0, 0),
    _ pattern: String, _ template: String
  ) {
    self.init(name, in: files, slack: slack) { lines, index in
      let line = lines[index]
      let expression = try? NSRegularExpression(pattern: pattern)
      let range = NSRange(line.startIndex..., in: line)
      guard let match = expression?.firstMatch(in: line, range: range), let expression else { return nil }
      let new = expression.stringByReplacingMatches(in: line, range: match.range, withTemplate: template)
      // Only the first, also where the pattern looks behind.
      return new == line ? nil : (1, [new])
    }
  }

  static let flows: @Sendable (String) -> Bool = {
    !$0.contains("/") && $0.hasSuffix(".yaml")
      && !["roles.yaml", "shared.yaml", "indicators.yaml"].contains($0)
  }

  /// The slip in a place taken by chance.
  func plant(in protocols: ShippedProtocols, _ random: inout SeededGenerator) -> Mistake? {
    let candidates = protocols.sources.filter { files($0.path) }
    for _ in 0..<5_000 {
      guard let source = candidates.randomElement(using: &random) else { return nil }
      var lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let start = Int.random(in: lines.indices, using: &random)
      for index in Array(lines.indices[start...]) + Array(lines.indices[..<start]) {
        if lines[index].hasPrefix("#") { continue }
        guard let change = make(lines, index) else { continue }
        let before = lines[index]
        lines.replaceSubrange(index..<index + change.count, with: change.new)
        return Mistake(
          source: SourceText(path: source.path, text: lines.joined(separator: "\n")),
          lines: max(1, index + 1 - slack.before)...(index + max(1, change.new.count) + slack.after),
          before: before.trimmingCharacters(in: .whitespaces),
          after: change.new.joined(separator: "⏎").trimmingCharacters(in: .whitespaces))
      }
    }
    return nil
  }
}
