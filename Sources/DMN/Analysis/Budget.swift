/// How much work an analysis may still do; counted, not timed, so that the same table always gives the same answer.
struct Budget {
  private var rest: Int

  init(_ steps: Int) {
    rest = steps
  }

  /// Takes steps off; throws when there are not enough left.
  mutating func spend(_ steps: Int) throws(TooLarge) {
    rest -= steps
    if rest < 0 { throw TooLarge() }
  }

  /// The table cannot be checked exactly with the work that was allowed.
  struct TooLarge: Error {}
}
