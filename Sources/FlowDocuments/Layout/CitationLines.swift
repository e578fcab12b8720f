/// Citations as they stand among words: some in a line with them, others on lines of their own.
///
/// Neither a terminal nor every maker of PDF orders lines of two directions well: a long citation that runs against the
/// direction of its document stands apart. Source: choice.
struct CitationLines {
  /// Those that stand in a line with other words, in one text; `nil` where there are none.
  let inline: String?
  /// Each on lines of its own, against the direction of the document.
  let apart: [String]

  /// Articles are shorter; they are never broken between two lines. Source: choice.
  private static let shortLength = 24

  init(_ citations: [String], in document: FilledDocument) {
    var inline: [String] = []
    var apart: [String] = []
    for citation in citations {
      if citation.count <= Self.shortLength {
        inline.append(String(citation.map { $0 == " " ? "\u{A0}" : $0 }))
      } else if document.isRightToLeft, !TextDirection.isRightToLeft(citation) {
        apart.append(citation)
      } else {
        inline.append(citation)
      }
    }
    self.inline = inline.isEmpty ? nil : inline.joined(separator: document.separator)
    self.apart = apart
  }
}
