import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A case of the first edition that met a fault of FEEL mended since differs by that fault; nothing else is taken for it.
@Suite struct MendedFaultTests {
  private static func verdict(_ edition: Edition, decided: Value, expression: String) throws -> Verdict {
    let flow = """
      flow: desk
      version: 1.0.0
      title: {en: Desk}
      languages: [en]
      facts: {visits: {type: number}, rest: {type: number}}
      steps:
        - ask: first
          questions: {visits: {en: How many visits?, unknown: false, declined: false}}
        - decide: rest
          values: {rest: '\(expression)'}
        - end: done
      """
    var desk = try WalkedCase([("desk.yaml", flow)], edition: edition)
    try desk.answer("first", "visits", 7)
    var entries = desk.entries
    let index = try #require(entries.firstIndex { $0.event.name == "decided" })
    entries[index].event = .decided(step: StepPath("rest"), [Binding(fact: "rest", value: decided)])
    var replayer = Replayer(case: "case-1", of: desk.interpreter.program)
    let sealed = try sealed(entries)
    for entry in sealed { replayer.take(entry) }
    let last = try #require(sealed.last)
    return replayer.verdict(end: ChainHead(sequence: last.sequence, hash: last.hash))
  }

  @Test func aMendedFaultIsNamedInACaseOfTheFirstEditionAlone() throws {
    guard
      case .differs(let divergence) = try Self.verdict(
        .first, decided: 3, expression: "modulo(visits, 4) + 1")
    else {
      Issue.record("the entry was not found")
      return
    }
    #expect(divergence.mended == .manyDigits && divergence.sequence == 3)
    guard
      case .differs(let today) = try Self.verdict(.second, decided: 3, expression: "modulo(visits, 4) + 1"),
      case .differs(let other) = try Self.verdict(.first, decided: 3, expression: "visits + 1")
    else {
      Issue.record("the entry was not found")
      return
    }
    #expect(today.mended == nil && other.mended == nil)
    #expect(try Self.verdict(.first, decided: 4, expression: "modulo(visits, 4) + 1") == .reproduced)
  }
}
