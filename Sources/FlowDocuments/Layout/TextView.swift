import FlowDSL

/// A document as the text template reads it: lines that fit, which a template could not break.
struct TextView {
  let values: [String: Any]

  init(_ document: FilledDocument) {
    let columns = Layout.columns
    values = [
      "title": TextLines.wrapped(document.title, columns: columns),
      "rule": String(repeating: "=", count: columns),
      "notices": document.notices.flatMap { TextLines.wrapped($0.words, columns: columns) },
      "head": Self.labels(document.head, document.colon), "foot": Self.labels(document.foot, document.colon),
      "sections": document.sections.map { ["lines": Self.lines(of: $0, in: document)] },
      "end": String(repeating: "-", count: columns),
    ]
  }

  private static func labels(_ labels: [FilledDocument.Label], _ colon: String) -> [String] {
    labels.flatMap { TextLines.wrapped("\($0.name)\(colon) \($0.words)", columns: Layout.columns, indent: 2) }
  }

  private static func words(_ runs: [FilledSection.Run]) -> String { runs.map(\.words).joined() }

  private static func lines(of section: FilledSection, in document: FilledDocument) -> [String] {
    let columns = Layout.columns
    let colon = document.colon
    var blocks: [[String]] = []
    for paragraph in section.paragraphs {
      blocks.append(TextLines.wrapped(words(paragraph), columns: columns))
    }
    if !section.rows.isEmpty { blocks.append(section.rows.flatMap { row($0, colon) }) }
    if !section.items.isEmpty {
      blocks.append(
        section.items.flatMap { item in
          let citations = CitationLines(item.citations, in: document)
          let note = citations.inline.map { " (\($0))" } ?? ""
          let marker = section.hasBoxes ? "[ ] " : "- "
          let margin = String(repeating: " ", count: marker.count)
          return TextLines.wrapped(words(item.words) + note, columns: columns, marker: marker)
            + citations.apart.flatMap { TextLines.wrapped($0, columns: columns, marker: margin) }
        })
    }
    for contact in section.contacts {
      let reach = contact.reach.joined(separator: ", ")
      blocks.append(
        TextLines.wrapped(
          reach.isEmpty ? contact.title : "\(contact.title)\(colon) \(reach)", columns: columns, marker: "  ",
          indent: 2)
          + (contact.details.isEmpty
            ? []
            : TextLines.wrapped(contact.details.joined(separator: " · "), columns: columns, marker: "    ")))
    }
    if section.lines > 0 {
      blocks.append(
        (0..<section.lines * 2).map { $0 % 2 == 0 ? "" : String(repeating: ".", count: columns) })
    }
    let citations = CitationLines(section.citations, in: document)
    if let inline = citations.inline { blocks.append(TextLines.wrapped("[\(inline)]", columns: columns)) }
    blocks += citations.apart.map { TextLines.wrapped($0, columns: columns) }
    let body = blocks.enumerated().flatMap { index, block in index == 0 ? block : [""] + block }
    guard !section.heading.isEmpty else { return body }
    let heading = TextLines.wrapped(words(section.heading), columns: columns)
    let width = heading.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return heading + [String(repeating: "-", count: width)] + body
  }

  /// Title and answer on one line where they fit, else the answer below.
  private static func row(_ row: FilledSection.Row, _ colon: String) -> [String] {
    let title = row.title.hasSuffix("?") || row.title.hasSuffix(":") ? row.title : row.title + colon
    let whole = "\(title) \(row.answer)"
    if DisplayWidth.columns(of: whole) <= Layout.columns { return [whole] }
    return TextLines.wrapped(title, columns: Layout.columns)
      + TextLines.wrapped(row.answer, columns: Layout.columns, marker: "    ")
  }
}
