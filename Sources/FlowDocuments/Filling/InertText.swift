import FlowDSL

/// What a person typed, made safe to print: it can neither turn the direction of the words around it nor move a cursor.
enum InertText {
  /// One line; what cannot be seen, or would reverse the words after it, is shown as `�`.
  static func of(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    // Marks of direction, signs without width, and tags, which hide words in words.
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2060...0x2064, 0xE0000...0xE007F: "\u{FFFD}"
    default: TextInspection.isHidden(scalar.value) ? "\u{FFFD}" : scalar
    }
  }
}
