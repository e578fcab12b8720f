/// Text from a file, made safe to print: what cannot be seen, or would move the cursor, is shown as `�`.
struct VisibleText {
  /// One line.
  let text: String

  /// Text that may hold anything.
  init(_ text: some StringProtocol) {
    self.text = String(String.UnicodeScalarView(text.unicodeScalars.map(Self.visible)))
  }

  /// The text, cut with `…` where it has more characters than a limit.
  func shortened(to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(max(0, limit - 1)) + "…"
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: scalar
    }
  }
}
