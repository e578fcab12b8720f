/// Reads canonical JSON (RFC 8785) byte by byte, strictly: whatever the writer would not have written is refused.
///
/// The caller names the fields of an object in sorted order, as it does to the writer. What is accepted is therefore
/// exactly what writing the same values gives.
package struct CanonicalReader {
  package let bytes: [UInt8]
  package internal(set) var offset: Int
  private var needsComma = false
  private var depth: Int

  /// A reader at the start of bytes; `depth` counts the levels that stand around them.
  package init(_ bytes: [UInt8], depth: Int = 0) {
    self.bytes = bytes
    self.depth = depth
    offset = 0
  }

  /// The levels of objects and arrays around the place.
  package var level: Int { depth }

  /// The byte at the place; nil at the end.
  @inline(__always)
  package var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Demands that nothing is left.
  package func end() throws(ReadingFault) {
    guard offset == bytes.count else { throw .trailing }
  }

  // MARK: Structure

  /// `{`
  package mutating func beginObject() throws(ReadingFault) {
    try take(UInt8(ascii: "{"))
    try enter()
  }

  /// `}`; `after` is the last field that was read.
  package mutating func endObject(after: StaticString) throws(ReadingFault) {
    guard next == UInt8(ascii: "}") else { throw fieldFault(expected: nil, after: after) }
    offset += 1
    leave()
  }

  /// `[`
  package mutating func beginArray() throws(ReadingFault) {
    try take(UInt8(ascii: "["))
    try enter()
  }

  /// Whether another item follows; otherwise the array has ended.
  package mutating func item() throws(ReadingFault) -> Bool {
    guard let byte = next else { throw .ends }
    if byte == UInt8(ascii: "]") {
      offset += 1
      leave()
      return false
    }
    if needsComma { try take(UInt8(ascii: ",")) }
    needsComma = true
    return true
  }

  /// The name of the next field; nil when the object has ended. Names must come in order.
  package mutating func name(after last: String?) throws(ReadingFault) -> String? {
    guard let byte = next else { throw .ends }
    if byte == UInt8(ascii: "}") {
      offset += 1
      leave()
      return nil
    }
    if needsComma { try take(UInt8(ascii: ",")) }
    let name = try string()
    try take(UInt8(ascii: ":"))
    needsComma = true
    if let last, !last.utf16.lexicographicallyPrecedes(name.utf16) {
      throw last == name ? .duplicateField(name) : .fieldOrder(name)
    }
    return name
  }

  /// Passes over the field `name`, which must come next; `after` is the field before it.
  @inline(__always)
  package mutating func field(_ name: StaticString, after: StaticString = "") throws(ReadingFault) {
    guard try takesField(name) else { throw fieldFault(expected: name, after: after) }
  }

  /// Passes over the field `name` if it comes next.
  @inline(__always)
  package mutating func takesField(_ name: StaticString) throws(ReadingFault) -> Bool {
    let start = needsComma ? offset + 1 : offset
    guard matches(name, at: start + 1), bytes[start] == UInt8(ascii: "\""),
      !needsComma || bytes[offset] == UInt8(ascii: ",")
    else { return false }
    let end = start + 1 + name.utf8CodeUnitCount
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\""), bytes[end + 1] == UInt8(ascii: ":") else {
      return false
    }
    offset = end + 2
    needsComma = true
    return true
  }

  /// Passes over `text` if it comes next.
  @inline(__always)
  package mutating func takes(_ text: StaticString) -> Bool {
    guard matches(text, at: offset) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  /// Whether `text` stands at a place.
  @inline(__always)
  private func matches(_ text: StaticString, at place: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place >= 0, place + count <= bytes.count else { return false }
    let start = text.utf8Start
    for index in 0..<count where bytes[place + index] != start[index] { return false }
    return true
  }

  /// Why the field that was expected (nil: the end of the object) is not there.
  private func fieldFault(expected: StaticString?, after: StaticString) -> ReadingFault {
    var reader = self
    guard let byte = reader.next else { return .ends }
    if byte == UInt8(ascii: "}"), let expected { return .missingField(expected.description) }
    do throws(ReadingFault) {
      if reader.needsComma { try reader.take(UInt8(ascii: ",")) }
      let found = try reader.string()
      if found == after.description { return .duplicateField(found) }
      if found.utf16.lexicographicallyPrecedes(after.description.utf16) { return .fieldOrder(found) }
      guard let expected else { return .unknownField(found) }
      return found.utf16.lexicographicallyPrecedes(expected.description.utf16)
        ? .unknownField(found) : .missingField(expected.description)
    } catch {
      return error
    }
  }

  private mutating func enter() throws(ReadingFault) {
    depth += 1
    needsComma = false
    guard depth <= JournalLimits.depth else { throw .tooDeep }
  }

  private mutating func leave() {
    depth -= 1
    needsComma = true
  }

  // MARK: Scalars

  /// Says that a value was passed over other than by reading it.
  package mutating func endValue() { needsComma = true }

  /// Passes over one byte, which must come next.
  @inline(__always)
  package mutating func take(_ byte: UInt8) throws(ReadingFault) {
    guard let found = next else { throw .ends }
    guard found == byte else { throw .expected(String(UnicodeScalar(byte))) }
    offset += 1
  }

  /// `true` or `false`.
  package mutating func boolean() throws(ReadingFault) -> Bool {
    if takes("true") { return true }
    guard takes("false") else { throw next == nil ? .ends : .expected("true, false") }
    return false
  }

  /// A whole number of at most ±(2^53 − 1), as ECMAScript writes it.
  package mutating func integer() throws(ReadingFault) -> Int {
    let negative = takes("-")
    let start = offset
    var value = 0
    while let byte = next, 0x30...0x39 ~= byte {
      guard offset - start < 16 else { throw .number }
      value = value * 10 + Int(byte) - 0x30
      offset += 1
    }
    let digits = offset - start
    guard digits > 0 else { throw next == nil ? .ends : .number }
    guard digits == 1 || bytes[start] != UInt8(ascii: "0"), !(negative && value == 0),
      value <= CanonicalReader.largestInteger
    else { throw .number }
    if let byte = next, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") { throw .number }
    return negative ? -value : value
  }

  /// 2^53 − 1: the largest whole number that a binary double holds together with its neighbours (RFC 7493, 2.2).
  package static let largestInteger = 9_007_199_254_740_991

  /// A whole number from 1.
  package mutating func positive() throws(ReadingFault) -> Int {
    let value = try integer()
    guard value > 0 else { throw .number }
    return value
  }

  /// A hash: 64 lower-case hexadecimal digits in quotes.
  package mutating func hash() throws(ReadingFault) -> Hash {
    try take(UInt8(ascii: "\""))
    guard offset + 64 < bytes.count else { throw .ends }
    var words = SIMD4<UInt64>()
    guard Hexadecimal.read(bytes, at: offset, into: &words) else { throw .hexadecimal }
    offset += 64
    guard bytes[offset] == UInt8(ascii: "\"") else { throw .hexadecimal }
    offset += 1
    return Hash(words: words)
  }
}
