import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Everything left undone stands among the open tasks until somebody does it or says why not (grammar, 12.8): on any walk of any
/// program, with corrections and after the end.
@Suite struct TaskLawTests {
  @Test(arguments: 0..<3) func whatIsNotDoneStandsInTheTasksUntilItIsSettled(_ block: Int) throws {
    var (left, settled, afterTheEnd) = (0, 0, 0)
    for seed in UInt64(block * 60)..<UInt64(block * 60 + 60) {
      var generator = ProgramGenerator(seed: seed &+ 70_000)
      let program = generator.program()
      let interpreter = Interpreter(program)
      var walker = RandomWalker(seed: seed, hasSecondThoughts: true)
      var state = interpreter.initial
      try interpreter.step(
        .started(Start(program: program.hash, flow: program.flows[0].name, language: "en")),
        by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &state)
      let entries = walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart, atMost: 400)
      let undone = UndoneThings(state)
      #expect(undone.missing == [], "seed \(seed)")
      left += undone.left.count
      settled += state.tasks.count { $0.closing != nil }
      let end = entries.firstIndex { $0.event.name == "ended" } ?? entries.endIndex
      afterTheEnd += entries[end...].count { $0.event.name == "settled" }
    }
    // The walks are worth something only if much is left, much is settled, and some of it after the end.
    #expect(left > 20 && settled > 15 && afterTheEnd > 3, "\(left) \(settled) \(afterTheEnd)")
  }
}

/// What was left undone in a case, told from what persons said alone: another way to what ``State/openTasks`` should hold.
struct UndoneThings {
  /// Required items not done, and contacts given up, put off or not made, of which nothing else was said since.
  private(set) var left: Set<String> = []
  /// Those of them that are no open task.
  let missing: [String]

  init(_ state: State) {
    var left: Set<String> = []
    for said in state.answers where !said.isWithdrawn {
      guard let path = said.event.step, let place = state.place(of: path) else { continue }
      let kind = state.program.flows[place.flow].steps[place.step].kind
      switch said.event {
      case .ticked(_, let item, let done, _):
        let isRequired = kind.ticks.contains { $0.name == item && $0.required && $0.task != nil }
        if !done, isRequired { left.insert("\(path).\(item)") }
        if done { left.remove("\(path).\(item)") }
      case .contacted(_, .unreached), .contacted(_, .putOff), .referred(_, .impossible):
        left.insert("\(path)")
      case .contacted(_, .reached), .referred(_, .referred), .referred(_, .numberGiven):
        left.remove("\(path)")
      case .settled(_, let item, _, _): left.remove("\(path)" + (item.map { ".\($0)" } ?? ""))
      default: break
      }
    }
    let open = Set(state.openTasks.map { "\($0.path)" + ($0.item.map { ".\($0)" } ?? "") })
    self.left = left
    missing = left.subtracting(open).sorted()
  }
}
