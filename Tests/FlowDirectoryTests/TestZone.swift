import FEEL

/// Zones of the tests, built by hand, so that no zone database is needed.
enum TestZone {
  /// Central European time: 2026, summer from 29 March 01:00 UTC to 25 October 01:00 UTC.
  static let paris = "Test/Paris"
  /// South of the equator: summer over the new year.
  static let sydney = "Test/Sydney"

  /// Hands the zones to FEEL, once.
  static let isReady: Bool = {
    ZoneDatabase.add { name in
      switch name {
      case paris: file("CET-1CEST,M3.5.0,M10.5.0/3")
      case sydney: file("AEST-10AEDT,M10.1.0,M4.1.0/3")
      default: nil
      }
    }
    return true
  }()

  /// A TZif file of version 2 without transitions: its last line alone says when the clocks change (RFC 9636, 3.3).
  private static func file(_ rule: String) -> [UInt8] {
    func bytes(_ value: Int32) -> [UInt8] {
      (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> Int32($0 * 8)) }
    }
    var block = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, 0, 0, 1, 4] as [Int32] { block += bytes(count) }
    block += bytes(0) + [0, 0] + Array("ABC\0".utf8)
    return block + block + Array("\n\(rule)\n".utf8)
  }
}

/// Numbers made from a seed (SplitMix64), so that a failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
