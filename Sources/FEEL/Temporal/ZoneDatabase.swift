import Synchronization

/// The named zones that times may lie in.
///
/// FEEL reads no files: whoever runs it may hand it sources of zone files (`add`). Without any, only the names for UTC are
/// known, and a time in any other named zone is null with a warning.
public enum ZoneDatabase {
  /// Gives the bytes of a zone's TZif file; nil when there is no such zone.
  public typealias Source = @Sendable (_ name: String) -> [UInt8]?

  private struct State {
    var sources: [Source] = []
    var names = ["Etc/UTC", "UTC", "Etc/GMT", "GMT", "Etc/UCT", "Etc/Zulu"]
    var rules = [ZoneRules](repeating: ZoneRules(fixed: 0), count: 6)
    var places: [String: Int] = [:]
    var unknown: Set<String> = []
  }

  // INVARIANT: names and rules only grow, so that the index of a zone stays good.
  private static let state = Mutex(State())
  private static let zoneLimit = 2000

  /// Takes zones from one source more, asked after those before it; what is known already stays as it is.
  public static func add(_ source: @escaping Source) {
    state.withLock {
      $0.sources.append(source)
      $0.unknown = []
    }
  }

  /// The index of a zone; nil when nobody knows it.
  static func index(of name: String) -> Int? {
    guard isName(name) else { return nil }
    return state.withLock { state in
      if let place = state.places[name] ?? state.names.firstIndex(of: name) { return place }
      guard !state.unknown.contains(name), state.names.count < zoneLimit,
        let rules = state.sources.lazy.compactMap({ $0(name).flatMap { ZoneRules(tzif: $0) } }).first(where: {
          _ in true
        })
      else {
        if state.unknown.count < zoneLimit { state.unknown.insert(name) }
        return nil
      }
      state.names.append(name)
      state.rules.append(rules)
      state.places[name] = state.names.count - 1
      return state.names.count - 1
    }
  }

  /// The rules of a zone by its IANA name; nil when nobody knows it.
  public static func rules(of name: String) -> ZoneRules? { index(of: name).map(rules(at:)) }

  static func name(at index: Int) -> String { state.withLock { $0.names[index] } }

  static func rules(at index: Int) -> ZoneRules { state.withLock { $0.rules[index] } }

  /// Letters, digits and `_+-` in parts between slashes: nothing that could lead out of a folder of zones.
  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
              || "_+-".utf8.contains($0)
          }
      }
  }
}
