#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The zone of the tests: central European time by its rule, so that no zone database is needed.
enum LocalZone {
  static let rule = "CET-1CEST,M3.5.0,M10.5.0/3"

  /// Sets it once for the process.
  static let isSet: Bool = {
    setenv("TZ", rule, 1)
    tzset()
    return true
  }()
}
