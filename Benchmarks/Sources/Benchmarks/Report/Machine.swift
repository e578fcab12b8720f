import Foundation

/// What the figures were measured on.
enum Machine {
  static func line(swift: String) -> String {
    let cores = ProcessInfo.processInfo.processorCount
    let date = Date.now.formatted(.iso8601.year().month().day())
    return
      "Measured on \(date): \(model), \(cores) cores (one used), Linux, \(swift); load before the run \(load)."
  }

  private static var model: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let line = lines.first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
      ?? "unknown processor"
  }

  /// The load of the last minute: other work on the machine lowers all figures.
  private static var load: String {
    (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first.map(
      String.init)
      ?? "unknown"
  }
}
