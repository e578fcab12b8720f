import FEEL
import Testing

@testable import DMN

@Suite struct DecideTests {
  @Test(arguments: 0..<250 as Range<UInt64>)
  func `looking up finds the rules that running every test finds`(seed: UInt64) throws {
    let random = try RandomTable(seed: seed, hitPolicy: .collect(nil))
    for point in random.points {
      let expected = naiveMatches(random.table, point)
      #expect(random.table.matchingRules(point) == expected.map { $0 + 1 })
      #expect(
        random.table.decide(point)
          == Outcome(
            outputs: [.list(expected.map { random.table.rules[$0].outputs[0].evaluate(point) })],
            rules: expected.map { $0 + 1 }))
    }
  }

  @Test func `values outside the declared type are tested one by one`() throws {
    let table = try TableText(
      inputs: [("level", .choice(["low", "high"]), false), ("at", .time, false)], hitPolicy: .first,
      rules: [["\"low\"", "-", "1"], ["not(\"low\")", "> @\"08:00:00\"", "2"], ["-", "-", "3"]]
    ).table()
    #expect(table.decide(["extreme", RandomTable.Kind.literal("@\"09:00:00\"")]).rules == [2])
    #expect(table.decide(["extreme", RandomTable.Kind.literal("@\"09:00:00Z\"")]).rules == [3])
    #expect(table.decide([.null, .null]).rules == [3])
    #expect(table.decide([5, 5]).rules == [3])
  }

  @Test func `texts are compared by code points`() throws {
    let (composed, decomposed) = ("\u{E9}lev\u{E9}", "e\u{301}leve\u{301}")
    let table = try TableText(
      inputs: [("level", .choice(["faible", composed]), false)], hitPolicy: .first,
      rules: [["\"\(composed)\"", "1"], ["-", "2"]]
    ).table()
    #expect(table.decide([.string(composed)]).rules == [1])
    #expect(table.decide([.string(decomposed)]).rules == [2])
  }

  @Test func `more rules than a word has bits`() throws {
    let table = try TableText(
      inputs: [("n", .number, false)], hitPolicy: .first, rules: (0..<200).map { ["\($0)", "\($0 * 2)"] }
    ).table()
    for number in 0..<200 {
      #expect(
        table.decide([.number(Number(number))])
          == Outcome(outputs: [.number(Number(number * 2))], rules: [number + 1]))
    }
    #expect(table.decide([200]).warnings == [.noRuleMatched])
  }

  @Test func `tests and outputs may read other names`() throws {
    let table = try TableText(
      inputs: [("score", .number, true)], others: [("limit", .number)], hitPolicy: .first,
      rules: [[">= limit", "score - limit"], ["< 0", "0"], ["? > limit - 2", "limit"], ["-", "null"]]
    ).table()
    let cases: [(Value, Value, rule: Int, output: Value)] = [
      (12, 10, 1, 2), (9, 10, 3, 10), (-1, 10, 2, 0), (3, 10, 4, .null), (.null, 10, 4, .null),
      (5, .null, 4, .null),
    ]
    for (score, limit, rule, output) in cases {
      #expect(table.decide([score, limit]) == Outcome(outputs: [output], rules: [rule]))
      #expect([score, limit].withUnsafeBufferPointer { table.firstMatchingRule($0) } == rule)
    }
  }

  @Test(arguments: 0..<66 as Range<UInt64>)
  func `within an evaluation, tables decide the same`(seed: UInt64) throws {
    let policy = HitPolicy.allCases[Int(seed) % HitPolicy.allCases.count]
    let random = try RandomTable(seed: seed, hitPolicy: policy)
    for point in random.points {
      var evaluation = Evaluation(now: nil)
      #expect(random.table.decide(point, in: &evaluation) == random.table.decide(point), "\(policy) \(point)")
    }
  }
}
