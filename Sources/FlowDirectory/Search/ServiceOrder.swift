import FEEL
import FlowDSL

/// In which order services are handed over, seen from a place at a moment: none is left out, unlike by a search.
public struct ServiceOrder: Sendable {
  /// From where; without it, services stay in the order in which they are listed.
  public let position: GeographicPosition?
  /// When, in seconds of UTC since 1970.
  public let moment: Int64
  /// The language that the person speaks (BCP 47); without it, languages do not count.
  public let language: String?
  private let zones: @Sendable (String) -> ZoneRules?

  /// An order.
  ///
  /// - Parameter zones: the rules of a zone by its IANA name, for services that are not open day and night.
  public init(
    position: GeographicPosition? = nil, moment: Int64, language: String? = nil,
    zones: @escaping @Sendable (String) -> ZoneRules?
  ) {
    self.position = position
    self.moment = moment
    self.language = language
    self.zones = zones
  }

  /// The services, weighed. From a position, those of an area come first, the best of them before the others: open, of the
  /// language, near. National lines follow as they are listed. Without a position hours move nothing, and are not looked at.
  public func candidates(_ services: [Service]) -> [ServiceCandidate] {
    let candidates = services.map { service in
      ServiceCandidate(
        service, from: position, at: position == nil ? nil : moment, language: language, zones: zones)
    }
    guard position != nil else { return candidates }
    return candidates.filter { !$0.isNational }.bestFirst + candidates.filter(\.isNational)
  }
}
