import FlowDSL
import FlowDirectory
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// Flows of the tests, and the repository's own.
enum TestFlows {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Flows").path(percentEncoded: false)
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
  static var protocols: String { repository + "protocols" }

  /// A program of the tests' folder, or of another.
  static func program(_ flow: String, in folder: String = folder) throws -> Program {
    let library = try FlowLibrary(folder + "/" + flow + ".yaml", protocols: nil, environment: [:])
    let result = library.compiled()
    return try #require(result.program, "\(result.diagnostics)")
  }
}

/// Keeps entries in memory; can refuse as a store would.
final class MemoryJournal: CaseJournal {
  private(set) var kept: [Entry] = []
  /// Thrown at the next append, once.
  var nextFailure: Failure?
  /// Entries that someone else wrote meanwhile: they are there when the case is read again.
  var others: [Entry] = []

  func append(_ entries: [Entry]) throws(Failure) {
    if let failure = nextFailure {
      nextFailure = nil
      kept += others
      throw failure
    }
    kept += entries
  }

  func entries() throws(Failure) -> [Entry] { kept }

  var isKept: Bool { !kept.isEmpty }
}

/// Types prepared lines and records every page as a person would see it in 80 columns.
final class ScriptedConsole: Console {
  private var lines: [String]
  private(set) var pages: [String] = []
  /// What stood in the line of each page at first.
  private(set) var drafts: [String] = []
  let rows: Int?
  let keepsLines: Bool
  /// What happens elsewhere before a line is typed.
  private var elsewhere: [Int: () -> Void] = [:]
  /// Pages and lines, one after the other.
  private(set) var transcript = ""
  private let width: Int

  init(_ lines: [String], width: Int = 80, rows: Int? = nil, keepsLines: Bool = false) {
    (self.rows, self.keepsLines) = (rows, keepsLines)
    self.lines = lines.reversed()
    self.width = width
  }

  /// Lets something happen before the line at a place, from 0.
  func beforeLine(_ place: Int, _ happen: @escaping () -> Void) { elsewhere[place] = happen }

  func ask(_ page: AskedPage) throws(Leaving) -> TypedLine {
    elsewhere[pages.count]?()
    pages.append(page.screen().saying(page.message).text(width: width, colour: false))
    drafts.append(page.draft)
    transcript += pages[pages.count - 1]
    guard let line = lines.popLast() else { throw .endOfInput }
    transcript += "> \(line)\n" + String(repeating: "=", count: width) + "\n"
    return TypedLine(text: line)
  }
}

/// A case of the tests, walked in memory with a clock that stands still at 3:05 in the morning.
struct TestCase {
  let journal = MemoryJournal()
  let walk: Walk
  let console: ScriptedConsole

  /// 24 November 2026, 03:05 local time.
  static let night = LocalZone.night

  init(
    _ flow: String = "desk", language: Language = .english, lines: [String], role: String = "officer",
    folder: String = TestFlows.folder, width: Int = 80, rows: Int? = nil, keepsLines: Bool = false,
    position: GeographicPosition? = nil,
    clock: @escaping () -> Instant = { night }
  ) throws {
    let program = try TestFlows.program(flow, in: folder)
    let interpreter = Interpreter(program)
    var session = CaseSession(
      identifier: "7K3M-2QXD", interpreter: interpreter, state: interpreter.initial,
      person: Person(identifier: "night-desk", role: role), journal: journal, clock: clock)
    try session.say(
      .started(Start(program: program.hash, flow: flow, language: language.rawValue)))
    console = ScriptedConsole(lines, width: width, rows: rows, keepsLines: keepsLines)
    walk = Walk(session: session, words: try Wording(language), console: console, position: position)
    walk.message = walk.opening
  }
}
