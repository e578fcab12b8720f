/// Short names of cases: easy to read aloud, and they say nothing about anyone.
enum CaseIdentifier {
  /// Letters and digits that are not mistaken for one another (Crockford's base 32).
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Eight characters in two groups, `7K3M-2QXD`: 40 random bits.
  static func random(using generator: inout some RandomNumberGenerator) -> String {
    var bits = generator.next() as UInt64
    var name = ""
    for place in 0..<8 {
      if place == 4 { name.append("-") }
      name.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return name
  }
}
