/// Writes the body of an entry, with commitments where values are personal.
struct BodyWriter<Salts: RandomNumberGenerator> {
  var json = CanonicalWriter()
  var openings: [Opening] = []
  var salts: Salts
  let privacy: Privacy
  /// Bytes in all openings.
  private var committed = 0

  init(salts: Salts, privacy: Privacy) {
    self.salts = salts
    self.privacy = privacy
  }

  /// Fields in sorted order: at, by, case, event, offset, previous, sequence. The offset is left out where it is that of UTC, and
  /// so in journals from before entries had one.
  mutating func body(of entry: Entry, case identifier: String, previous: Hash) throws(UnwritableValue) {
    json.beginObject()
    json.field("at")
    try json.instant(entry.at)
    json.field("by")
    person(entry.by)
    json.field("case", identifier)
    json.field("event")
    try event(entry.event)
    if entry.offset != .utc {
      json.field("offset")
      json.integer(entry.offset.minutes)
    }
    json.field("previous")
    json.hexadecimal(previous)
    json.field("sequence")
    json.integer(entry.sequence)
    json.endObject()
    guard json.deepest <= JournalLimits.depth else { throw .tooDeep }
    guard json.bytes.count <= JournalLimits.body else { throw .tooLong }
  }

  mutating func person(_ person: Person) {
    json.beginObject()
    json.field("identifier", person.identifier)
    json.field("role", person.role)
    json.endObject()
  }

  /// Writes a value as it is, or its commitment.
  mutating func value(
    personal: Bool, _ write: (inout CanonicalWriter) throws(UnwritableValue) -> Void
  ) throws(UnwritableValue) {
    guard personal else { return try write(&json) }
    var value = CanonicalWriter(level: json.level)
    try write(&value)
    guard value.deepest <= JournalLimits.depth else { throw .tooDeep }
    committed += value.bytes.count
    guard committed <= JournalLimits.body else { throw .tooLong }
    let opening = Opening.kept(salt: Salt(using: &salts), value: value.bytes)
    openings.append(opening)
    json.beginObject()
    json.field("commitment")
    json.hexadecimal(opening.commitment ?? .zero)
    json.endObject()
  }

  /// A field of free text, always a commitment; nothing when there is none.
  mutating func text(_ name: StaticString, _ text: String?) throws(UnwritableValue) {
    guard let text else { return }
    json.field(name)
    try value(personal: true) { (json) throws(UnwritableValue) in json.string(text) }
  }

  /// `"unknown"`, `"declined"` or `{"value":…}`; for a personal fact, a commitment to the whole of it.
  mutating func answer(_ answer: Answer, to fact: String) throws(UnwritableValue) {
    try value(personal: privacy.isPersonal(fact: fact)) { (json) throws(UnwritableValue) in
      switch answer {
      case .unknown: json.literal("\"unknown\"")
      case .declined: json.literal("\"declined\"")
      case .value(let value):
        json.beginObject()
        json.field("value")
        try json.value(value)
        json.endObject()
      }
    }
  }

  /// `[{"fact":…,"value":…}]`
  mutating func bindings(_ bindings: [Binding]) throws(UnwritableValue) {
    json.beginArray()
    for binding in bindings {
      json.item()
      json.beginObject()
      json.field("fact", binding.fact)
      json.field("value")
      try value(personal: privacy.isPersonal(fact: binding.fact)) { (json) throws(UnwritableValue) in
        try json.value(binding.value)
      }
      json.endObject()
    }
    json.endArray()
  }
}
