/// Prints a document that a flow's steps produce, with places for what it is filled with.
struct DocumentPrinter {
  private let flow: FlowPrinter
  private var words: PrintWords { flow.words }

  init(flow index: Int, of program: Program, words: PrintWords) {
    flow = FlowPrinter(flow: index, of: program, words: words)
  }

  /// By which steps lead to a document.
  static func anchor(_ name: String) -> String { "d-" + name }

  func section(_ document: Document) -> PrintedSection {
    var rows = [
      PrintedRow(
        words("document-for"),
        document.recipient == Document.person ? words("person") : flow.names.recipient(document.recipient)),
      PrintedRow(words("head.languages"), document.languages.joined(separator: ", ")),
    ]
    if let language = document.language {
      rows.append(PrintedRow(words("document-language"), flow.parts.facts([language])))
    }
    if let ground = document.ground { rows.append(flow.ground(ground)) }
    rows += flow.consent(document.consentBeside)
    var section = PrintedSection(
      anchor: Self.anchor(document.name), heading: flow.names(document.title), tag: document.name,
      blocks: [.rows(rows)])
    section.sections = document.sections.map(self.section)
    return section
  }

  private func section(_ section: DocumentSection) -> PrintedSection {
    var blocks: [PrintedBlock] = []
    if let when = section.when {
      blocks.append(.rows([PrintedRow(words("put-if"), flow.conditions.text(of: when))]))
    }
    if let text = section.text { blocks.append(.paragraph(line(text))) }
    if !section.facts.isEmpty {
      blocks.append(.rows([PrintedRow(words("document-facts"), flow.parts.facts(section.facts))]))
    }
    if !section.caseDetails.isEmpty {
      let details = section.caseDetails.map { words("document-case.\($0.rawValue)") }
      blocks.append(.rows([PrintedRow(words("document-case.title"), details.joined(separator: ", "))]))
    }
    if !section.items.isEmpty {
      if section.hasBoxes { blocks.append(.paragraph(words("document-boxes"))) }
      blocks.append(
        .items(
          section.items.map { item in
            var rows: [PrintedRow] = []
            if let when = item.when {
              rows.append(PrintedRow(words("put-if"), flow.conditions.text(of: when)))
            }
            return PrintedItem(
              text: line(item.words), rows: rows + flow.citations(Notes(law: item.law, source: item.source)))
          }))
    }
    if !section.services.isEmpty {
      blocks.append(
        .rows([
          PrintedRow(words("services"), section.services.map(flow.names.recipient).joined(separator: ", "))
        ]))
    }
    if section.lines > 0 {
      blocks.append(.rows([PrintedRow(words("document-lines"), String(section.lines))]))
    }
    blocks.append(.rows(flow.citations(Notes(law: section.law, source: section.source))))
    blocks.removeAll { $0 == .rows([]) }
    return PrintedSection(heading: section.heading.map(line) ?? "", blocks: blocks)
  }

  /// Words with the names of the facts that stand in them.
  private func line(_ text: DocumentWords) -> String {
    text(words.language).map { part in
      switch part {
      case .words(let text): text
      case .fact(let slot): "[\(flow.parts.facts([slot]))]"
      }
    }.joined()
  }
}
