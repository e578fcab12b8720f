import FlowDSL
import FlowRuntime
import FlowStore
import Foundation
import Testing

@testable import flowrun

/// Whatever ends the tool, everything confirmed is kept.
@Suite(.serialized) struct KillTests {
  /// After every confirmed answer of a whole walk the tool is killed with SIGKILL; the next one goes on where it was.
  @Test(
    "Killed after each confirmed answer, the walk goes on with nothing lost",
    arguments: ["reception", "danger-check"]
  )
  func killedAfterEachAnswer(flow: String) throws {
    let tool = try Tool()
    var answers: [String] = []
    var arguments = ["run", flow, "--plain"]
    while true {
      let running = try tool.start(arguments)
      _ = running.page(endingWith: PageEnds.all)
      // Before the first answer there is no case.
      let before = try answers.isEmpty ? started(flow).state : state(of: tool)
      guard let open = before.open.first else { break }
      let line = LinePicker.line(for: open)
      running.type(line + "\n")
      let next = running.page(endingWith: PageEnds.all)
      running.kill(SIGKILL)
      answers.append("\(open.path).\(open.item ?? "")")
      let after = try state(of: tool)
      #expect(after.answers.count == answers.count + 1, "\(answers.last ?? ""): \(line)\n\(next)")
      guard after.status == .running else { break }
      #expect(after.open.first.map { "\($0.path).\($0.item ?? "")" } != answers.last)
      arguments = ["run", "--resume", "--plain"]
      guard answers.count < 200 else { break }
    }
    let killed = try state(of: tool)
    #expect(killed.status == .ended(outcome: flow == "reception" ? "received" : "assessed"))
    #expect(answers.count > 12)
    // The same answers without a break give the same walk.
    let whole = try uninterrupted(flow)
    #expect(killed.trail.map(\.path) == whole.trail.map(\.path))
    #expect(killed.answers.map(\.event).dropFirst() == whole.answers.map(\.event).dropFirst())
    #expect(try tool.run("replay", "--all").status == 0)
  }

  @Test("Ctrl-C says how to go on, and ends with 130")
  func interrupted() throws {
    let tool = try Tool()
    let running = try tool.start(["run", "--plain"])
    _ = running.page(endingWith: PageEnds.all)
    running.type("1\n")
    _ = running.page(endingWith: PageEnds.all)
    kill(running.identifier, SIGINT)
    let output = running.finish()
    #expect(output.status == 130)
    #expect(output.text.contains("flowrun run --resume"))
    let again = try tool.run("run", "--resume")
    #expect(again.text.contains("Danger right now"))
    #expect(try state(of: tool).answers.count == 2)
  }

  @Test("The end of input saves and leaves")
  func endOfInput() throws {
    let tool = try Tool()
    let output = try tool.run("run", typed: "1\n")
    #expect(output.status == 0)
    #expect(output.text.contains("is saved"))
    #expect(try state(of: tool).answers.count == 2)
  }

  @Test("A walk in which nothing was answered leaves no case")
  func nothingAnswered() throws {
    let tool = try Tool()
    let output = try tool.run("run")
    #expect(output.status == 0)
    #expect(output.text.contains("no case was opened"))
    #expect(try JournalDesk(at: tool.journal, for: .reading, of: nil).records().isEmpty)
  }

  private func state(of tool: Tool) throws -> State {
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    let record = try #require(try journal.records().last)
    return try journal.stored(record).state
  }

  private func started(_ flow: String) throws -> CaseSession {
    let program = try TestFlows.program(flow, in: TestFlows.protocols)
    let interpreter = Interpreter(program)
    var session = CaseSession(
      identifier: "TEST", interpreter: interpreter, state: interpreter.initial,
      person: Person(identifier: "night-desk", role: "reception"), journal: MemoryJournal(),
      clock: { TestCase.night })
    try session.say(.started(Start(program: program.hash, flow: flow, language: "en")))
    return session
  }

  private func uninterrupted(_ flow: String) throws -> State {
    let walk = Walk(session: try started(flow), words: try Wording(.english), console: AnsweringConsole())
    let console = try #require(walk.console as? AnsweringConsole)
    console.walk = walk
    #expect(try walk.run() == .finished)
    return walk.session.state
  }
}

/// How pages end in English, without a terminal.
enum PageEnds {
  static let all = ["save and leave", "decide otherwise", "back   + note"]
}

/// Picks a line to type for whatever is asked: no danger is known, everything is done.
enum LinePicker {
  static func line(for open: OpenStep) -> String {
    switch open.asked {
    case .question(let question), .wait(_, _, let question?):
      switch open.facts[question.slot].type {
      case .boolean: return question.acceptsUnknown ? "u" : "n"
      case .choice: return "1"
      default: return question.acceptsUnknown ? "/u" : question.acceptsDeclined ? "/d" : "1"
      }
    case .tick: return "1"
    case .recommendation: return "1"
    case .contact: return "1"
    case .referral: return "1"
    case .wait, .concurrence: return "1"
    }
  }
}

/// Types what the picker picks.
final class AnsweringConsole: Console {
  weak var walk: Walk?

  var rows: Int? { nil }
  var keepsLines: Bool { false }

  func ask(_ page: AskedPage) throws(Leaving) -> TypedLine {
    guard let open = walk?.session.state.open.first else { throw .endOfInput }
    return TypedLine(text: LinePicker.line(for: open))
  }
}
