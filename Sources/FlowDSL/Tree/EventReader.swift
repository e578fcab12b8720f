import CYAML

/// libyaml's parser over the bytes of one file.
struct EventReader: ~Copyable {
  /// On the heap: libyaml keeps pointers into it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let offsets: CharacterOffsets

  /// Reads bytes that must outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    offsets = CharacterOffsets(bytes)
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or what libyaml could not read.
  func next() throws(Diagnostic) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  /// The stretch between two marks.
  func place(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Place {
    Place(file: file, start: position(start), end: position(end))
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    Position(line: mark.line + 1, column: mark.column + 1, offset: offsets.offset(ofCharacter: mark.index))
  }

  /// What libyaml reports, as a diagnostic that teaches.
  private var fault: Diagnostic {
    let message = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let here = place(parser.pointee.problem_mark, parser.pointee.problem_mark)
    let opening = place(parser.pointee.context_mark, parser.pointee.context_mark)
    let found = character(at: here.start.offset)
    let problem = SyntaxProblem(message)
    switch problem {
    case .directive, .tag, .anchor, .unknownEscape: break
    default:
      if let quote = UnclosedQuote.offset(in: bytes, upTo: here.start.offset) {
        return Diagnostic(
          .quoteNotClosed, at: place(ofCharacterAt: quote), related: stopped(at: here, after: quote))
      }
    }
    switch problem {
    case .colonInWords:
      if let taught = apostrophe(at: here) { return taught }
      if LineSlip.beginsWithKey(line(at: here), upTo: here.start.column - 1) { return indentation(at: here) }
      return Diagnostic(.colonInWords, at: here)
    case .wordsStartWithSign: return Diagnostic(.wordsStartWithSign, at: here, ["found": found])
    case .listNotClosed:
      return Diagnostic(.listNotClosed, at: opening, related: [.init(.stopped, at: here)])
    case .mapNotClosed:
      if let taught = apostrophe(at: here) { return taught }
      return Diagnostic(.mapNotClosed, at: opening, related: [.init(.stopped, at: here)])
    case .quoteNotClosed: return Diagnostic(.quoteNotClosed, at: opening)
    case .colonMissing: return Diagnostic(.colonMissing, at: opening)
    case .wrongIndentation: return apostrophe(at: here) ?? indentation(at: here)
    case .dashExpected:
      return apostrophe(at: here) ?? missingDash(at: here) ?? indentation(at: here)
    case .dashNotAllowed: return Diagnostic(.dashNotAllowed, at: here)
    case .unknownEscape:
      return Diagnostic(.unknownEscape, at: here, ["found": found + character(at: here.start.offset + 1)])
    case .directive: return Diagnostic(.directive, at: here, ["found": "%"])
    case .tag: return Diagnostic(.tag, at: opening, ["name": "!"])
    case .anchor: return Diagnostic(.anchor, at: opening, ["name": ""])
    case nil: return Diagnostic(.yamlNotUnderstood, at: here)
    }
  }

  /// A line that is not set in like its neighbours: of it and the line before, the one that is set in by an odd number.
  private func indentation(at here: Place) -> Diagnostic {
    let bounds = lineBounds(of: here.start.offset)
    let own = indent(bounds)
    guard bounds.lowerBound > 0 else { return Diagnostic(.wrongIndentation, at: here) }
    let before = lineBounds(of: bounds.lowerBound - 1)
    let other = indent(before)
    let isNear = abs(own - other) == 1
    guard isNear, own % 2 == 0, other % 2 == 1 else {
      return Diagnostic(
        .wrongIndentation, at: here, ["spaces": isNear && other % 2 == 0 ? String(other) : ""])
    }
    let start = before.lowerBound + other
    let position = Position(line: here.start.line - 1, column: other + 1, offset: start)
    return Diagnostic(
      .wrongIndentation, at: Place(file: file, start: position, end: position), ["spaces": String(own)])
  }

  private func indent(_ line: Range<Int>) -> Int { bytes[line].prefix { $0 == UInt8(ascii: " ") }.count }

  /// The one character at an offset.
  private func place(ofCharacterAt offset: Int) -> Place {
    let newline = UInt8(ascii: "\n")
    let line = 1 + bytes[..<offset].count { $0 == newline }
    let column = 1 + bytes[lineBounds(of: offset).lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
    return Place(
      file: file, start: Position(line: line, column: column, offset: offset),
      end: Position(line: line, column: column + 1, offset: offset + 1))
  }

  /// Where reading stopped, if that is on another line than the quote.
  private func stopped(at here: Place, after quote: Int) -> [Diagnostic.Related] {
    lineBounds(of: quote).contains(here.start.offset) ? [] : [.init(.stopped, at: here)]
  }

  /// Words in single quotes that end at an apostrophe, which libyaml can only report as something else.
  private func apostrophe(at here: Place) -> Diagnostic? {
    LineSlip.wordsBeforeApostrophe(line(at: here))
      .map { Diagnostic(.apostropheEndsQuote, at: here, ["found": $0]) }
  }

  /// A step without its hyphen, where libyaml asks for one.
  private func missingDash(at here: Place) -> Diagnostic? {
    LineSlip.kindWithoutDash(line(at: here)).map { Diagnostic(.dashMissing, at: here, ["kind": $0]) }
  }

  private func line(at place: Place) -> String {
    String(decoding: bytes[lineBounds(of: place.start.offset)], as: UTF8.self)
  }

  private func lineBounds(of offset: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let place = min(offset, bytes.count)
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: newline) ?? bytes.count
    return start..<end
  }

  /// The character at an offset; nothing at the end of the file.
  private func character(at offset: Int) -> String {
    guard offset < bytes.count else { return "" }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}
