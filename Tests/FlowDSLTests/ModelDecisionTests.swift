import DMN
import Testing

@testable import FlowDSL

/// Decisions of DMN models in flows: what they add to a program, and what is known of their results.
@Suite struct ModelDecisionTests {
  private static func sources(
    _ decisions: String, inputs: String = "", step: String = "", facts: String = "  level: {type: text}\n",
    others: [SourceText] = []
  ) -> [SourceText] {
    [
      SourceText(
        path: "example.yaml",
        text: """
          flow: example
          version: 1.0.0
          title: {fr: Exemple, en: Example}
          languages: [fr, en]
          facts:
            danger: {type: [low, high]}
          \(facts)steps:
            - ask: first
              questions:
                danger: {fr: Quel danger ?, en: Which danger?}
            - decide: level
              model: example.dmn
              decision: Level
          \(step)  - end: done

          """),
      SourceText(path: "example.dmn", text: model(inputs + decisions)),
    ] + others
  }

  private static func model(_ elements: String, name: String = "example") -> String {
    """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="\(name)" namespace="urn:\(name)">
    \(elements)
    </definitions>

    """
  }

  private static let input =
    "<inputData id=\"i\" name=\"danger\"><variable name=\"danger\" typeRef=\"string\"/></inputData>\n"
  private static let requirement =
    "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"

  private static func decision(
    _ text: String, id: String = "d", name: String = "Level", requires: String = ""
  )
    -> String
  {
    "<decision id=\"\(id)\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"string\"/>\(requires)"
      + "<literalExpression><text>\(text)</text></literalExpression></decision>\n"
  }

  private func program(_ sources: [SourceText]) throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(main: "example", sources: sources)
    return try #require(program, "\(diagnostics.map(\.told))")
  }

  @Test func theModelIsPartOfTheProgram() throws {
    let sources = Self.sources(Self.decision("\"low\""))
    let unused = SourceText(path: "other.dmn", text: "no model at all")
    let program = try program(sources + [unused])
    #expect(program.sources.map(\.path) == ["example.dmn", "example.yaml"])
    #expect(try self.program(program.sources).hash == program.hash)
    let changed = Self.sources(Self.decision("\"low\" "))
    #expect(try self.program(changed).hash != program.hash)
  }

  @Test func importsArePartOfTheProgramToo() throws {
    let reference = "<informationRequirement><requiredDecision href=\"urn:far#f\"/></informationRequirement>"
    func sources(_ value: String) -> [SourceText] {
      Self.sources(
        "<import name=\"near\" namespace=\"urn:near\"/>\n"
          + Self.decision("near.Middle", requires: reference.replacing("far#f", with: "near#m")),
        others: [
          SourceText(
            path: "near.dmn",
            text: Self.model(
              "<import name=\"far\" namespace=\"urn:far\"/>\n"
                + Self.decision("far.End", id: "m", name: "Middle", requires: reference), name: "near")),
          SourceText(
            path: "far.dmn",
            text: Self.model(Self.decision("\"\(value)\"", id: "f", name: "End"), name: "far")),
        ])
    }
    let program = try program(sources("low"))
    #expect(program.sources.map(\.path) == ["example.dmn", "example.yaml", "far.dmn", "near.dmn"])
    #expect(try self.program(sources("high")).hash != program.hash)
    #expect(try self.program(program.sources).hash == program.hash)
  }

  /// The decision, whether `level` is then certainly there, and the codes of the diagnostics.
  @Test(
    arguments: [
      // Covers both values of the choice, but not null.
      (#"if danger = "low" then "a" else "b""#, true, []),
      ("danger", false, [.resultMayBeNull]),
      (#"if danger = null then "none" else danger"#, true, []),
      ("substring(danger, 2)", false, [.resultMayBeNull]),
    ] as [(String, Bool, [DiagnosticCode])])
  func nullIsKnown(_ text: String, isCertain: Bool, codes: [DiagnosticCode]) throws {
    var sources = Self.sources(
      Self.decision(text, requires: Self.requirement), inputs: Self.input,
      step: "  - do: write\n    when: level != \"x\"\n    tick: {noted: {fr: Noté, en: Noted}}\n")
    #expect(FlowCompiler.checkBeyondWords(sources).map(\.code) == codes)
    // A condition on the fact is decided exactly where the fact cannot be null.
    sources[0] = SourceText(
      path: sources[0].path, text: sources[0].text.replacing("level != \"x\"", with: "contains(level, \"x\")")
    )
    #expect(FlowCompiler.checkBeyondWords(sources).contains { $0.code == .conditionUndecided } == !isCertain)
  }

  /// A text of the model, and the text in the file that the mark stands under.
  @Test(arguments: [
    ("1 &lt;&lt; 2", "&lt;"), ("<![CDATA[1 << 2]]>", "<"), ("\n  1 +\n  * 2", "*"),
    ("\"é\" &#233; 1", "&#233;"),
  ])
  func faultsStandWhereTheFileHasThem(_ text: String, _ marked: String) throws {
    let sources = Self.sources(Self.decision(text))
    let fault = try #require(FlowCompiler.checkBeyondWords(sources).first { $0.place.file == "example.dmn" })
    let bytes = Array(sources[1].text.utf8)
    #expect(
      String(decoding: bytes[fault.place.start.offset..<fault.place.end.offset], as: UTF8.self) == marked)
    let before = String(decoding: bytes[..<fault.place.start.offset], as: UTF8.self)
    #expect(fault.place.start.line == before.filter { $0 == "\n" }.count + 1)
    let line = before[(before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex)...]
    #expect(fault.place.start.column == line.unicodeScalars.count + 1)
    #expect(fault.related.first?.place.file == "example.yaml")
  }

  @Test func aFaultOfADecisionThatIsNotNeededIsNoMatter() {
    let other = Self.decision("1 +", id: "e", name: "Other")
    #expect(FlowCompiler.checkBeyondWords(Self.sources(Self.decision("\"low\"") + other)).map(\.code) == [])
  }

  @Test func aModelThatCannotBeReadIsSaidOnce() {
    var folder = ProtocolFolder.parse([Self.sources("")[0]])
    folder.brokenModels = ["example.dmn"]
    folder.diagnostics = [Diagnostic(.invalidUTF8, at: Place(startOf: "example.dmn"))]
    #expect(FlowCompiler.checkBeyondWords(folder).map(\.code) == [.invalidUTF8])
    #expect(FlowCompiler.compile(main: "example", folder).program == nil)
  }

  @Test(arguments: ["on: [danger]", "values: {level: '\"low\"'}", "hit: first"])
  func oneWayOfDeciding(_ key: String) {
    let sources = Self.sources(Self.decision("\"low\""), step: "    \(key)\n")
    #expect(FlowCompiler.checkBeyondWords(sources).contains { $0.code == .decideTwice })
  }

  @Test func thePictureShowsTheDecision() throws {
    let program = try program(Self.sources(Self.decision("\"low\"")))
    let words = try PictureWords(language: "en")
    for text in [
      FlowPicture.dot(in: program, words: words), FlowPicture.mermaid(in: program, words: words),
    ] {
      #expect(text.replacing("\u{A0}", with: " ").contains("Level (example.dmn)"), "\(text)")
    }
  }
}
