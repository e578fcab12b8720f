extension CanonicalWriter {
  /// A salt: 32 lower-case hexadecimal digits in quotes.
  package mutating func salt(_ salt: Salt) { string(salt.hexadecimal) }
}

extension CanonicalReader {
  /// A salt.
  package mutating func salt() throws(ReadingFault) -> Salt {
    guard let salt = Salt(hexadecimal: try string()) else { throw .hexadecimal }
    return salt
  }
}
