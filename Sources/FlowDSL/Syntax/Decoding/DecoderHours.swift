extension Decoder {
  /// `24/7`, words, or a map from days to times.
  mutating func hours(_ field: Field, zone: Field?) -> HoursSyntax? {
    let zone = zone.flatMap { self.zone($0) }
    switch field.node.form {
    case .scalar(let scalar) where scalar.text == "24/7": return .always
    case .mapping(let entries) where !entries.contains(where: { isLanguage($0.key.value) }):
      return week(entries, of: field, zone: zone ?? WeeklyHours.usualZone)
    default:
      let text = text(field)
      if let entry = text?.entries.first, entry.words.value.isAlwaysOpen {
        report(.alwaysInWords, at: field.node.place, ["found": entry.words.value])
      } else if let entry = text?.entries.first, let spans = HoursParser.suggestion(for: entry.words.value) {
        report(
          .hoursInWords, at: field.node.place,
          ["found": entry.words.value, "instead": "{\(spans.days): \"\(spans.times)\"}"])
      }
      return text.map { .words($0) }
    }
  }

  /// Codes of three letters are left out: `mon`, `sat` and `sun` are languages too.
  private func isLanguage(_ key: String) -> Bool {
    Languages.isCode(key) && key.prefix { $0 != "-" }.count == 2
  }

  private mutating func week(_ entries: [Node.Entry], of field: Field, zone: String) -> HoursSyntax? {
    if entries.isEmpty { reportEmpty(field) }
    var days = [[WeeklyHours.Span]](repeating: [], count: 7)
    var places: [Int: Place] = [:]
    var isWhole = !entries.isEmpty
    for entry in entries {
      let spans = spans(entry)
      guard let written = HoursParser.days(of: entry.key.value) else {
        let nearest = Nearest.name(to: entry.key.value, among: HoursParser.days + ["daily", "mon-fri"])
        report(.badDay, at: entry.key.place, ["found": entry.key.value, "nearest": nearest ?? ""])
        isWhole = false
        continue
      }
      if let twice = written.first(where: { places[$0] != nil }), let first = places[twice] {
        report(
          .dayTwice, at: entry.key.place, ["name": HoursParser.days[twice]],
          related: [.init(.first, at: first)])
        isWhole = false
      }
      for day in written {
        places[day] = entry.key.place
        days[day] = spans ?? []
      }
      if spans == nil { isWhole = false }
    }
    return isWhole ? .weekly(WeeklyHours(days: days, zone: zone)) : nil
  }

  private mutating func spans(_ entry: Node.Entry) -> [WeeklyHours.Span]? {
    let example = "\(entry.key.value): \"09:00-12:00, 14:00-18:00\""
    let field = Field(
      name: entry.key.value, example: example, keyPlace: entry.key.place, node: entry.value)
    guard let words = words(field) else { return nil }
    if let spans = HoursParser.spans(of: words.value) { return spans }
    report(.badHours, at: words.place, ["found": words.value])
    return nil
  }

  private mutating func zone(_ field: Field) -> String? {
    guard let words = words(field) else { return nil }
    if HoursParser.isZone(words.value) { return words.value }
    report(.badZone, at: words.place, ["found": words.value])
    return nil
  }
}

extension String {
  /// Whether words for hours mean day and night, `24h/24`, where `24/7` would say it so that it can be computed.
  fileprivate var isAlwaysOpen: Bool {
    let plain = lowercased().filter { !$0.isWhitespace && $0 != "." }
    return [
      "24h/24", "24/24", "24h", "24h24", "h24", "24heures/24", "24hours", "24h/7", "24h/7j", "jouretnuit",
      "7j/7",
    ]
    .contains(plain) || plain.hasPrefix("24h/24") || plain.hasPrefix("24/24") || plain.hasPrefix("7j/7,24h")
  }
}
