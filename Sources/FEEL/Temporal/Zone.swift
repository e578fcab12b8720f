/// What a time says about its place: nothing, an offset from UTC, or a named zone.
///
/// Kept as one number, so that values stay small.
public struct Zone: Sendable, Hashable {
  // INVARIANT: `Int32.min` means none; -64,800...64,800 an offset in seconds; 1,000,000 + n the named zone n.
  private let code: Int32

  /// No zone: local time.
  public static let none = Zone(code: .min)
  /// UTC, written `Z`.
  public static let utc = Zone(code: 0)

  private init(code: Int32) {
    self.code = code
  }

  /// An offset from UTC; nil past 18 hours.
  public init?(offset seconds: Int) {
    guard -64_800...64_800 ~= seconds else { return nil }
    code = Int32(seconds)
  }

  /// A zone by its IANA name; nil when it is not known.
  public init?(name: String) {
    guard let index = ZoneDatabase.index(of: name) else { return nil }
    code = 1_000_000 + Int32(index)
  }

  /// Whether there is a zone at all.
  public var isPresent: Bool { self != .none }

  /// The IANA name, when the zone was given by name.
  public var name: String? { code >= 1_000_000 ? ZoneDatabase.name(at: Int(code) - 1_000_000) : nil }

  /// Seconds east of UTC; nil without a zone. Of a named zone that changes its offset, the offset on 1 January 1970: a time
  /// of day alone does not say more.
  public var offset: Int? { offset(atLocal: 0) }

  /// Seconds east of UTC at a local time in seconds since 1970; nil without a zone.
  public func offset(atLocal seconds: Int64) -> Int? {
    if code == .min { return nil }
    return code >= 1_000_000
      ? ZoneDatabase.rules(at: Int(code) - 1_000_000).offset(atLocal: seconds) : Int(code)
  }

  /// Seconds east of UTC at the later of the two moments that a local time has when clocks are put back; nil where it has
  /// one.
  func laterOffset(atLocal seconds: Int64) -> Int? {
    guard code >= 1_000_000 else { return nil }
    return ZoneDatabase.rules(at: Int(code) - 1_000_000).laterOffset(atLocal: seconds)
  }

  /// Seconds east of UTC at a moment in seconds of UTC since 1970; nil without a zone.
  public func offset(at instant: Int64) -> Int? {
    if code == .min { return nil }
    return code >= 1_000_000
      ? ZoneDatabase.rules(at: Int(code) - 1_000_000).offset(at: instant) : Int(code)
  }

  /// As ISO 8601 writes it (`Z`, `+02:00`), or `@` and the name.
  public var text: String {
    if let name { return "@" + name }
    guard let offset else { return "" }
    if offset == 0 { return "Z" }
    let size = abs(offset)
    let seconds = size % 60
    return (offset < 0 ? "-" : "+") + (size / 3600).padded(2) + ":" + (size / 60 % 60).padded(2)
      + (seconds == 0 ? "" : ":" + seconds.padded(2))
  }
}
