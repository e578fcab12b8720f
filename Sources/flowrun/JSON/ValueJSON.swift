import FEEL
import FlowRuntime

extension JSON {
  /// A value: truth, numbers, text, lists and records as JSON has them, numbers with all their digits; all else as FEEL
  /// writes it.
  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .bool(value)
    case .number(let number): self = .decimal(number)
    case .list(let items): self = .array(items.map { JSON($0) })
    case .context(let context): self = .object(context.entries.map { ($0.name, JSON($0.value)) })
    default: self = .string(value.text)
    }
  }

  /// An instant in UTC: `2026-11-24T03:05:00.000Z`.
  init(_ instant: Instant) { self = .string(instant.utc) }
}

extension Instant {
  /// As RFC 3339 writes it, in UTC.
  var utc: String {
    let days = seconds.floorDivided(by: 86_400)
    let rest = Int(seconds - days * 86_400)
    guard let date = CalendarDate(daysSinceEpoch: Int(days)) else { return String(milliseconds) }
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    return date.description + "T" + time + "." + Self.padded(Int(milliseconds &- seconds &* 1000), 3) + "Z"
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }
}
