/// The direction in which a text is written.
enum TextDirection {
  /// A sign that is not seen and counts as a letter written from right to left (U+200F): what follows has that direction,
  /// also where it begins with a sign or a Latin word.
  static let rightToLeftMark = "\u{200F}"

  /// Whether the first letter of a text is written from right to left (Unicode Standard Annex 9, rules P2 and P3).
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      return switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
      default: false
      }
    }
    return false
  }
}
