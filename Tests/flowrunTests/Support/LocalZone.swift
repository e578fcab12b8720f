import FlowRuntime
import Glibc

/// Zones of the tests. The tool is run in central European time; in this process the machine's zone stays as it is, since a
/// changed environment would be read by other tests at the same time.
enum LocalZone {
  /// Central European time by its rule, so that no zone database is needed.
  static let rule = "CET-1CEST,M3.5.0,M10.5.0/3"

  /// 24 November 2026, 03:05, wherever the machine stands.
  static let night: Instant = {
    var parts = tm()
    parts.tm_year = 126
    parts.tm_mon = 10
    parts.tm_mday = 24
    parts.tm_hour = 3
    parts.tm_min = 5
    parts.tm_isdst = -1
    return Instant(milliseconds: Int64(mktime(&parts)) * 1000)
  }()
}
