import Testing

@testable import FlowDSL

/// The printed protocol of a program with every kind of step.
@Suite struct PrintTests {
  private func program() throws -> Program {
    try #require(FlowCompiler.compile(main: "intake", sources: try TestProtocol.sources()).program)
  }

  @Test(arguments: ["en", "fr"])
  func aProtocolIsPrintedInWords(_ language: String) throws {
    let printed = ProtocolPrinter(try program(), words: try PrintWords(language: language)).printed(charts: []
    )
    try Golden.expect(Self.text(printed), equals: "Pictures/intake.print.\(language).txt")
  }

  @Test func everyLinkLeadsToASection() throws {
    let printed = ProtocolPrinter(try program(), words: try PrintWords(language: "en")).printed(charts: [])
    let all = printed.chapters.flatMap(Self.withInner)
    let anchors = all.compactMap(\.anchor)
    #expect(Set(anchors).count == anchors.count)
    let rows = all.flatMap(\.blocks).flatMap { block -> [PrintedRow] in
      switch block {
      case .rows(let rows): rows
      case .items(let items): items.flatMap(\.rows)
      case .paragraph, .table: []
      }
    }
    let links = rows.flatMap(\.words).compactMap(\.link)
    #expect(!links.isEmpty)
    for link in links { #expect(anchors.contains(link), "\(link) leads nowhere") }
  }

  private static func withInner(_ section: PrintedSection) -> [PrintedSection] {
    [section] + section.sections.flatMap(withInner)
  }

  static func text(_ printed: PrintedProtocol) -> String {
    var lines = [printed.title, printed.notice ?? ""] + printed.head.map(row)
    func add(_ section: PrintedSection, depth: Int) {
      lines.append("")
      lines.append(String(repeating: "#", count: depth) + " \(section.heading) | \(section.tag ?? "")")
      for block in section.blocks {
        switch block {
        case .paragraph(let text): lines.append(text)
        case .rows(let rows): lines += rows.map(row)
        case .items(let items):
          for item in items { lines += ["- " + item.text] + item.rows.map { "  " + row($0) } }
        case .table(let head, let rows): lines += ([head] + rows).map { "| " + $0.joined(separator: " | ") }
        }
      }
      for inner in section.sections { add(inner, depth: depth + 1) }
    }
    for chapter in printed.chapters { add(chapter, depth: 1) }
    // No line ends with a space in a file of the repository.
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") + "\n"
  }

  private static func row(_ row: PrintedRow) -> String {
    "\(row.name): " + row.words.map(\.text).joined(separator: " // ")
  }
}
