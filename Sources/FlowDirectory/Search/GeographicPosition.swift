#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A place on the globe, in degrees (WGS 84).
public struct GeographicPosition: Sendable, Hashable {
  /// From -90 to 90.
  public let latitude: Double
  /// From -180 to 180.
  public let longitude: Double

  /// The mean radius of the Earth in metres (R1 of the International Union of Geodesy and Geophysics).
  public static let earthRadius = 6_371_008.8

  /// A place; `nil` where there is none of these degrees.
  public init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Reads `48.85,2.35`, with a point in each number; `nil` where it is no place.
  public init?(_ text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(String(part.drop { $0 == " " }))
    }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// Metres along the great circle, by the haversine formula on a sphere: right to half a percent.
  public func distance(to other: GeographicPosition) -> Double {
    let radians = Double.pi / 180
    let rise = sin((other.latitude - latitude) * radians / 2)
    let turn = sin((other.longitude - longitude) * radians / 2)
    let chord = rise * rise + cos(latitude * radians) * cos(other.latitude * radians) * turn * turn
    return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
  }
}
