import Testing

@testable import FlowDSL

/// What a diagnostic tells to write is written, in each example: the diagnostic is gone, and no other has come.
@Suite struct ApplyAdviceTests {
  private static let codes = DiagnosticCode.allCases.filter { $0.rawValue < "F8030" || $0.rawValue > "F8032" }

  @Test(arguments: codes)
  func whatIsWrittenAsToldIsAccepted(_ code: DiagnosticCode) throws {
    guard let wrong = try DiagnosticWords(language: "en").explanation(of: code).wrong else { return }
    let example = CheckExample(code.rawValue < "F3" ? Fragment.whole(wrong) : wrong)
    try follow(example.sources, code)
  }

  /// The inputs of the golden pages of YAML and syntax, as files of a folder.
  @Test(arguments: Golden.names(in: "Diagnostics"))
  func soOfEachGoldenPage(_ name: String) throws {
    let source = try Golden.source(name, in: "Diagnostics")
    try follow([source], nil)
  }

  /// That the advice of so many examples is followed at all.
  @Test func enoughIsFollowed() throws {
    let words = try DiagnosticWords(language: "en")
    let followed = Self.codes.filter { code in
      guard let wrong = words.explanation(of: code).wrong else { return false }
      let example = CheckExample(code.rawValue < "F3" ? Fragment.whole(wrong) : wrong)
      return FlowCompiler.check(example.sources).contains {
        $0.code == code && !Advice.texts(for: $0, in: example.sources).isEmpty
      }
    }
    #expect(followed.count >= 40, "\(followed.map(\.rawValue))")
  }

  private func follow(_ sources: [SourceText], _ code: DiagnosticCode?) throws {
    let before = FlowCompiler.check(sources)
    for diagnostic in before where code == nil || diagnostic.code == code {
      for text in Advice.texts(for: diagnostic, in: sources) {
        let after = FlowCompiler.check(sources.map { $0.path == text.path ? text : $0 })
        let new = after.filter { found in
          after.count { $0.code == found.code } > before.count { $0.code == found.code }
            && !before.contains { $0.code == found.code && $0.arguments == found.arguments }
            && !found.isOfSyntaxBehind(before)
        }
        let isGone = after.count { $0.code == diagnostic.code } < before.count { $0.code == diagnostic.code }
        #expect(
          isGone && new.isEmpty,
          "\(diagnostic.told) \(diagnostic.arguments): \(new.map { "\($0.told) \($0.arguments)" })\n\(text.text)"
        )
      }
    }
  }
}

extension Diagnostic {
  /// Whether it could not be seen before: a file that can now be read says what its names are worth.
  fileprivate func isOfSyntaxBehind(_ before: [Diagnostic]) -> Bool {
    code.rawValue >= "F3" && before.contains { $0.place.file == place.file && $0.code.rawValue < "F3" }
  }
}

/// Does what a diagnostic says.
enum Advice {
  /// The file as it is where the advice is followed, once for each thing that it says could be written.
  static func texts(for diagnostic: Diagnostic, in sources: [SourceText]) -> [SourceText] {
    guard let source = sources.first(where: { $0.path == diagnostic.place.file }) else { return [] }
    let place = diagnostic.place
    func put(_ text: String, at place: Place) -> SourceText {
      let bytes = Array(source.text.utf8)
      let new = bytes[..<place.start.offset] + Array(text.utf8) + bytes[place.end.offset...]
      return SourceText(path: source.path, text: String(decoding: new, as: UTF8.self))
    }
    func argument(_ name: String) -> String? {
      diagnostic.arguments[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    func scalar() -> Place? {
      TreeReader.read(source).root?.scalar(around: place)
    }
    switch diagnostic.code {
    case .valueWithoutQuotes, .booleanAsWord, .foreignSign, .foreignQuotes, .choiceOrdered, .spanMiswritten,
      .rangeReversed, .alwaysHolds, .writtenOtherwise:
      guard let scalar = scalar() else { return [] }
      return [argument("instead"), argument("as_no"), argument("as_yes")].compactMap(\.self)
        .map { put($0, at: scalar) }
    case .conditionUndecided:
      guard let scalar = scalar() else { return [] }
      return [argument("as_no"), argument("as_yes")].compactMap(\.self).map { put($0, at: scalar) }
    case .twoValues:
      guard let scalar = scalar() else { return [] }
      return [argument("instead"), argument("only")].compactMap(\.self).map { put($0, at: scalar) }
    case .misnamed: return argument("used").map { [put($0, at: place)] } ?? []
    case .quotesPrinted, .spaceMissing, .hoursInWords:
      return argument("instead").map { [put($0, at: place)] } ?? []
    case .oneLanguage:
      return argument("instead").map { [put($0.replacing("…", with: "…"), at: place)] } ?? []
    case .cutByHash:
      guard let instead = argument("instead") else { return [] }
      let line = source.text.utf8.dropFirst(place.end.offset).prefix { $0 != 0x0A }.count
      let end = Position(line: place.end.line, column: 0, offset: place.end.offset + line)
      return [put(instead, at: Place(file: place.file, start: place.start, end: end))]
    case .badName, .badFactName, .badDuration:
      return argument("suggestion").map { [put($0, at: place)] } ?? []
    case .alwaysInWords: return [put("24/7", at: place)]
    case .replyDoesNotFit, .valueDoesNotFit: return argument("example").map { [put($0, at: place)] } ?? []
    case .passedOverGoesOn: return argument("to").map { [put("[{else: \($0)}]", at: place)] } ?? []
    case .tableGap:
      guard let rows = argument("rows"), let last = TreeReader.read(source).root?.lastRow(in: place) else {
        return []
      }
      let output = source.text.utf8.dropFirst(last.cell.start.offset).prefix(
        last.cell.end.offset - last.cell.start.offset)
      let cell = String(decoding: output, as: UTF8.self)
      let margin = String(repeating: " ", count: last.row.start.column - 3)
      let lines = rows.replacing("] - [", with: "]\n- [").split(separator: "\n")
        .map { "\n" + margin + $0.replacing("…", with: cell) }
      let end = Place(file: place.file, start: last.row.end, end: last.row.end)
      return [put(lines.joined(), at: end)]
    case .unknownFileKind: return []
    default:
      guard let nearest = argument("nearest"), !nearest.contains(","), diagnostic.isOfOneWord else {
        return []
      }
      return [put(nearest, at: place)]
    }
  }
}

extension Diagnostic {
  /// Whether its place is just the word that is to be another.
  fileprivate var isOfOneWord: Bool {
    let name = arguments["name"] ?? arguments["found"] ?? arguments["key"] ?? ""
    return place.end.offset - place.start.offset == name.utf8.count
  }
}

extension Node {
  /// The smallest scalar that holds a place.
  fileprivate func scalar(around wanted: Place) -> Place? {
    guard place.start <= wanted.start, wanted.start < place.end || place.end == wanted.end else { return nil }
    switch form {
    case .scalar: return place
    case .sequence(let items): return items.lazy.compactMap { $0.scalar(around: wanted) }.first
    case .mapping(let entries): return entries.lazy.compactMap { $0.value.scalar(around: wanted) }.first
    }
  }

  /// The last row of the table at a place, and its last cell.
  fileprivate func lastRow(in wanted: Place) -> (row: Place, cell: Place)? {
    switch form {
    case .scalar: return nil
    case .sequence(let items):
      if place == wanted, let row = items.last, case .sequence(let cells) = row.form, let cell = cells.last {
        return (row.place, cell.place)
      }
      return items.lazy.compactMap { $0.lastRow(in: wanted) }.first
    case .mapping(let entries): return entries.lazy.compactMap { $0.value.lastRow(in: wanted) }.first
    }
  }
}
