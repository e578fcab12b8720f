extension Decoder {
  /// A vignette.
  mutating func vignette(_ field: Field) -> VignetteSyntax? {
    guard let fields = fields(field, Grammar.vignette) else { return nil }
    let title = fields["title"].flatMap { text($0) }
    let level: Located<VignetteSyntax.Level>? = fields["level"].flatMap { oneOf($0) }
    let trains = fields["trains"].flatMap { text($0) }
    let story = fields["story"].flatMap { text($0) }
    let says = fields["says"].map { labels($0) } ?? []
    let teaches = fields["teaches"].map { labels($0) } ?? []
    let reference = scenario(fields, name: "vignette", answers: "reference")
    guard let title, let level, let trains, let story, let reference else { return nil }
    return VignetteSyntax(
      title: title, level: level, trains: trains, story: story, says: says, teaches: teaches,
      reference: reference)
  }
}
