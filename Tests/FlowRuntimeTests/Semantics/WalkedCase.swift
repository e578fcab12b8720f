import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A case of flows written in a test, walked by what is said in it, a minute after each entry.
struct WalkedCase {
  let interpreter: Interpreter
  var state: State
  var entries: [Entry] = []

  /// A case of the first file's flow, walked by an edition.
  init(
    _ files: [(path: String, text: String)], edition: Edition = .current, isPractice: Bool = false
  ) throws {
    let main = String(files[0].path.dropLast(5))
    let (compiled, diagnostics) = FlowCompiler.compile(
      main: main, sources: files.map { SourceText(path: $0.path, text: $0.text) })
    let today = try #require(
      compiled, "\(diagnostics.map { "\($0.code) \($0.place.file) \($0.place.start) \($0.arguments)" })")
    let program = Program(
      hash: today.hash, edition: edition, flows: today.flows, roles: today.roles, directory: today.directory,
      calendar: today.calendar, sources: today.sources)
    interpreter = Interpreter(program)
    state = interpreter.initial
    try say(.started(Start(program: program.hash, flow: main, language: "en", isPractice: isPractice)))
  }

  /// Says something; gives the events that the walk adds.
  @discardableResult
  mutating func say(
    _ event: Event, role: String = "officer", person: String = "p1", after: Int64 = 60_000
  ) throws -> [Event] {
    let at = state.sequence == 0 ? Instant(milliseconds: 0) : state.now.advanced(by: after)
    let made = try interpreter.step(
      event, by: Person(identifier: person, role: role), at: at, state: &state)
    entries += made
    return made.dropFirst().map(\.event)
  }

  @discardableResult
  mutating func answer(_ step: String, _ fact: String, _ value: Value?, after: Int64 = 60_000) throws
    -> [Event]
  {
    try say(
      .answered(step: StepPath(step), fact: fact, value.map { .value($0) } ?? .unknown), after: after)
  }

  @discardableResult
  mutating func tick(_ step: String, _ item: String, _ done: Bool = true) throws -> [Event] {
    try say(.ticked(step: StepPath(step), item: item, done: done, reason: done ? nil : "reason"))
  }

  /// Paths of the open steps.
  var open: [String] { state.open.map(\.path.description) }

  /// Paths of steps that stand so.
  func paths(_ course: TrailStep.Course) -> [String] {
    state.steps.filter { $0.course == course }.map(\.path.description)
  }

  /// What the journal holds replays to the same case.
  func checkReplay() throws {
    let isReplayed = try Replay.state(after: entries, of: interpreter.program) == state
    #expect(isReplayed)
    let isRefolded = try State.folded(state.said, of: interpreter.program).isSameWalk(as: state)
    #expect(isRefolded)
  }
}
