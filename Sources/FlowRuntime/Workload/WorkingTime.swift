import FEEL

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
    let local = Int(instant.seconds) + offset - 6 * hour
    day = local.floorDivided(by: 24 * hour)
    isNight = local - day * 24 * hour >= 15 * hour
  }
}
