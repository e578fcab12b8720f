import Foundation
import Testing

@testable import FlowDSL

/// Folders and files on the disk, and files in memory.
@Suite struct ProtocolFolderTests {
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "flowrun-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
  }

  private static let flow = "flow: a\nversion: 1.0.0\ntitle: A\nlanguages: [fr]\nsteps: [{end: done}]\n"

  @Test func aWholeFolder() throws {
    let files = [
      "a.yaml": Self.flow, "b.yaml": "flow: b\n", "roles.yaml": "roles: {officer: Policier}\n",
      "directory/national.yaml": "directory: national\n", "scenarios/high.yaml": "scenario: high\nflow: a\n",
      "notes.txt": "words", ".hidden.yaml": "words", "c.yml": Self.flow,
    ]
    try withFolder(files) { folder in
      let result = ProtocolFolder.read(folder)
      #expect(result.flows.map(\.name.value) == ["a"])
      #expect(result.brokenFlows == ["b"])
      #expect(result.roles?.roles.map(\.name.value) == ["officer"])
      #expect(result.directories.map(\.name.value) == ["national"])
      #expect(result.scenarios.map(\.name.value) == ["high"])
      #expect(
        result.sources.map(\.path) == [
          "a.yaml", "b.yaml", "directory/national.yaml", "roles.yaml", "scenarios/high.yaml",
        ])
      #expect(Set(result.diagnostics.map(\.code)) == [.missingKey, .otherEnding])
      #expect(result == ProtocolFolder.parse(result.sources).adding(.otherEnding, of: result))
    }
  }

  /// Nothing in a folder named almost as one that is read would be looked at.
  @Test func aFolderWithACapitalIsSaid() throws {
    let files = [
      "a.yaml": Self.flow, "Scenarios/high.yaml": "scenario: high\nflow: a\n", "notes/x.yaml": "words",
    ]
    try withFolder(files) { folder in
      let result = ProtocolFolder.read(folder)
      #expect(result.diagnostics.map(\.code) == [.otherFolder])
      #expect(result.diagnostics.first?.arguments["suggestion"] == "scenarios")
    }
  }

  @Test func aMissingFolder() {
    #expect(ProtocolFolder.read("/nowhere/at/all").diagnostics.map(\.code) == [.fileUnreadable])
  }

  @Test func anEmptyFolder() throws {
    try withFolder(["notes.txt": "words"]) { folder in
      #expect(ProtocolFolder.read(folder).diagnostics.map(\.code) == [.folderWithoutFlows])
    }
  }

  @Test(
    arguments: [
      ("b.yaml", flow, .fileNamedOtherwise), ("scenarios/a.yaml", flow, .misplacedFile),
      ("national.yaml", "directory: national\n", .misplacedFile),
      ("high.yaml", "scenario: high\nflow: a\n", .misplacedFile),
      ("people.yaml", "roles: {officer: Policier}\n", .fileNamedOtherwise),
    ] as [(String, String, DiagnosticCode)])
  func filesInTheWrongPlace(_ path: String, _ text: String, _ code: DiagnosticCode) {
    let result = ProtocolFolder.parse([SourceText(path: path, text: text)])
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(result.flows.isEmpty && result.directories.isEmpty && result.scenarios.isEmpty)
  }

  @Test func aFileWithoutEndIsReadNoFurther() {
    guard case .success(let bytes) = FileReader.read("/dev/zero", limit: 1_000) else {
      Issue.record("/dev/zero cannot be read")
      return
    }
    #expect(bytes.count == 1_001)
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "flowrun-\(UUID().uuidString)").path
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(FileReader.read(path, limit: 10) == .success([]))
  }

  @Test func aFolderIsNoFile() {
    guard case .failure = FileReader.read("/", limit: 10) else {
      Issue.record("a folder was read as a file")
      return
    }
  }

  @Test func scenariosKeepWhatIsAnswered() throws {
    let text = """
      scenario: high
      flow: a
      person: {id: officer-1, role: officer}
      start: 2026-05-01T03:00:00Z
      given: {separated: true, count: 2, name: "2", gone: null}
      answers:
        weapon: unknown
        room: {done: false, reason: No room}
        danger: {override: extreme, reason: Fear, role: supervisor}
        prosecutor: [no-answer, {unreached: Night}, reached]
        child: {initial: A, age: 3}
        measures: [custody, shelter]
      otherwise: "false"
      steps:
        - {before: referral, correct: weapon, to: true, reason: Misheard}
        - {before: referral, hand-over: {id: officer-2, role: officer}}
      expect: {path: [a, b, a], not: [c], outcome: done, facts: {danger: extreme}}
      """
    let (file, diagnostics) = SyntaxReader.read(SourceText(path: "scenarios/high.yaml", text: text))
    #expect(diagnostics.map(\.code) == [])
    guard case .scenario(let scenario) = try #require(file) else { return }
    #expect(scenario.given.map(\.value.form) == [.boolean(true), .number("2"), .text("2"), .null])
    let forms = scenario.answers.map { answer in
      switch answer.reply.form {
      case .value(let literal):
        switch literal.form {
        case .record(let fields): "record \(fields.map(\.name.value))"
        case .list(let items): "list \(items.count)"
        default: "value"
        }
      case .done(let isDone, let reason): "done \(isDone) \(reason?.value ?? "")"
      case .override(_, let reason, let role): "override \(reason?.value ?? "") \(role?.value ?? "")"
      case .tries(let tries): "tries \(tries.count)"
      case .unreached, .putOff, .settled, .referred, .impossible, .disagreed, .about: "other"
      }
    }
    #expect(
      forms == [
        "value", "done false No room", "override Fear supervisor", "tries 3", "record [\"initial\", \"age\"]",
        "list 2",
      ])
    #expect(scenario.otherwise?.value == .false)
    #expect(scenario.acts.count == 2)
    #expect(scenario.expect?.path.map(\.value) == ["a", "b", "a"])
  }
}

extension ProtocolSyntax {
  /// The same with the diagnostics of a code that another has.
  fileprivate func adding(_ code: DiagnosticCode, of other: ProtocolSyntax) -> ProtocolSyntax {
    var copy = self
    copy.diagnostics = (diagnostics + other.diagnostics.filter { $0.code == code }).sorted {
      $0.place < $1.place
    }
    return copy
  }
}
