import Testing

@testable import FlowDSL

/// Every diagnostic has all its words in every language, and mentions only what it is given.
@Suite struct CatalogueTests {
  private static let parts = ["title", "expected", "write", "explain"]

  private func catalogue(_ language: String) throws -> Catalogue {
    try CatalogueFolder(target: "FlowDSL").catalogue("diagnostics", language: language)
  }

  @Test(arguments: ["fr", "en"])
  func everyCodeHasItsWords(_ language: String) throws {
    let catalogue = try catalogue(language)
    #expect(catalogue.language == language)
    for code in DiagnosticCode.allCases {
      for part in Self.parts {
        let words = try #require(
          catalogue["\(code.rawValue).\(part)"], "\(code) has no \(part) in \(language)")
        #expect(!words.isEmpty)
        let unknown = Template(words).placeholders.filter { !code.arguments.contains($0) }
        #expect(unknown.isEmpty, "\(code) \(part) in \(language) mentions \(unknown)")
      }
    }
  }

  @Test(arguments: ["fr", "en"])
  func noWordsAreLeftOver(_ language: String) throws {
    let codes = DiagnosticCode.allCases.flatMap { code in Self.parts.map { "\(code.rawValue).\($0)" } }
    let roles = Diagnostic.Related.Role.allCases.map(\.rawValue)
    let severities = Diagnostic.Severity.allCases.map(\.rawValue)
    let labels = (roles + severities + ["wrong", "right"]).map { "labels.\($0)" }
    #expect(try catalogue(language).keys == Set(codes + labels))
  }

  @Test func codesAreInTheirFamilies() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.count == 5)
      #expect(code.rawValue.first == "F")
      #expect(code.rawValue.dropFirst().allSatisfy { ("0"..."9").contains($0) })
    }
  }

  @Test func aLanguageWithoutCatalogueSpeaksEnglish() throws {
    #expect(try DiagnosticWords(language: "ar").language == "en")
  }

  @Test func aMissingFolderIsSaid() {
    let folder = CatalogueFolder(target: "Nothing", override: "/nowhere", executable: "/nowhere/bin/flowrun")
    #expect(throws: CatalogueFailure.self) { try folder.catalogue("diagnostics", language: "en") }
  }

  @Test func theFolderOfTheEnvironmentComesFirst() throws {
    let words = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/FlowDSL/Words").path
    let folder = CatalogueFolder(target: "FlowDSL", override: words, executable: nil)
    #expect(try folder.catalogue("diagnostics", language: "fr").language == "fr")
  }

  @Test(
    arguments: [
      ("Hello {name}.", ["name": "Ada"], "Hello Ada."),
      ("Known.[[ Did you mean {nearest}?]]", ["nearest": "weapon"], "Known. Did you mean weapon?"),
      ("Known.[[ Did you mean {nearest}?]]", ["nearest": ""], "Known."),
      ("Known.[[ Did you mean {nearest}?]]", [:], "Known."),
      ("Write {fr: Bonjour} or {}.", [:], "Write {fr: Bonjour} or {}."),
      ("{a}{b}{a}", ["a": "1", "b": "{a}"], "1{a}1"),
      ("[[{a}", ["a": "1"], "[[1"),
      ("{missing}", [:], "{missing}"),
    ] as [(String, [String: String], String)])
  func templates(_ template: String, _ arguments: [String: String], _ expected: String) {
    #expect(Template(template).filled(with: arguments) == expected)
  }
}

/// The words of pictures and prints in both languages.
@Suite struct PrintedWordsTests {
  @Test(arguments: ["pictures", "printing"])
  func bothLanguagesHaveTheSameWords(_ name: String) throws {
    let folder = CatalogueFolder(target: "FlowDSL")
    let english = try folder.catalogue(name, language: "en")
    let french = try folder.catalogue(name, language: "fr")
    #expect(english.keys == french.keys)
    for key in english.keys {
      let blanks = [english, french].map { Template($0[key] ?? "").placeholders.sorted() }
      #expect(blanks[0] == blanks[1], "\(key)")
    }
  }
}
