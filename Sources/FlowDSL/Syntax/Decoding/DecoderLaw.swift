import FEEL

extension Decoder {
  /// The articles that the protocols cite.
  mutating func lawTable(_ field: Field) -> LawSyntax? {
    guard let fields = fields(field, Grammar.lawTable) else { return nil }
    let name = fields["law"].flatMap { words($0) }.flatMap { self.name($0) }
    let example = "{says: {fr: Récépissé immédiat, en: Receipt at once}, text: https://…, read: no}"
    let articles =
      fields["articles"].map { map($0, value: example, mayBeEmpty: false).compactMap { article($0) } } ?? []
    return name.map { LawSyntax(file: source.path, name: $0, articles: articles) }
  }

  private mutating func article(_ entry: Field) -> ArticleSyntax? {
    guard let fields = fields(entry, Grammar.article) else { return nil }
    let says = fields["says"].flatMap { text($0) }
    let official = fields["text"].flatMap { words($0) }
    let read = fields["read"].flatMap { reading($0) }
    let until = fields["until"].flatMap { calendarDate($0) }
    guard let says, let official, let read else { return nil }
    return ArticleSyntax(citation: entry.key, says: says, text: official, read: read, until: until)
  }

  /// The day on which something was read; `nil` inside where nobody has: `no`.
  private mutating func reading(_ field: Field) -> CalendarDate?? {
    if case .scalar(let scalar) = field.node.form, scalar.text == "no" { return .some(nil) }
    return calendarDate(field)
  }

  private mutating func calendarDate(_ field: Field) -> CalendarDate? {
    guard let day = date(field) else { return nil }
    let numbers = day.value.split(separator: "-").compactMap { Int($0) }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
