import Foundation
import Testing

@testable import FlowDSL

/// What the hash of a program depends on.
@Suite struct HashTests {
  private func hash(_ sources: [SourceText], of main: String = "intake") throws -> String {
    let (program, diagnostics) = FlowCompiler.compile(main: main, sources: sources)
    return try #require(program, "\(diagnostics.map(\.told))").hash
  }

  private func sources(_ change: (SourceText) -> String?) throws -> [SourceText] {
    try TestProtocol.sources().map { SourceText(path: $0.path, text: change($0) ?? $0.text) }
  }

  @Test func isSixtyFourHexadecimalDigitsAndTheSameEachTime() throws {
    let first = try hash(try TestProtocol.sources())
    #expect(first.count == 64)
    #expect(first.allSatisfy { "0123456789abcdef".contains($0) })
    #expect(try hash(try TestProtocol.sources().reversed()) == first)
  }

  @Test func theSourcesOfAProgramGiveTheSameProgram() throws {
    for main in ["intake", "check", "child"] {
      let (program, _) = FlowCompiler.compile(main: main, sources: try TestProtocol.sources())
      let compiled = try #require(program)
      #expect(try hash(compiled.sources, of: main) == compiled.hash)
      let flows = compiled.flows.map { "\($0.name).yaml" }
      #expect(Set(compiled.sources.map(\.path)) == Set(flows + ["roles.yaml", "directory/national.yaml"]))
    }
  }

  /// Changes of the text that change nothing of what is said.
  private static let harmless: [(String, @Sendable (String) -> String)] = [
    ("comment", { "# Another comment.\n" + $0 }),
    ("blank lines", { $0.replacing("\nsteps:", with: "\n\n\nsteps:") }),
    (
      "quotes", { $0.replacing("fr: Vu ?", with: "fr: \"Vu ?\"").replacing("en: Seen?", with: "en: 'Seen?'") }
    ),
    ("quoted names", { $0.replacing("- end: done", with: "- end: \"done\"") }),
    (
      "block style",
      { $0.replacing("title: {fr: Enfant, en: Child}", with: "title:\n  fr: Enfant\n  en: Child") }
    ),
    ("spaces", { $0.replacing("languages: [fr, en]", with: "languages: [ fr,  en ]") }),
    ("end of file", { $0 + "\n\n# The end.\n" }),
  ]

  @Test(arguments: harmless.indices)
  func layoutDoesNotCount(_ index: Int) throws {
    let (name, change) = Self.harmless[index]
    let changed = try sources { change($0.text) }
    #expect(changed != (try TestProtocol.sources()), "\(name) changed nothing")
    #expect(try hash(changed) == hash(try TestProtocol.sources()), "\(name)")
  }

  /// Every scalar of every file, one at a time, says something else: the hash differs.
  @Test func everyValueCounts() throws {
    let folder = ProtocolFolder.parse(try TestProtocol.sources())
    let parts = ProgramParts(CallGraph(folder.flows).reachable(from: "intake"), of: folder)
    let files = parts.hashedFiles
    let hash = ContentHash.hash(of: files)
    var count = 0
    for (place, file) in files.enumerated() {
      for scalar in Self.scalars(try #require(TreeReader.read(file).root)) {
        var changed = files
        changed[place] = SourceText(path: file.path, text: Self.replacing(scalar, in: file.text))
        // Whether or not the changed file still makes sense.
        #expect(ContentHash.hash(of: changed) != hash, "\(file.path):\(scalar.place.start.line)")
        count += 1
      }
    }
    #expect(count > 250)
  }

  @Test func quotesCountWhereTheyChangeTheMeaning() throws {
    let pairs = [("true", "\"true\""), ("12", "\"12\""), ("null", "\"null\""), ("-0.5", "'-0.5'")]
    for (plain, quoted) in pairs {
      let forms = [plain, quoted].map { text in
        CanonicalForm(of: TreeReader.read(SourceText(path: "a.yaml", text: "a: \(text)\n")))
      }
      #expect(forms[0] != forms[1], "\(plain)")
    }
  }

  /// Parts of different trees never run together.
  @Test func differentTreesHaveDifferentBytes() throws {
    let texts = [
      "a: [b, c]\n", "a: [bc]\n", "a: [b, [c]]\n", "a: [[b], c]\n", "a: {b: c}\n", "a: [{b: c}]\n", "a: b\n",
      "a: {b: c, d: e}\n", "a: {d: e, b: c}\n", "ab: \"\"\n", "a: \"b\\n\"\n", "a: []\n", "a: {}\n",
      "a: \"\"\n", "a:\n",
    ]
    let forms = texts.map { CanonicalForm(of: TreeReader.read(SourceText(path: "a.yaml", text: $0))) }
    #expect(Set(forms).count == texts.count)
  }

  private static func scalars(_ node: Node) -> [(place: Place, style: Node.Scalar.Style)] {
    switch node.form {
    case .scalar(let scalar): [(node.place, scalar.style)]
    case .sequence(let items): items.flatMap(scalars)
    case .mapping(let entries): entries.flatMap { scalars($0.value) }
    }
  }

  private static func replacing(_ scalar: (place: Place, style: Node.Scalar.Style), in text: String) -> String
  {
    let bytes = Array(text.utf8)
    let start = scalar.place.start.offset
    let end = scalar.place.end.offset
    let old = String(decoding: bytes[start..<end], as: UTF8.self)
    let new = scalar.style == .plain ? old + "x" : String(old.dropLast()) + "x" + String(old.suffix(1))
    return String(decoding: bytes[..<start], as: UTF8.self) + new
      + String(decoding: bytes[end...], as: UTF8.self)
  }
}
