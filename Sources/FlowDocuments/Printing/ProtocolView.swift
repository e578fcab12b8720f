import FlowDSL

/// A printed protocol as the template reads it: sections in a row, each with how deep it lies.
struct ProtocolView {
  let values: [String: Any]

  init(_ printed: PrintedProtocol) {
    let colon = printed.colon
    values = [
      "title": printed.title, "language": printed.language, "colon": colon,
      "direction": FilledDocument.isRightToLeft(printed.language) ? "rtl" : "ltr",
      "notices": printed.notice.map { [$0] } ?? [], "head": printed.head.map { Self.row($0, colon) },
      "contents": printed.contents,
      "chapters": printed.chapters.map { ["heading": $0.heading, "anchor": $0.anchor ?? ""] },
      "sections": printed.chapters.flatMap { Self.sections($0, depth: 0, colon) },
    ]
  }

  private static func sections(_ section: PrintedSection, depth: Int, _ colon: String) -> [[String: Any]] {
    var values: [String: Any] = [
      "isChapter": depth == 0, "isFlow": depth == 0 && section.tag != nil, "isPart": depth == 1,
      "isStep": depth > 1, "hasHeading": !section.heading.isEmpty,
      "heading": section.heading, "blocks": section.blocks.map { block($0, colon) },
      "charts": section.charts.map {
        ["caption": $0.caption, "svg": $0.drawing.svg(scaled: $0.scale)]
      },
    ]
    values["anchor"] = section.anchor
    values["tag"] = section.tag
    return [values] + section.sections.flatMap { sections($0, depth: depth + 1, colon) }
  }

  private static func block(_ block: PrintedBlock, _ colon: String) -> [String: Any] {
    switch block {
    case .paragraph(let text): ["paragraph": text]
    case .rows(let rows): ["hasRows": true, "rows": rows.map { row($0, colon) }]
    case .items(let items):
      [
        "hasItems": true,
        "items": items.map {
          ["text": $0.text, "hasRows": !$0.rows.isEmpty, "rows": $0.rows.map { row($0, colon) }]
            as [String: Any]
        },
      ]
    case .table(let head, let rows):
      ["hasTable": true, "columns": head, "lines": rows.map { ["cells": $0] }]
    }
  }

  private static func row(_ row: PrintedRow, _ colon: String) -> [String: Any] {
    [
      "name": row.name, "words": row.words.map(text), "colon": colon,
    ]
  }

  private static func text(_ text: PrintedText) -> [String: Any] {
    var values: [String: Any] = ["text": text.text]
    values["link"] = text.link
    return values
  }
}
