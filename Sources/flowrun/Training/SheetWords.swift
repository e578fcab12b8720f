import FEEL
import FlowDSL
import FlowRuntime

/// What stands in a score sheet, in the words of the protocol; as it stands where the protocol is not at hand.
struct SheetWords {
  /// The protocol of the vignette, before anything was said; `nil` where it is not in the folder.
  private let state: State?
  private let words: Wording

  init(_ program: Program?, words: Wording) {
    state = program.map { Interpreter($0).initial }
    self.words = words
  }

  /// Whether the protocol is at hand.
  var isKnown: Bool { state != nil }

  private var names: ProgramWords? { state.map { ProgramWords(program: $0.program, words: words) } }

  /// What was asked: the title of the fact, the item, or the step; with a number where it is asked of several.
  func title(_ key: String) -> String {
    let (path, item) = Self.parts(of: key)
    guard let names, let place = place(of: path) else { return key }
    let (flow, step) = (names.program.flows[place.flow], names.program.flows[place.flow].steps[place.step])
    var title = names.step(step, of: flow)
    if let item {
      if let tick = step.kind.allTicks.first(where: { $0.name == item }) {
        title = names.said(tick.words, of: flow)
      } else if let fact = flow.facts.first(where: { $0.name == item }) {
        title = names.fact(fact)
      } else {
        return key
      }
    }
    guard let number = Self.number(in: path) else { return title }
    return words(.saidRound, ["what": title, "number": number])
  }

  /// What was said, in words.
  func answer(_ category: String?, to key: String) -> String {
    guard let category else { return words(.saidNotAsked) }
    switch category {
    case "true": return words(.yes)
    case "false": return words(.no)
    case "unknown": return words(.unknown)
    case "declined": return words(.declined)
    case "given": return words(.saidGiven)
    case "done": return words(.saidDone)
    case "not-done": return words(.saidNotDone)
    case "reached": return words(.saidReached)
    case "unreached": return words(.saidUnreached)
    case "referred": return words(.saidReferred)
    case "number-given": return words(.saidNumberGiven)
    case "impossible": return words(.saidImpossible)
    default:
      let (path, item) = Self.parts(of: key)
      guard let names, let item, let place = place(of: path),
        let fact = names.program.flows[place.flow].facts.first(where: { $0.name == item })
      else { return category }
      return category.split(separator: ",").map { value in
        let value = String(value.drop { $0 == " " })
        return names.value(Number(value).map(Value.number) ?? .string(value), of: fact)
      }.joined(separator: ", ")
    }
  }

  /// A level: the fact and its value.
  func level(_ fact: String, _ value: String?) -> String {
    let known = names?.program.flows.lazy.flatMap(\.facts).first { $0.name == fact }
    guard let names, let known else {
      return words.label(ProgramNames.spaced(fact)) + (value ?? words(.trainNothing))
    }
    return words.label(names.fact(known))
      + (value.map { names.value(.string($0), of: known) } ?? words(.trainNothing))
  }

  /// The path of the step, and the item where there is one.
  private static func parts(of key: String) -> (path: String, item: String?) {
    guard let dot = key.lastIndex(of: ".") else { return (key, nil) }
    return (String(key[..<dot]), String(key[key.index(after: dot)...]))
  }

  /// `2` of `children-check[2]/hurt`.
  private static func number(in path: String) -> String? {
    path.split(separator: "[").dropFirst().last.map { String($0.prefix { $0 != "]" }) }
  }

  private func place(of path: String) -> (flow: Int, step: Int)? {
    state.flatMap { $0.place(of: StepPath(path)) }
  }
}
