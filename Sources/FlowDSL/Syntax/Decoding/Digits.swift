extension StringProtocol {
  /// Whether it is one ASCII digit or more, and nothing else.
  var isDigits: Bool { !utf8.isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether it is ASCII letters and digits only.
  var isAlphanumeric: Bool {
    !utf8.isEmpty
      && utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}
