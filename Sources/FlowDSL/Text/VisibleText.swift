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
    default: TextInspection.isHidden(scalar.value) ? "\u{FFFD}" : scalar
    }
  }
}
