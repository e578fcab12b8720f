/// Writes XML elements, indented.
struct MarkupWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var level = 0

  typealias Attributes = KeyValuePairs<String, String?>

  /// An element with others inside; attributes without a value are left out.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes, end: ">\n")
    level += 1
    content(&self)
    level -= 1
    text += indent + "</\(name)>\n"
  }

  /// An element with nothing inside.
  mutating func element(_ name: String, _ attributes: Attributes) {
    open(name, attributes, end: "/>\n")
  }

  /// An element with characters inside.
  mutating func element(_ name: String, text content: String) {
    text += indent + "<\(name)>" + content.escapedForMarkup + "</\(name)>\n"
  }

  /// An element that holds a text of FEEL.
  mutating func expression(_ name: String, _ feel: String, _ attributes: Attributes = [:]) {
    element(name, attributes) { $0.element("text", text: feel) }
  }

  private mutating func open(_ name: String, _ attributes: Attributes, end: String) {
    text += indent + "<" + name
    for case (let name, let value?) in attributes { text += " \(name)=\"\(value.escapedForMarkup)\"" }
    text += end
  }

  private var indent: String { String(repeating: "  ", count: level) }
}

extension String {
  /// With references for what XML would read otherwise; characters that XML cannot hold are left out.
  fileprivate var escapedForMarkup: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\r", "\t": text += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
