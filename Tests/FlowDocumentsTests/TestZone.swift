import FEEL
import Foundation

/// Zones from Debian's `tzdata`, which the set-up installs.
enum TestZone {
  /// The rules of a zone by its IANA name; FEEL is not told of it.
  @Sendable static func rules(_ name: String) -> ZoneRules? {
    (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))).flatMap {
      ZoneRules(tzif: [UInt8]($0))
    }
  }
}
