import FEEL
import FlowDSL

/// A service with all that is weighed for or against it.
public struct ServiceCandidate: Sendable, Hashable {
  /// How what a service says of itself meets what is asked.
  public enum Match: Int, Sendable, Hashable, Comparable {
    /// It says so; or nothing was asked.
    case stated
    /// It does not say.
    case notStated
    /// It says something else.
    case other

    /// The better match first.
    public static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  /// The service.
  public let service: Service
  /// Whether it answers at the moment asked for; unknown too where no moment was.
  public let opening: Opening
  /// Metres from the position asked for; `nil` without one, or where the service has none.
  public let distance: Double?
  /// Whether it speaks the language asked for.
  public let speaks: Match
  /// Whether it is for whom is asked. Words are compared, so that it is never left out for this alone.
  public let audience: Match
  /// Whether it is a national line.
  public var isNational: Bool { service.area == "national" }
  /// Whether it may be called: open, or of hours that are not known.
  public var mayAnswer: Bool {
    if case .closed = opening { false } else { true }
  }

  /// Weighs a service.
  ///
  /// - Parameters:
  ///   - moment: in seconds of UTC since 1970; without it, hours are not looked at, and the opening is unknown.
  ///   - zones: the rules of a zone by its IANA name.
  init(
    _ service: Service, from position: GeographicPosition?, at moment: Int64?, language: String?,
    audience: String? = nil, zones: (String) -> ZoneRules?
  ) {
    self.service = service
    opening = moment.map { service.opening(at: $0, zones: zones) } ?? .unknown
    if let position, let latitude = service.latitude, let longitude = service.longitude {
      distance = GeographicPosition(latitude: latitude, longitude: longitude).map(position.distance(to:))
    } else {
      distance = nil
    }
    speaks = Self.speaks(service, language)
    self.audience = Self.isFor(service, audience)
  }

  /// `pt` is spoken where `pt-BR` is.
  private static func speaks(_ service: Service, _ language: String?) -> Match {
    guard let language else { return .stated }
    if service.languages.isEmpty { return .notStated }
    func root(_ code: String) -> String { String(code.lowercased().prefix { $0 != "-" }) }
    return service.languages.contains { root($0) == root(language) } ? .stated : .other
  }

  /// A service that says nothing is for everyone.
  private static func isFor(_ service: Service, _ audience: String?) -> Match {
    guard let audience, let words = service.audience else { return .stated }
    let wanted = Self.parts(audience)
    let isNamed = words.byLanguage.values.contains { text in
      let said = Self.parts(text)
      return wanted.allSatisfy { word in said.contains { $0.hasPrefix(word) } }
    }
    return isNamed ? .stated : .other
  }

  /// Words in lower case: whole ones are compared by how they begin, since men are not meant by "women".
  private static func parts(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether it is to be called rather than another: sure to be open, of the language, for the audience, near.
  func isBetter(than other: ServiceCandidate) -> Bool {
    if isOpen != other.isOpen { return isOpen }
    if speaks != other.speaks { return speaks < other.speaks }
    if audience != other.audience { return audience < other.audience }
    return (distance ?? .infinity) < (other.distance ?? .infinity)
  }

  private var isOpen: Bool {
    if case .open = opening { true } else { false }
  }
}
