import Foundation

/// What a process takes of memory.
enum Memory {
  /// The largest resident set of a process so far, in bytes; nil where the system does not tell.
  static func peak(of process: Int32) -> Double? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }.map {
      $0 * 1024
    }
  }

  /// The peak of this process itself.
  static var ownPeak: Double? { peak(of: ProcessInfo.processInfo.processIdentifier) }

  /// The peak of a process that replays a journal: this tool, called with `--replay`.
  static func peak(ofReplaying path: String, by tool: String) throws -> Double {
    let output = try Command(tool, "--replay", path).output()
    return Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .infinity
  }
}
