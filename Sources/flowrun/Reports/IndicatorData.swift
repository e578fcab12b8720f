import FlowIndicators

/// A figure of a count as programs read it.
private struct Figure {
  /// `nil` for all places.
  let place: String?
  /// `nil` for all months.
  let month: String?
  /// `nil` where the count is of cases alone, or hidden.
  let events: Int?
  /// `nil` where it is hidden.
  let cases: Int?
}

extension IndicatorReport {
  /// The figures as CSV (RFC 4180): an empty place or month stands for all, a line without figures is hidden. Each line says
  /// whether it may be published, since a file goes its way without what was said beside it.
  func table() -> String {
    var lines = [["number", "indicator", "title", "place", "month", "events", "cases", "publication"]]
    for counted in publication.counts {
      for figure in Self.figures(counted.figures) {
        lines.append([
          counted.count.number ?? "", counted.count.name, counted.count.title(words.language.rawValue),
          figure.place ?? "", figure.month ?? "", figure.events.map { String($0) } ?? "",
          figure.cases.map { String($0) } ?? "", String(publication.isProtected),
        ])
      }
    }
    return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// The report for programs.
  func json() -> JSON {
    .object([
      ("indicators", .string(publication.indicators.name)), ("hash", .string(publication.indicators.hash)),
      ("publication", .bool(publication.isProtected)),
      ("notice", .optional(publication.indicators.notice.map { $0(words.language.rawValue) })),
      ("threshold", .number(Publication.threshold)),
      ("from", .string(publication.period.first.description)),
      ("until", .string(publication.period.last.description)),
      ("flows", .array(publication.indicators.cases.map { .string($0) })),
      ("cases", .optional(publication.cases)), ("others", .optional(publication.others)),
      ("unreadable", .number(unreadable)), ("repeated", .number(repeated)),
      ("counts", .array(publication.counts.map(json))),
    ])
  }

  private func json(_ counted: Publication.Counted) -> JSON {
    let language = words.language.rawValue
    return .object([
      ("number", .optional(counted.count.number)), ("indicator", .string(counted.count.name)),
      ("title", .string(counted.count.title(language))),
      ("summary", .string(counted.count.summary(language))),
      ("sources", .array(counted.count.sources.map { .string($0(language)) })),
      ("untold", .optional(counted.untold)),
      (
        "figures",
        .array(
          Self.figures(counted.figures).map { figure in
            .object([
              ("place", .optional(figure.place)), ("month", .optional(figure.month)),
              ("events", .optional(figure.events)), ("cases", .optional(figure.cases)),
              ("hidden", .bool(figure.cases == nil)),
            ])
          })
      ),
    ])
  }

  private static func figures(_ figures: Publication.Figures) -> [Figure] {
    switch figures {
    case .events(let table):
      table.positions.map { position in
        let (place, month) = position.names(table.rows, table.columns)
        let cell = table[position]
        return Figure(place: place, month: month, events: cell?.events, cases: cell?.cases)
      }
    case .cases(let table):
      table.positions.map { position in
        let (place, month) = position.names(table.rows, table.columns)
        return Figure(place: place, month: month, events: nil, cases: table[position])
      }
    }
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

extension TablePosition {
  /// The place and the month of a position; `nil` for all.
  fileprivate func names(_ places: [String], _ months: [String]) -> (place: String?, month: String?) {
    switch self {
    case .cell(let row, let column): (places[row], months[column])
    case .rowTotal(let row): (places[row], nil)
    case .columnTotal(let column): (nil, months[column])
    case .total: (nil, nil)
    }
  }
}

extension JSON {
  /// A number, or null.
  fileprivate static func optional(_ number: Int?) -> JSON { number.map { .number($0) } ?? .null }
}
