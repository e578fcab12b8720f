import FlowDSL
import FlowRuntime

/// A guarantee that the walk of a case did not keep, in the words of its program. It is for nobody's role alone: who holds the
/// case and the chief both have to know.
struct BrokenRow: Sendable, Hashable {
  /// The case.
  let identifier: String
  /// The flow that promises it.
  let flow: String
  /// Its name in that flow.
  let guarantee: String
  /// What is promised, that it was not kept, and where.
  let words: String
  /// The step at which it was not kept.
  let path: String
  /// The entry at which it was not kept.
  let entry: Int
  let at: Instant
  /// Whether the flow keeps the promise, and people were late.
  let isByLateness: Bool

  /// The guarantees that a case did not keep.
  static func rows(of state: State, case identifier: String, words: Wording, now: Instant) -> [BrokenRow] {
    let names = ProgramWords(program: state.program, words: words)
    return state.brokenGuarantees(at: now).map { broken in
      BrokenRow(
        identifier: identifier, flow: state.program.flows[broken.flow].name,
        guarantee: broken.definition(in: state.program).name, words: names.broken(broken),
        path: broken.step.description, entry: broken.entry, at: broken.at, isByLateness: broken.isByLateness)
    }
  }

  /// For programs.
  var json: JSON {
    .object([
      ("case", .string(identifier)), ("flow", .string(flow)), ("kind", .string("guarantee")),
      ("guarantee", .string(guarantee)), ("step", .string(path)), ("title", .string(words)),
      ("role", .null), ("reached", JSON(at)), ("due", .null), ("overdue", .bool(isByLateness)),
      ("entry", .number(entry)),
    ])
  }
}
