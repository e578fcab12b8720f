#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The environment variables that the tool looks at.
enum Environment {
  static let names = [
    "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "XDG_STATE_HOME", "HOME", "USER", "LOGNAME",
    "FLOWRUN_PROTOCOLS", "FLOWRUN_PERSON", "FLOWRUN_ROLE", "FLOWRUN_POSITION",
  ]

  /// Those that are set and not empty.
  static func current() -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name), value.pointee != 0 { values[name] = String(cString: value) }
    }
    return values
  }
}
