extension Value: CustomStringConvertible {
  /// The value as FEEL's `string` function writes it, with quotes around strings.
  ///
  /// Past a million bytes the rest is left out, and `…` stands for it.
  public var description: String {
    var text = ""
    if !write(to: &text) { text += "…" }
    return text
  }

  /// The value as `string` gives it: a string is itself, without quotes. Cut as `description` is.
  public var text: String {
    if case .string(let value) = self { return value }
    return description
  }

  /// The value as `string` gives it; nil when it is longer than a million bytes.
  var completeText: String? {
    if case .string(let value) = self { return value }
    var text = ""
    return write(to: &text) ? text : nil
  }

  /// Writes the value; false when it gets too long, as values that hold another many times over do.
  private func write(to text: inout String) -> Bool {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let value): text += value.description
    case .string(let value): text += "\"" + value.escapedForFEEL + "\""
    case .date(let value): text += value.description
    case .time(let value): text += value.description
    case .dateTime(let value): text += value.description
    case .daysDuration(let value): text += value.description
    case .yearsDuration(let value): text += value.description
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        guard item.write(to: &text) else { return false }
      }
      text += "]"
    case .context(let context):
      text += "{"
      for (index, entry) in context.entries.enumerated() {
        text += (index > 0 ? ", " : "") + entry.name.asContextKey + ": "
        guard entry.value.write(to: &text) else { return false }
      }
      text += "}"
    case .range(let range): text += range.description
    case .function(let function): text += "function(" + function.parameters.joined(separator: ", ") + ")"
    }
    return text.utf8.count <= 1_000_000
  }
}

extension Interval: CustomStringConvertible {
  /// `[1..5)`, `(>=3)`.
  public var description: String {
    switch (low, high) {
    case (.null, .null): "(null..null)"
    case _ where isEquality: "(=" + low.description + ")"
    case (.null, _): (includesHigh ? "(<=" : "(<") + high.description + ")"
    case (_, .null): (includesLow ? "(>=" : "(>") + low.description + ")"
    default:
      (includesLow ? "[" : "(") + low.description + ".." + high.description + (includesHigh ? "]" : ")")
    }
  }
}

extension String {
  /// As a key of a context: in quotes unless it is a name.
  fileprivate var asContextKey: String {
    if utf8.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x5F }), !isEmpty { return self }
    guard let tokens = try? Lexer.tokens(of: self).dropLast(), tokens.first?.kind == .word,
      tokens.allSatisfy({ $0.kind.isNamePart })
    else { return "\"" + escapedForFEEL + "\"" }
    return self
  }

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
