import FEEL

/// A JSON value (RFC 8259) to be written: what `--format json` gives.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  /// A number in plain digits, exactly: `0.33`.
  case decimal(Number)
  case string(String)
  case array([JSON])
  /// In the order given.
  case object([(String, JSON)])

  /// The text of the value, with a line for each member of the outermost levels.
  func text() -> String {
    var text = ""
    write(into: &text, level: 0)
    return text + "\n"
  }

  /// The value as it stands in an outermost array, without a line break after it.
  func element() -> String {
    var text = ""
    write(into: &text, level: 1)
    return text
  }

  /// The value in one line.
  var line: String {
    // Line breaks stand between members only: in strings they are escaped.
    text().split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  private func write(into text: inout String, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .decimal(let value): text += value.description
    case .string(let value): Self.write(value, into: &text)
    case .array(let items):
      Self.list(items, "[", "]", level, into: &text) { item, text in item.write(into: &text, level: level + 1)
      }
    case .object(let members):
      Self.list(members, "{", "}", level, into: &text) { member, text in
        Self.write(member.0, into: &text)
        text += ": "
        member.1.write(into: &text, level: level + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, _ level: Int, into text: inout String,
    write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += String(repeating: "  ", count: level + 1)
      write(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  private static func write(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      // RFC 8259 asks for the controls; the others would steer the terminal on which the JSON is looked at, or turn its words.
      case _ where scalar.isDeceptive:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON {
  /// A string, or null.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}
