extension Wording {
  /// A share in whole percent, halves rounded up.
  func percent(_ part: Int, of whole: Int) -> String {
    self(.countsPercent, ["n": String((200 * part + whole) / (2 * whole))])
  }
}
