/// Reads the XML that DMN files are written in: elements, attributes, namespaces, characters.
///
/// Strict and small on purpose: UTF-8 only, no document type declaration, so no entities but XML's five and characters by
/// number, and no file or address is ever opened. It spares start-up the whole of Foundation's XML library.
struct MarkupParser {
  private let bytes: [UInt8]
  private let lines: LineStarts
  private var position = 0
  private var open: [Open] = []
  private var root: MarkupElement?
  private var elementCount = 0

  private struct Open {
    var element: MarkupElement
    let writtenName: String
    var text: [UInt8] = []
  }

  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  private init(_ bytes: [UInt8], file: String?) {
    self.bytes = bytes
    lines = LineStarts(bytes, file: file)
  }

  /// The outermost element of a file, of which places name the file.
  static func element(_ bytes: [UInt8], file: String? = nil) throws(MarkupFault) -> MarkupElement {
    let start = TextPlace(file: file, line: 1, column: 1)
    guard bytes.count <= MarkupLimits.size else {
      throw MarkupFault(kind: .tooLarge(limit: MarkupLimits.size), place: start)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw MarkupFault(kind: .notUTF8, place: start)
    }
    var parser = MarkupParser(bytes, file: file)
    return try parser.document()
  }

  private mutating func document() throws(MarkupFault) -> MarkupElement {
    if starts(with: "\u{FEFF}") { position += 3 }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") {
        try markup()
      } else if bytes[position] == UInt8(ascii: "&") {
        let start = position
        let content = try reference()
        guard !open.isEmpty else { throw fault(.outsideRoot) }
        append(content[...], from: start)
      } else {
        try characters()
      }
    }
    if let last = open.last {
      throw MarkupFault(kind: .notClosed(last.writtenName), place: last.element.place)
    }
    guard let root else { throw fault(.expected(.element)) }
    return root
  }

  private mutating func characters() throws(MarkupFault) {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<"), bytes[position] != UInt8(ascii: "&") {
      guard bytes[position] >= 0x20 || bytes[position].isSpace else { throw fault(.invalidCharacter) }
      position += 1
    }
    let text = bytes[start..<position]
    guard !open.isEmpty else {
      if let place = text.firstIndex(where: { !$0.isSpace }) {
        position = place
        throw fault(.outsideRoot)
      }
      return
    }
    append(withLineFeeds(text), from: start)
  }

  /// Adds to the text of the open element, and notes where the text begins.
  private mutating func append(_ text: ArraySlice<UInt8>, from start: Int) {
    if open[open.count - 1].text.isEmpty { open[open.count - 1].element.textPlace = place(of: start) }
    open[open.count - 1].text += text
  }

  /// Characters of the file with each line end as one LF (XML 1.0, 2.11): CR LF and CR alone are others.
  private func withLineFeeds(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(0x0D) else { return text }
    var result: [UInt8] = []
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0D { result.append(0x0A) } else if byte != 0x0A || last != 0x0D { result.append(byte) }
      last = byte
    }
    return result[...]
  }

  private mutating func markup() throws(MarkupFault) {
    if starts(with: "<!--") {
      try skip(past: "-->", after: 4)
    } else if starts(with: "<![CDATA[") {
      guard !open.isEmpty else { throw fault(.outsideRoot) }
      let start = position + 9
      try skip(past: "]]>", after: 9)
      append(withLineFeeds(bytes[start..<position - 3]), from: start - 9)
    } else if starts(with: "<!") {
      throw fault(starts(with: "<!DOCTYPE") ? .doctype : .expected(.element))
    } else if starts(with: "<?") {
      try skip(past: "?>", after: 2)
    } else if starts(with: "</") {
      try endTag()
    } else {
      try startTag()
    }
  }

  private mutating func endTag() throws(MarkupFault) {
    guard var last = open.popLast() else { throw fault(.outsideRoot) }
    position += 2
    let start = position
    let name = try name()
    guard name == last.writtenName else {
      position = start
      throw fault(.wrongEndTag(expected: last.writtenName, found: name))
    }
    skipSpace()
    try take(">")
    last.element.text = String(decoding: last.text, as: UTF8.self)
    close(last.element)
  }

  private mutating func close(_ element: MarkupElement) {
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].element.children.append(element)
    }
  }

  private mutating func startTag() throws(MarkupFault) {
    let place = place(of: position)
    guard root == nil else { throw fault(.outsideRoot) }
    guard open.count < MarkupLimits.depth else { throw fault(.tooDeep(limit: MarkupLimits.depth)) }
    elementCount += 1
    guard elementCount <= MarkupLimits.elements else {
      throw fault(.tooManyElements(limit: MarkupLimits.elements))
    }
    position += 1
    let writtenName = try name()
    let written = try attributes()
    var prefixes = open.last?.element.prefixes ?? ["xml": MarkupParser.xmlNamespace]
    for (name, value) in written {
      if name == "xmlns" {
        prefixes[""] = value
      } else if name.hasPrefix("xmlns:") {
        prefixes[String(name.dropFirst(6))] = value
      }
    }
    var attributes: [MarkupElement.Attribute] = []
    for (written, value) in written where written != "xmlns" && !written.hasPrefix("xmlns:") {
      let (namespace, name) = try resolve(written, prefixes, isAttribute: true, place)
      guard !attributes.contains(where: { $0.name == name && $0.namespace == namespace }) else {
        throw MarkupFault(kind: .duplicateAttribute(written), place: place)
      }
      attributes.append(.init(namespace: namespace, name: name, value: value))
    }
    let (namespace, name) = try resolve(writtenName, prefixes, isAttribute: false, place)
    let element = MarkupElement(
      namespace: namespace, name: name, attributes: attributes, place: place, prefixes: prefixes)
    if starts(with: "/>") {
      position += 2
      close(element)
    } else {
      try take(">")
      open.append(Open(element: element, writtenName: writtenName))
    }
  }

  private func resolve(
    _ written: String, _ prefixes: [String: String], isAttribute: Bool, _ place: TextPlace
  ) throws(MarkupFault) -> (namespace: String, name: String) {
    guard let colon = written.firstIndex(of: ":") else {
      return (isAttribute ? "" : prefixes[""] ?? "", written)
    }
    let prefix = String(written[..<colon])
    guard let namespace = prefixes[prefix] else {
      throw MarkupFault(kind: .unknownPrefix(prefix), place: place)
    }
    return (namespace, String(written[written.index(after: colon)...]))
  }

  private mutating func attributes() throws(MarkupFault) -> [(String, String)] {
    var attributes: [(String, String)] = []
    while true {
      let before = position
      skipSpace()
      guard position < bytes.count else { throw fault(.expected(.sign(">"))) }
      if bytes[position] == UInt8(ascii: ">") || bytes[position] == UInt8(ascii: "/") { return attributes }
      guard position > before else { throw fault(.expected(.sign(">"))) }
      guard attributes.count < MarkupLimits.attributes else {
        throw fault(.tooManyAttributes(limit: MarkupLimits.attributes))
      }
      let start = position
      let name = try name()
      guard !attributes.contains(where: { $0.0 == name }) else {
        position = start
        throw fault(.duplicateAttribute(name))
      }
      skipSpace()
      try take("=")
      skipSpace()
      attributes.append((name, try quoted()))
    }
  }

  private mutating func quoted() throws(MarkupFault) -> String {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { throw fault(.expected(.valueInQuotes)) }
    let quote = bytes[position]
    position += 1
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      switch bytes[position] {
      case UInt8(ascii: "<"): throw fault(.expected(.sign("&lt;")))
      case UInt8(ascii: "&"): content += try reference()
      case 0x09, 0x0A, 0x0D:
        // White space in attributes is read as spaces (XML 1.0, 3.3.3), a line end of two characters as one.
        content.append(0x20)
        position += starts(with: "\r\n") ? 2 : 1
      case 0..<0x20: throw fault(.invalidCharacter)
      default:
        content.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else { throw fault(.expected(.closingQuote)) }
    position += 1
    return String(decoding: content, as: UTF8.self)
  }

  /// `&lt;`, `&#233;`, `&#xE9;`
  private mutating func reference() throws(MarkupFault) -> [UInt8] {
    let limit = min(bytes.count, position + 32)
    guard let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw fault(.expected(.sign("&amp;")))
    }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    let text: String
    switch name {
    case "lt": text = "<"
    case "gt": text = ">"
    case "amp": text = "&"
    case "apos": text = "'"
    case "quot": text = "\""
    default:
      guard name.hasPrefix("#") else { throw fault(.unknownEntity(name)) }
      let isHexadecimal = name.hasPrefix("#x")
      guard let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
        value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value), let scalar = Unicode.Scalar(value)
      else { throw fault(.invalidCharacter) }
      text = String(Character(scalar))
    }
    position = end + 1
    return Array(text.utf8)
  }

  // MARK: Pieces

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func take(_ text: String) throws(MarkupFault) {
    guard starts(with: text) else { throw fault(.expected(.sign(text))) }
    position += text.utf8.count
  }

  private mutating func skip(past end: String, after length: Int) throws(MarkupFault) {
    let start = position
    position += length
    let end = Array(end.utf8)
    while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
    guard position < bytes.count else {
      position = start
      throw fault(.expected(.sign(String(decoding: end, as: UTF8.self))))
    }
    position += end.count
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }

  private mutating func name() throws(MarkupFault) -> String {
    let start = position
    while position < bytes.count, bytes[position].isNamePart { position += 1 }
    guard position > start, !bytes[start].isDigitOrDash else {
      position = start
      throw fault(.expected(.name))
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func fault(_ kind: MarkupFault.Kind) -> MarkupFault {
    MarkupFault(kind: kind, place: place(of: position))
  }

  private func place(of position: Int) -> TextPlace {
    lines.place(of: min(position, bytes.count))
  }
}

/// Where the lines of a text begin.
struct LineStarts {
  private let starts: [Int]
  private let file: String?

  init(_ bytes: [UInt8], file: String?) {
    self.file = file
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The line and column of a byte.
  func place(of position: Int) -> TextPlace {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return TextPlace(file: file, line: low + 1, column: position - starts[low] + 1)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var isDigitOrDash: Bool { 0x30...0x39 ~= self || self == 0x2D || self == 0x2E }

  /// Letters, digits, `-`, `.`, `_`, `:` and everything past ASCII.
  fileprivate var isNamePart: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x3A, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }
}
