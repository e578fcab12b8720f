import FEEL

/// Reads the body of an entry, opening its commitments.
struct BodyReader {
  var json: CanonicalReader
  private let openings: [Opening]
  /// How many commitments have been met.
  private(set) var opened = 0
  private(set) var textErased = false
  private(set) var valueErased = false
  /// The opening that is being read.
  private var inside: Int?
  private var insideOffset = 0

  /// What a body says beside the entry itself.
  struct Body {
    var opened: OpenedEntry
    var identifier: String
    var previous: Hash
  }

  /// Reads a whole body.
  static func read(_ body: [UInt8], openings: [Opening]) throws(ReadingError) -> Body {
    var reader = BodyReader(json: CanonicalReader(body), openings: openings)
    do throws(ReadingFault) {
      return try reader.body()
    } catch {
      throw reader.located(error)
    }
  }

  private init(json: CanonicalReader, openings: [Opening]) {
    self.json = json
    self.openings = openings
  }

  private func located(_ fault: ReadingFault) -> ReadingError {
    switch fault {
    case .openingUnused: ReadingError(part: .opening(opened), offset: 0, fault: fault)
    case .openingMissing: ReadingError(part: .opening(opened - 1), offset: 0, fault: fault)
    default:
      if let inside {
        ReadingError(part: .opening(inside), offset: insideOffset, fault: fault)
      } else {
        ReadingError(part: .body, offset: json.offset, fault: fault)
      }
    }
  }

  private mutating func body() throws(ReadingFault) -> Body {
    guard json.bytes.count <= JournalLimits.body else { throw .tooLong }
    try json.beginObject()
    try json.field("at")
    let at = try json.instant()
    try json.field("by", after: "at")
    let by = try person()
    try json.field("case", after: "by")
    let identifier = try json.string()
    try json.field("event", after: "case")
    let (kind, event) = try event()
    let offset = try offset()
    try json.field("previous", after: offset == .utc ? "event" : "offset")
    let previous = try json.hash()
    try json.field("sequence", after: "previous")
    let sequence = try json.positive()
    try json.endObject(after: "sequence")
    try json.end()
    guard opened == openings.count else { throw .openingUnused }
    let opened: OpenedEntry
    if valueErased {
      opened = .erased(.init(sequence: sequence, at: at, by: by, kind: kind, step: event.step))
    } else {
      let entry = Entry(sequence: sequence, at: at, offset: offset, by: by, event: event)
      opened = textErased ? .redacted(entry) : .whole(entry)
    }
    return Body(opened: opened, identifier: identifier, previous: previous)
  }

  /// The place's offset from UTC, in minutes; that of UTC is not written.
  private mutating func offset() throws(ReadingFault) -> UTCOffset {
    guard try json.takesField("offset") else { return .utc }
    guard let offset = UTCOffset(minutes: try json.integer()), offset != .utc else { throw .temporal }
    return offset
  }

  mutating func person() throws(ReadingFault) -> Person {
    try json.beginObject()
    try json.field("identifier")
    let identifier = try json.string()
    try json.field("role", after: "identifier")
    let role = try json.string()
    try json.endObject(after: "role")
    return Person(identifier: identifier, role: role)
  }

  // MARK: Commitments

  /// Reads a value that stands as it is or as a commitment; nil when its opening is erased.
  private mutating func committed<Result>(
    _ read: (inout CanonicalReader) throws(ReadingFault) -> Result
  ) throws(ReadingFault) -> Result? {
    guard json.takes("{\"commitment\":") else { return try read(&json) }
    let commitment = try json.hash()
    try json.take(UInt8(ascii: "}"))
    json.endValue()
    guard inside == nil else { throw .unknownField("commitment") }
    opened += 1
    guard opened <= openings.count else { throw .openingMissing }
    let opening = openings[opened - 1]
    guard case .kept(_, let value) = opening else { return nil }
    inside = opened - 1
    insideOffset = 0
    guard opening.commitment == commitment else { throw .openingAltered }
    guard value.count <= JournalLimits.body else { throw .tooLong }
    var reader = CanonicalReader(value, depth: json.level)
    do throws(ReadingFault) {
      let result = try read(&reader)
      try reader.end()
      inside = nil
      return result
    } catch {
      insideOffset = reader.offset
      throw error
    }
  }

  /// Free text; `Erasure.mark` when it is erased.
  mutating func text() throws(ReadingFault) -> String {
    if let text = try committed({ (json) throws(ReadingFault) in try json.string() }) { return text }
    textErased = true
    return Erasure.mark
  }

  /// Free text if the field is there.
  mutating func text(_ name: StaticString) throws(ReadingFault) -> String? {
    guard try json.takesField(name) else { return nil }
    return try text()
  }

  /// `"unknown"`, `"declined"` or `{"value":…}`.
  mutating func answer() throws(ReadingFault) -> Answer {
    let answer = try committed { (json) throws(ReadingFault) -> Answer in
      if json.takes("\"unknown\"") { return .unknown }
      if json.takes("\"declined\"") { return .declined }
      try json.beginObject()
      try json.field("value")
      let value = try json.value()
      try json.endObject(after: "value")
      return .value(value)
    }
    return orErased(answer, .unknown)
  }

  /// A value of a fact.
  mutating func value() throws(ReadingFault) -> Value {
    let value = try committed { (json) throws(ReadingFault) in try json.value() }
    return orErased(value, .null)
  }

  /// Why something was recommended.
  mutating func grounds() throws(ReadingFault) -> Recommendation {
    let grounds = try committed { (json) throws(ReadingFault) in try json.grounds() }
    return orErased(grounds, Recommendation(values: []))
  }

  /// What was read; when it is erased, something to go on reading with: the entry is then given as `erased`.
  private mutating func orErased<Read>(_ read: Read?, _ standIn: Read) -> Read {
    if read == nil { valueErased = true }
    return read ?? standIn
  }

  /// `[{"fact":…,"value":…}]`
  mutating func bindings() throws(ReadingFault) -> [Binding] {
    var bindings: [Binding] = []
    try json.beginArray()
    while try json.item() {
      try json.beginObject()
      try json.field("fact")
      let fact = try json.string()
      try json.field("value", after: "fact")
      bindings.append(Binding(fact: fact, value: try value()))
      try json.endObject(after: "value")
    }
    return bindings
  }
}

extension CanonicalReader {
  /// The factors that counted, the row that decided, the score.
  fileprivate mutating func grounds() throws(ReadingFault) -> Recommendation {
    var grounds = Recommendation(values: [])
    try beginObject()
    try field("counted")
    try beginArray()
    while try item() {
      try beginObject()
      try field("asUnknown")
      let ground = try ground()
      try field("factor", after: ground.hasCause ? "cause" : "asUnknown")
      let factor = try string()
      try field("weight", after: "factor")
      grounds.counted.append(.init(factor: factor, weight: try number(), ground: ground))
      try endObject(after: "weight")
    }
    if try takesField("row") { grounds.row = try integer() }
    if try takesField("score") { grounds.score = try number() }
    try endObject(after: grounds.score != nil ? "score" : grounds.row != nil ? "row" : "counted")
    return grounds
  }

  /// Whether a factor counts by precaution, and why it is not known: entries of edition 1 do not say why.
  private mutating func ground() throws(ReadingFault) -> Recommendation.Ground {
    guard try boolean() else { return .stated }
    guard try takesField("cause") else { return .precaution(nil) }
    let word = try string()
    guard let absence = Absence(rawValue: word) else { throw .unknownWord(word) }
    return .precaution(absence)
  }
}

extension Recommendation.Ground {
  /// Whether it says why something is not known.
  fileprivate var hasCause: Bool {
    if case .precaution(_?) = self { true } else { false }
  }
}
