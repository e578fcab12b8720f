extension Value {
  /// A date, time, date and time or duration from its ISO 8601 text (DMN 1.5, 10.3.2.3.4); nil for anything else.
  ///
  /// The inverse of `description` for these kinds of values.
  public init?(temporal text: String) {
    guard let value = TemporalParser.value(text) else { return nil }
    self = value
  }
}

extension Value {
  /// Times and moments without fractions of a second; anything else as it is.
  var toTheSecond: Value {
    switch self {
    case .time(let time):
      .time(ClockTime(nanoseconds: time.nanoseconds - Int64(time.nanosecond), zone: time.zone))
    case .dateTime(let moment):
      .dateTime(DateTime(seconds: moment.seconds, nanosecond: 0, zone: moment.zone, isLater: moment.isLater))
    default: self
    }
  }
}
