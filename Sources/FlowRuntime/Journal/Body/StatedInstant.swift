extension SealedEntry {
  /// When an entry was made, as its body says, without verifying or opening anything; nil where the body is none.
  package static func statedInstant(in body: [UInt8]) -> Instant? {
    var json = CanonicalReader(body)
    return try? {
      try json.beginObject()
      try json.field("at")
      return try json.instant()
    }()
  }
}
