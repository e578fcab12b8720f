import FlowDSL
import FlowDirectory
import FlowRuntime
import Testing

@testable import flowrun

/// Services on pages in the order to call them from a position; what is shown changes nothing of what is kept.
@Suite struct NearWalkTests {
  private static let place = GeographicPosition(latitude: 47.5, longitude: 2.5)

  /// Language, agreement, told, and that the person has the number.
  private static func walked(_ read: String, at position: GeographicPosition?, language: Language) throws
    -> TestCase
  {
    let done = language == .french ? "la personne a" : "the person has"
    let test = try TestCase(
      "near", language: language, lines: [read, "1", "1", done], folder: TestFlows.folder + "/places",
      position: position)
    #expect(try test.walk.run() == .finished)
    return test
  }

  /// The numbers of a page, from its top.
  private static func numbers(_ page: String) -> [String] {
    page.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /00 0[0-9]/).map { String($0.output) }
    }
  }

  /// It is 03:05 on a Tuesday: the near service is closed.
  @Test(
    "Open, of the person's language, near; national lines last",
    arguments: [
      ("unknown", ["00 03", "00 01", "00 04", "00 02", "00 00"]),
      ("ar", ["00 04", "00 03", "00 01", "00 02", "00 00"]),
      ("other", ["00 03", "00 01", "00 04", "00 02", "00 00"]),
    ])
  func order(_ read: String, _ expected: [String]) throws {
    let read = read == "unknown" ? "u" : read
    let test = try Self.walked(read, at: Self.place, language: .english)
    let listed = test.console.pages.map(Self.numbers).filter { $0.count > 1 }
    #expect(listed == [expected, expected])
  }

  @Test("Without a position, the order of the directory")
  func withoutPosition() throws {
    let test = try Self.walked("ar", at: nil, language: .english)
    let listed = test.console.pages.map(Self.numbers).filter { $0.count > 1 }
    #expect(listed == Array(repeating: ["00 00", "00 01", "00 02", "00 03", "00 04"], count: 2))
  }

  @Test("How it looks", arguments: Language.allCases)
  func pages(language: Language) throws {
    let test = try Self.walked("ar", at: Self.place, language: language)
    try Golden.expect(test.console.transcript, "near-walk.\(language.rawValue).txt")
  }

  @Test("The journal holds the same with and without a position, and replays to the same state")
  func journal() throws {
    let near = try Self.walked("ar", at: Self.place, language: .english)
    let plain = try Self.walked("ar", at: nil, language: .english)
    #expect(near.journal.kept == plain.journal.kept)
    let interpreter = Interpreter(try TestFlows.program("near", in: TestFlows.folder + "/places"))
    var state = interpreter.initial
    for entry in near.journal.kept { try interpreter.apply(entry, to: &state) }
    #expect(state == near.walk.session.state)
    #expect(state.personLanguage == "ar")
  }
}
