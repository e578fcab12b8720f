import Testing

@testable import FlowDSL

/// The examples of `flowrun explain`: the wrong one has the fault, the right one has none.
@Suite struct ExampleTests {
  /// Codes of this stage that no short example can show: limits, and what concerns files rather than their text.
  private static let withoutExample: Set<DiagnosticCode> = [
    .fileTooLarge, .invalidUTF8, .controlCharacter, .nestedTooDeep, .tooManyNodes, .scalarTooLong,
    .fileUnreadable,
    .folderWithoutFlows, .fileNamedOtherwise, .tooManyRows, .tooManySteps, .tooManyFacts, .misplacedFile,
    .otherEnding, .otherFolder, .markupLimit,
  ]

  private static let codes = DiagnosticCode.allCases.filter {
    $0.rawValue < "F3" && !withoutExample.contains($0) && !CheckExampleTests.ofModels.contains($0)
  }

  @Test(arguments: codes)
  func showTheFault(_ code: DiagnosticCode) throws {
    let explanation = try DiagnosticWords(language: "en").explanation(of: code)
    let wrong = try #require(explanation.wrong, "\(code) has no example")
    let right = try #require(explanation.right, "\(code) has no example")
    #expect(Fragment.diagnostics(wrong).map(\.code).contains(code))
    #expect(Fragment.diagnostics(right) == [])
    let page = DiagnosticRenderer(words: try DiagnosticWords(language: "fr"), colour: false).render(
      explanation)
    #expect(page.hasPrefix("\(code.rawValue)  "))
    #expect(!page.contains("{name}"))
  }
}

/// A part of a flow, made whole.
enum Fragment {
  static func diagnostics(_ fragment: String) -> [Diagnostic] {
    SyntaxReader.read(SourceText(path: "example.yaml", text: whole(fragment))).diagnostics
  }

  /// The keys that every flow needs, unless the fragment has them or is a whole file.
  static func whole(_ fragment: String) -> String {
    let keys = fragment.split(separator: "\n").compactMap { line -> Substring? in
      guard let first = line.first, first.isLetter else { return nil }
      return line.prefix { $0 != ":" }
    }
    let isFile =
      fragment.hasPrefix("%") || fragment.hasPrefix("#")
      || keys.contains { Grammar.fileKinds.contains(String($0)) && $0 != "roles" }
    if isFile, !fragment.contains("\n---\n") || fragment.hasPrefix("%") { return fragment }
    let needed = [
      ("flow", "example"), ("version", "1.0.0"), ("title", "{fr: Exemple, en: Example}"),
      ("languages", "[fr, en]"),
      ("steps", "[{end: done}]"),
    ]
    let missing = needed.filter { key, _ in !keys.contains { $0 == key } || key == "flow" }
    return missing.map { "\($0): \($1)\n" }.joined() + fragment
  }
}
