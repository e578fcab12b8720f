import Foundation
import Testing

@testable import FlowDSL

/// The grammar document has every key, and every example in it is read without fault.
@Suite struct GrammarDocumentTests {
  private static let file = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/grammar.md")

  private func document() throws -> String { try String(contentsOf: Self.file, encoding: .utf8) }

  /// Section number to text, subsections apart from the sections they are in.
  private func sections() throws -> [String: String] {
    var sections: [String: String] = [:]
    var number = ""
    for line in try document().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") || line.hasPrefix("### ") {
        number = line.split(separator: " ")[1].trimmingCharacters(in: CharacterSet(charactersIn: "."))
      }
      sections[number, default: ""] += line + "\n"
    }
    return sections
  }

  @Test(arguments: Grammar.all.map(\.name))
  func everyKeyIsThere(_ name: String) throws {
    let set = try #require(Grammar.all.first { $0.name == name })
    let sections = try sections()
    let text = try #require(sections[set.section], "no section \(set.section)")
    // Keys that many parts share are said once: words and citations with steps, items with ticks, runs with `run`.
    let shared = ["7", "8.1", "8.4", "8.8", "11", "10"].compactMap { sections[$0] }.joined()
    for key in set.keys {
      #expect(
        mentions(text, key.name) || mentions(shared, key.name),
        "\(name).\(key.name) is not in section \(set.section) of the grammar")
    }
    let own = set.keys.filter { mentions(text, $0.name) }
    #expect(!own.isEmpty || set.keys.count <= 1 || set.name == "end")
  }

  /// Whether a text has a word inside backticks or a YAML block.
  private func mentions(_ text: String, _ key: String) -> Bool {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().contains { index, part in
      index % 2 == 1
        && part.split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "_" }).contains { $0 == key }
    }
  }

  @Test func everyExampleIsRead() throws {
    var rest = try document()[...]
    var count = 0
    while let open = rest.firstRange(of: "```yaml "),
      let close = rest[open.upperBound...].firstRange(of: "\n```")
    {
      let block = rest[open.upperBound..<close.lowerBound]
      let kind = String(block.prefix { $0 != "\n" })
      let text = String(block.drop { $0 != "\n" }.dropFirst()) + "\n"
      let (file, diagnostics) = SyntaxReader.read(SourceText(path: "example.yaml", text: text))
      #expect(diagnostics == [], "an example of the grammar has a fault")
      #expect(file?.kind == kind)
      count += 1
      rest = rest[close.upperBound...]
    }
    #expect(count >= 3)
  }

  /// The examples of keys, as an editor would offer them, have the shape that the decoder wants.
  @Test(arguments: Grammar.stepKinds.map(\.key))
  func examplesOfStepKeysAreRead(_ kind: String) throws {
    let set = try #require(Grammar.stepKinds.first { $0.key == kind }).value
    for key in set.keys.dropFirst() where !["values", "on", "outputs", "hit", "rules"].contains(key.name) {
      let required = set.keys.filter { $0.isRequired && $0.name != key.name }.map(\.example)
      let isOfModel = ["model", "decision", "inputs", "sets"].contains(key.name) && kind == "decide"
      let extra = [
        "decide": isOfModel
          ? ["model: measures.dmn", "decision: Measures"] : ["values: {minor: age < 18}"],
        "refer": ["consent: yes"], "contact": ["legal: CP 1"],
      ][kind]
      let lines = required + [key.example] + (extra ?? []).filter { !$0.hasPrefix(key.name + ":") }
      let wait = kind == "wait" && key.name != "for" ? ["for: PT1H"] : []
      let tell = kind == "inform" && key.name != "tell" ? ["tell: Words"] : []
      let text = "steps:\n  - " + (lines + wait + tell).joined(separator: "\n    ") + "\n  - end: done\n"
      #expect(Fragment.diagnostics(text).map(\.code) == [], "\(text)")
    }
  }

  /// Section 15 lists every code, by family; `FLOWRUN_UPDATE_GOLDEN=1` writes it anew.
  @Test func everyCodeIsListed() throws {
    let catalogue = try CatalogueFolder(target: "FlowDSL").catalogue("diagnostics", language: "en")
    let text = try document()
    let start = try #require(text.firstRange(of: "**F1: ")?.lowerBound)
    let families = text[start...].split(separator: "\n").filter { $0.hasPrefix("**F") }
    let tables = families.map { family in
      let rows = DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix(family.dropFirst(2).prefix(2)) }
        .sorted { $0.rawValue < $1.rawValue }
        .map { row($0, title: catalogue["\($0.rawValue).title"] ?? "") }
      return "\(family)\n\n| code | meaning |\n|---|---|\n" + rows.joined()
    }
    let expected = tables.joined(separator: "\n")
    if Golden.isUpdating {
      try Data((text[..<start] + expected).utf8).write(to: Self.file)
    } else {
      #expect(text[start...] == expected)
    }
    #expect(DiagnosticCode.allCases.allSatisfy { expected.contains("| \($0.rawValue)") })
  }

  /// A row of section 15: optional parts left out, placeholders in italics, warnings marked.
  private func row(_ code: DiagnosticCode, title: String) -> String {
    let names = Dictionary(uniqueKeysWithValues: code.arguments.map { ($0, "*\($0)*") })
    let short = title.replacing(/\[\[.*?\]\]/, with: "").replacing("*", with: "\\*").replacing(
      "|", with: "\\|")
    let mark = code.severity == .warning ? " w" : ""
    return "| \(code.rawValue)\(mark) | \(Template(short).filled(with: names)) |\n"
  }
}
