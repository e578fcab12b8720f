/// What a person typed, made safe to print: it can neither turn the direction of the words around it nor move a cursor.
enum InertText {
  /// One line; what cannot be seen, or would reverse the words after it, is shown as `�`.
  static func of(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
      0xFFFF:
      "\u{FFFD}"
    default: scalar
    }
  }
}
