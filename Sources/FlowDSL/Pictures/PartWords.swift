import DMN
import FEEL

/// Says the parts of one flow in words: steps, due times, rows of tables, levels of grids.
struct PartWords {
  let program: Program
  /// The place of the flow in the program.
  let index: Int
  let flow: Flow
  let words: PictureWords
  let conditions: ConditionWords

  init(flow index: Int, of program: Program, words: PictureWords) {
    self.program = program
    self.index = index
    self.words = words
    flow = program.flows[index]
    conditions = ConditionWords(flow: flow, words: words)
  }

  var names: PartNames { conditions.names }
  private var language: String { words.language }

  /// A step: its title, that of the flow it runs, or its name.
  func step(_ step: Step) -> String {
    if let title = step.notes.title { return names.said(title) }
    return step.kind.calledFlow.map { program.flows[$0].title(language) } ?? names.name(step.name)
  }

  /// Until when, and from when the time runs.
  func due(_ due: Due) -> String {
    let time: String
    switch due {
    case .at(let moment): return words("due-at", ["start": conditions.amount(of: moment)])
    case .after(.milliseconds(let length), _): time = words.duration(milliseconds: length)
    case .after(.workingDays(let days), _): time = words("working-days", ["count": String(days)])
    case .after(.expression(let length), _): time = conditions.amount(of: length)
    }
    let start: String
    switch due.from {
    case nil, .reached?: return words("due", ["time": time])
    case .fact(let slot)?: start = names.fact(flow.facts[slot])
    case .done(let index)?:
      start = words("due-start", ["step": words("quoted", ["words": step(flow.steps[index])])])
    }
    return due.within == 0
      ? words("due-at", ["start": start]) : words("due-from", ["time": time, "start": start])
  }

  /// An interrupt: its title, or that of the flow it runs.
  func title(of interrupt: Interrupt) -> String {
    interrupt.title?(language) ?? program.flows[interrupt.call.flow].title(language)
  }

  /// When an interrupt fires.
  func causes(of interrupt: Interrupt) -> [String] {
    [
      interrupt.when.map { words("as-soon-as") + " " + conditions.text(of: $0) },
      interrupt.late.map { words("late") + " " + step(flow.steps[$0]) },
    ].compactMap(\.self)
  }

  /// Until when a flow is walked again, how often at most, and how far apart; nothing where it is walked once.
  func repetition(_ call: Call) -> [String] {
    guard let repetition = call.repetition else { return [] }
    var bounds = words("at-most", ["count": String(repetition.most)])
    if let every = repetition.every {
      bounds += ", " + words("every", ["time": words.duration(milliseconds: every)])
    }
    return [words("again-until") + " " + conditions.text(of: repetition.until), bounds]
  }

  /// Where the flow ends when an interrupt's flow has ended.
  func ends(of interrupt: Interrupt) -> [String] {
    let steps = program.flows[interrupt.call.flow].steps
    return interrupt.ends.sorted { $0.key < $1.key }.map { outcome, end in
      let ended = steps.first { $0.name == outcome && $0.isEnd }.map(step)
      return (ended ?? names.name(outcome)) + " → " + step(flow.steps[end])
    }
  }

  /// The levels of a grid with what gives them, in the order in which they are tried.
  func levels(_ assessment: Assessment) -> [(level: String, when: String?)] {
    let fact = flow.facts[assessment.slot]
    return assessment.levels.map { row in
      (names.label(row.level.text, of: fact), row.when.map { conditions.text(of: $0) })
    }
  }

  /// The rows of a table: what is tested, where it is, and what results.
  func rows(_ table: DecisionTable, outputs: [Int]) -> [(tests: [String], results: [String])] {
    table.rules.map { rule in
      (
        zip(rule.tests, table.inputs).map { test, input in
          test.map { conditions.cell($0, of: input.expression) } ?? words("any")
        },
        zip(rule.outputs, outputs).map { conditions.value($0, for: flow.facts[$1]) }
      )
    }
  }

  /// What the columns of a table look at.
  func inputs(_ table: DecisionTable) -> [String] {
    table.inputs.map { input in
      conditions.fact(input.expression.syntax).map(names.fact) ?? conditions.text(of: input.expression)
    }
  }

  func facts(_ slots: [Int]) -> String { slots.map { names.fact(flow.facts[$0]) }.joined(separator: ", ") }
}

extension Step.Kind {
  /// The flow that a step runs, by its index.
  var calledFlow: Int? {
    switch self {
    case .run(let call): call.flow
    case .each(let iteration): iteration.call.flow
    default: nil
    }
  }
}
