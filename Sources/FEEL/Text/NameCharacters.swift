/// Which characters make names (DMN 1.5, grammar rules 27 to 30).
extension Unicode.Scalar {
  var isNameStart: Bool {
    switch value {
    case 0x3F, 0x5F, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0: false
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      !isFEELSpace
    default: false
    }
  }

  var isNamePart: Bool {
    switch value {
    case 0x30...0x39, 0xB7, 0x0300...0x036F, 0x203F...0x2040: true
    default: isNameStart
    }
  }

  /// White space between tokens (DMN 1.5, grammar rules 61 and 62): what Unicode calls so, and three that have no width.
  package var isFEELSpace: Bool {
    switch value {
    case 0x180E, 0x200B, 0xFEFF: true
    default: properties.isWhitespace
    }
  }
}
