import FEEL
import FlowDSL

/// Whether a service answers at a moment.
///
/// Moments are seconds of UTC since 1970-01-01T00:00:00Z.
public enum Opening: Sendable, Hashable {
  /// It answers; until when, `nil` where it does not close within a week.
  case open(until: Int64?)
  /// It does not answer; when it opens, `nil` where it does not within a week.
  case closed(opens: Int64?)
  /// Its hours are not written, are written in words, or lie in a zone that this machine does not know.
  case unknown
}

extension Service {
  /// Whether it answers at a moment in seconds of UTC since 1970.
  ///
  /// - Parameter zones: the rules of a zone by its IANA name.
  public func opening(at moment: Int64, zones: (String) -> ZoneRules?) -> Opening {
    switch hours {
    case .always: return .open(until: nil)
    case .words, nil: return .unknown
    case .weekly(let week):
      guard let zone = zones(week.zone) else { return .unknown }
      let times = OpeningTimes(week, in: zone)
      let change = times.nextChange(after: moment)
      return times.isOpen(at: moment) ? .open(until: change) : .closed(opens: change)
    }
  }
}
