extension Decoder {
  /// A map from name to need.
  mutating func needs(_ field: Field) -> [NeedSyntax] {
    let example = #"{title: {fr: Logement, en: Housing}, when: wants_shelter = true}"#
    return map(field, value: example, mayBeEmpty: false).compactMap { entry in
      let name = name(entry.key)
      guard let fields = fields(entry, Grammar.need) else { return nil }
      let title = fields["title"].flatMap { text($0) }
      let asked = fields["asked"].flatMap { expression($0) }
      let when = fields["when"].flatMap { expression($0) }
      let begun = fields["begun"].flatMap { expression($0) }
      let done = fields["done"].flatMap { expression($0) }
      let tasks = fields["tasks"].map { wordsList($0) } ?? []
      let partner = fields["partner"].flatMap { words($0) }
      guard let name, let title, let when, let done, let partner else { return nil }
      return NeedSyntax(
        name: name, title: title, asked: asked, when: when, begun: begun, done: done, tasks: tasks,
        partner: partner)
    }
  }
}
