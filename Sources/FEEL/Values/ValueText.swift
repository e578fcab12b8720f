extension Value: CustomStringConvertible {
  /// The value as FEEL's `string` function writes it, with quotes around strings.
  public var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .string(let value): "\"" + value.escapedForFEEL + "\""
    case .date(let value): value.description
    case .time(let value): value.description
    case .dateTime(let value): value.description
    case .daysDuration(let value): value.description
    case .yearsDuration(let value): value.description
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { $0.name + ": " + $0.value.description }.joined(separator: ", ") + "}"
    case .range(let range): range.description
    case .function(let function): "function(" + function.parameters.joined(separator: ", ") + ")"
    }
  }

  /// The value as `string` gives it: a string is itself, without quotes.
  public var text: String {
    if case .string(let value) = self { return value }
    return description
  }
}

extension Interval: CustomStringConvertible {
  public var description: String {
    switch (low, high) {
    case (.null, .null): "(null..null)"
    case (.null, _): (includesHigh ? "(<=" : "(<") + high.description + ")"
    case (_, .null): (includesLow ? "(>=" : "(>") + low.description + ")"
    default:
      (includesLow ? "[" : "(") + low.description + ".." + high.description + (includesHigh ? "]" : ")")
    }
  }
}

extension String {
  /// With `\` before quotes and backslashes, and escapes for line breaks and tabs.
  var escapedForFEEL: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
