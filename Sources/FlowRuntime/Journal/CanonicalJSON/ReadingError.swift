/// Why bytes were refused as canonical JSON or as an entry, and where.
public struct ReadingError: Error, Sendable, Hashable {
  /// What the bytes are.
  public enum Part: Sendable, Hashable {
    /// In the body of an entry, or in a line of a trace.
    case body
    /// In the opening of the commitment with this place among the entry's, from 0.
    case opening(Int)
  }

  /// Where the bytes stand.
  public let part: Part
  /// Bytes before the place, in that part.
  public let offset: Int
  /// What is wrong there.
  public let fault: ReadingFault
}

/// What is wrong with bytes that should be canonical JSON (RFC 8785).
public enum ReadingFault: Error, Sendable, Hashable {
  /// The bytes end too early.
  case ends
  /// Something else stands here than this.
  case expected(String)
  /// A field that has no place in this object.
  case unknownField(String)
  case missingField(String)
  case duplicateField(String)
  /// Fields are not in the order of their UTF-16 code units.
  case fieldOrder(String)
  /// An event that this version does not know.
  case unknownEvent(String)
  /// A word that is none of those allowed here.
  case unknownWord(String)
  case tooDeep
  case tooLong
  case invalidUTF8
  /// A control character that is not escaped.
  case controlCharacter
  /// An escape that RFC 8785 does not write so.
  case escape
  /// A number that RFC 8785 does not write so, or out of range.
  case number
  /// A date, time or duration that does not exist or is written in another way.
  case temporal
  /// A hash or salt that is not lower-case hexadecimal digits of the right length.
  case hexadecimal
  /// Bytes after the end.
  case trailing
  /// A commitment for which no opening is kept beside the chain.
  case openingMissing
  /// An opening that does not belong to its commitment.
  case openingAltered
  /// An opening without a commitment.
  case openingUnused
}
