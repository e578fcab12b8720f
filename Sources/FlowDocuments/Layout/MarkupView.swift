/// A document as the HTML template reads it.
struct MarkupView {
  let values: [String: Any]

  init(_ document: FilledDocument) {
    values = [
      "title": document.title, "colon": document.colon, "language": document.language,
      "direction": Self.direction(document.language),
      "notices": document.notices.map {
        ["words": $0.words, "language": $0.language, "direction": Self.direction($0.language)]
      },
      "head": document.head.map(Self.label), "foot": document.foot.map(Self.label),
      "sections": document.sections.map { Self.section($0, in: document) },
    ]
  }

  private static func direction(_ language: String) -> String {
    FilledDocument.isRightToLeft(language) ? "rtl" : "ltr"
  }

  private static func label(_ label: FilledDocument.Label) -> [String: Any] {
    ["name": label.name, "words": label.words]
  }

  private static func runs(_ runs: [FilledSection.Run]) -> [[String: Any]] {
    runs.map { ["words": $0.words, "isAnswer": $0.isAnswer] }
  }

  private static func section(_ section: FilledSection, in document: FilledDocument) -> [String: Any] {
    var values: [String: Any] = [
      "hasHeading": !section.heading.isEmpty, "heading": runs(section.heading),
      "paragraphs": section.paragraphs.map { ["runs": runs($0)] },
      "hasRows": !section.rows.isEmpty,
      "rows": section.rows.map {
        ["title": $0.title, "answer": $0.answer, "isOpen": !$0.isKnown] as [String: Any]
      },
      "hasItems": !section.items.isEmpty, "hasBoxes": section.hasBoxes,
      "items": section.items.map { item -> [String: Any] in
        let lines = CitationLines(item.citations, in: document)
        var values: [String: Any] = [
          "runs": runs(item.words), "box": section.hasBoxes, "apart": lines.apart,
        ]
        values["note"] = lines.inline.map { turned("(\($0))", in: document) }
        return values
      },
      "hasContacts": !section.contacts.isEmpty,
      "contacts": section.contacts.map {
        [
          "name": $0.title, "reach": $0.reach, "details": $0.details.map { whole($0, in: document) },
        ] as [String: Any]
      },
      "lines": Array(repeating: true, count: section.lines),
    ]
    let lines = CitationLines(section.citations, in: document)
    values["citation"] = lines.inline.map { turned($0, in: document) }
    values["apart"] = lines.apart
    return values
  }

  /// Words that have the direction of the document, whatever they begin with.
  private static func turned(_ words: String, in document: FilledDocument) -> String {
    document.isRightToLeft ? TextDirection.rightToLeftMark + words : words
  }

  /// With no place for a line to end inside `09:00–12:00`: word joiners (U+2060) around the dash. From right to left it is
  /// read so also where a line begins with it: both ways in one document would say two things.
  private static func whole(_ detail: String, in document: FilledDocument) -> String {
    let dash = "\u{2060}–" + (document.isRightToLeft ? TextDirection.rightToLeftMark : "") + "\u{2060}"
    return detail.replacing(#/([0-9])–([0-9])/#) { "\($0.output.1)\(dash)\($0.output.2)" }
  }
}
