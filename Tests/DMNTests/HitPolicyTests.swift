import FEEL
import Testing

@testable import DMN

/// What each hit policy makes of none, one and several matching rules (DMN 1.5, 8.2.10).
@Suite struct HitPolicyTests {
  /// `n` matches as many of the four rules as it counts.
  static func table(_ policy: HitPolicy, _ results: [String], defaultEntry: String? = nil) throws
    -> DecisionTable
  {
    try TableText(
      inputs: [("n", .number, true)],
      outputs: [
        DecisionTable.Output(
          type: .any, values: ["high", "medium", "low"],
          defaultEntry: try defaultEntry.map { try FEELCompiler.compile(expression: $0, in: Scope([])) })
      ],
      hitPolicy: policy, rules: results.enumerated().map { [">= \($0 + 1)", $1] }
    ).table()
  }

  struct Case: Sendable {
    let policy: HitPolicy
    let n: Value
    let output: Value
    var rules: [Int] = []
    var warnings: [TableWarning] = []
  }

  static let levels = ["\"low\"", "\"high\"", "\"medium\"", "\"high\""]

  @Test(arguments: [
    Case(policy: .unique, n: 0, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .unique, n: .null, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .unique, n: 1, output: "low", rules: [1]),
    Case(policy: .unique, n: 2, output: .null, rules: [1, 2], warnings: [.severalRulesMatched([1, 2])]),
    Case(policy: .any, n: 0, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .any, n: 1, output: "low", rules: [1]),
    Case(policy: .any, n: 3, output: .null, rules: [1, 2, 3], warnings: [.outputsDiffer([1, 2, 3])]),
    Case(policy: .first, n: 0, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .first, n: 4, output: "low", rules: [1]),
    Case(policy: .priority, n: 0, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .priority, n: 1, output: "low", rules: [1]),
    Case(policy: .priority, n: 4, output: "high", rules: [2]),
    Case(policy: .ruleOrder, n: 0, output: []),
    Case(policy: .ruleOrder, n: 3, output: ["low", "high", "medium"], rules: [1, 2, 3]),
    Case(policy: .outputOrder, n: .null, output: []),
    Case(policy: .outputOrder, n: 4, output: ["high", "high", "medium", "low"], rules: [2, 4, 3, 1]),
    Case(policy: .collect(nil), n: 0, output: []),
    Case(policy: .collect(nil), n: 2, output: ["low", "high"], rules: [1, 2]),
    Case(policy: .collect(.count), n: 0, output: 0),
    Case(policy: .collect(.count), n: 4, output: 4, rules: [1, 2, 3, 4]),
    Case(policy: .collect(.min), n: 0, output: .null, warnings: [.noRuleMatched]),
    Case(policy: .collect(.min), n: 3, output: "high", rules: [1, 2, 3]),
    Case(policy: .collect(.max), n: 3, output: "medium", rules: [1, 2, 3]),
    Case(policy: .collect(.sum), n: 1, output: .null, rules: [1], warnings: [.notAggregated(.sum, "low")]),
  ])
  func `outputs by policy`(given: Case) throws {
    let table = try HitPolicyTests.table(given.policy, HitPolicyTests.levels)
    #expect(
      table.decide([given.n])
        == Outcome(outputs: [given.output], rules: given.rules, warnings: given.warnings))
  }

  @Test(
    arguments: [
      (HitPolicy.Aggregation.sum, ["3", "0.5", "-1", "2"], [3, "3.5", "2.5", "4.5"]),
      (.min, ["3", "0.5", "-1", "2"], [3, "0.5", -1, -1]),
      (.max, ["3", "0.5", "-1", "12"], [3, 3, 3, 12]),
      (.sum, ["@\"PT1H\"", "@\"PT2H\"", "n", "@\"PT1H\""], ["@\"PT1H\"", "@\"PT3H\"", .null, .null]),
      (.sum, ["@\"P1Y\"", "@\"P2M\"", "null", "1"], ["@\"P1Y\"", "@\"P14M\"", .null, .null]),
      (
        .min, ["@\"2026-02-01\"", "@\"2026-01-01\"", "true", "1"],
        ["@\"2026-02-01\"", "@\"2026-01-01\"", .null, .null]
      ),
    ] as [(HitPolicy.Aggregation, [String], [Value])])
  func `aggregations`(aggregation: HitPolicy.Aggregation, results: [String], expected: [Value]) throws {
    let table = try HitPolicyTests.table(.collect(aggregation), results)
    for (place, value) in expected.enumerated() {
      // A string stands for the value of its text.
      let value = if case .string(let text) = value { RandomTable.Kind.literal(text) } else { value }
      let outcome = table.decide([.number(Number(place + 1))])
      #expect(outcome.outputs == [value])
      #expect(outcome.warnings.isEmpty == (value != .null))
    }
  }

  @Test(arguments: HitPolicy.allCases)
  func `the default entry stands in when no rule matches`(policy: HitPolicy) throws {
    let table = try HitPolicyTests.table(policy, ["1", "1"], defaultEntry: "\"none\"")
    #expect(table.decide([0]) == Outcome(outputs: ["none"]))
    #expect(table.decide([1]).rules == [1])
  }

  @Test func `any takes equal outputs`() throws {
    let table = try HitPolicyTests.table(.any, ["1", "n - n + 1", "1"])
    #expect(table.decide([3]) == Outcome(outputs: [1], rules: [1, 2, 3]))
  }

  @Test func `priority goes by the outputs from the left`() throws {
    let table = try TableText(
      inputs: [("n", .number, false)],
      outputs: [
        DecisionTable.Output(name: "level", type: .string, values: ["high", "low"]),
        DecisionTable.Output(name: "note", type: .string),
        DecisionTable.Output(name: "speed", type: .string, values: ["fast", "slow"]),
      ],
      hitPolicy: .priority,
      rules: [
        ["> 0", "\"low\"", "\"a\"", "\"fast\""], ["> 1", "\"high\"", "\"b\"", "\"slow\""],
        ["> 2", "\"high\"", "\"c\"", "\"fast\""], ["> 3", "\"unlisted\"", "\"d\"", "\"fast\""],
      ]
    ).table()
    #expect([1, 2, 3, 4].map { table.decide([$0]).rules } == [[1], [2], [3], [3]])
    #expect(table.decide([0]).outputs == [.null, .null, .null])
  }

  @Test(arguments: HitPolicy.allCases)
  func `a policy is read from its description`(policy: HitPolicy) {
    #expect(HitPolicy(policy.description) == policy)
    #expect(HitPolicy("collect mean") == nil)
  }

  @Test func `the type of the result`() throws {
    func type(_ policy: HitPolicy) throws -> ValueType {
      try TableText(
        inputs: [], outputs: [DecisionTable.Output(type: .string, values: ["a"])], hitPolicy: policy,
        rules: [["\"a\""]]
      ).table().resultType(ofOutput: 0)
    }
    #expect(try type(.unique) == .string)
    #expect(try type(.ruleOrder) == .list(.string))
    #expect(try type(.collect(nil)) == .list(.string))
    #expect(try type(.collect(.max)) == .string)
    #expect(try type(.collect(.count)) == .number)
  }

  @Test(
    arguments: [
      (HitPolicy.unique, 0, [["true", "1"]], TableFault.noOutputs),
      (.unique, 1, [["true", "1"], ["true", "1", "2"]], .wrongOutputCount(rule: 2, expected: 1, found: 2)),
      (.unique, 1, [["true"]], .wrongOutputCount(rule: 1, expected: 1, found: 0)),
      (.collect(.sum), 2, [], .aggregatesSeveralOutputs(.sum, found: 2)),
      (.priority, 1, [], .outputValuesMissing(.priority)),
      (.outputOrder, 2, [], .outputValuesMissing(.outputOrder)),
    ] as [(HitPolicy, Int, [[String]], TableFault)])
  func `what does not fit together is refused`(
    policy: HitPolicy, outputs: Int, rules: [[String]], fault: TableFault
  ) {
    #expect(throws: fault) {
      try TableText(
        inputs: [("n", .boolean, false)],
        outputs: (0..<outputs).map { _ in DecisionTable.Output(type: .number) },
        hitPolicy: policy, rules: rules
      ).table()
    }
  }

  @Test func `a rule needs a test for each input`() throws {
    let expression = try FEELCompiler.compile(expression: "1", in: Scope([]))
    #expect(throws: TableFault.wrongTestCount(rule: 1, expected: 1, found: 2)) {
      try DecisionTable(
        inputs: [DecisionTable.Input(expression: expression)], outputs: [DecisionTable.Output(type: .number)],
        rules: [DecisionTable.Rule(tests: [nil, nil], outputs: [expression])], hitPolicy: .unique)
    }
  }
}
