/// When someone was at work: the day, and whether it was night, where they were.
///
/// A night counts with the day on which it began: a day goes from six in the morning to six in the morning. So three nights
/// in a row are three days, not four. Source: choice.
struct WorkingTime: Hashable {
  /// Days since 1970-01-01.
  let day: Int
  /// Between nine in the evening and six in the morning. Source: choice.
  let isNight: Bool

  /// The working time of an instant, `offset` seconds east of UTC.
  init(_ instant: Instant, offset: Int) {
    let hour = 3600
    let local = Int(instant.milliseconds.dividedFlooring(by: 1000)) + offset - 6 * hour
    day = local.dividedFlooring(by: 24 * hour)
    isNight = local - day * 24 * hour >= 15 * hour
  }
}

extension BinaryInteger {
  /// The quotient rounded down, before 1970 too.
  fileprivate func dividedFlooring(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
