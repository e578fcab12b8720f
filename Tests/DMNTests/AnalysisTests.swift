import FEEL
import Testing

@testable import DMN

/// What the analysis says of tables that trainers write, in the form in which they would write it.
@Suite struct AnalysisTests {
  static let level = ValueType.choice(["low", "medium", "high", "extreme"])

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let inputs: [(name: String, type: ValueType, mayBeNull: Bool)]
    var allowed: [String?]?
    var others: [(name: String, type: ValueType)] = []
    var policy = HitPolicy.unique
    let rules: [[String]]
    var gaps: [String] = []
    var open: [String] = []
    var overlaps: [String] = []
    var unreachable: [String] = []
  }

  static let cases = [
    Case(
      testDescription: "unknown forgotten", inputs: [("weapon", .boolean, true)],
      rules: [["true"], ["false"]],
      gaps: ["null"]),
    Case(
      testDescription: "no null where there is none", inputs: [("weapon", .boolean, false)],
      rules: [["true"], ["false"]]),
    Case(
      testDescription: "a level forgotten",
      inputs: [("danger", level, false), ("immediate", .boolean, false)],
      rules: [["\"extreme\"", "-"], ["\"high\"", "true"], ["\"low\"", "-"]],
      gaps: ["\"medium\" | -", "\"medium\", \"high\" | false"]),
    Case(
      testDescription: "all but one level", inputs: [("danger", level, false)], rules: [["\"low\""]],
      gaps: ["not(\"low\")"]),
    Case(
      testDescription: "between thresholds", inputs: [("score", .number, false)],
      rules: [["< 6"], ["[8..12)"], ["> 12"]], gaps: ["[6..8), 12"]),
    Case(
      testDescription: "thresholds that touch twice", inputs: [("score", .number, false)],
      rules: [["< 6"], ["[6..12]"], [">= 12"]], overlaps: ["2 3 12"]),
    Case(
      testDescription: "numbers but not null", inputs: [("score", .number, true)], rules: [["null"]],
      gaps: ["not(null)"]),
    Case(
      testDescription: "nothing at all", inputs: [("score", .number, true), ("weapon", .boolean, true)],
      rules: [],
      gaps: ["- | -"]),
    Case(
      testDescription: "within allowed values", inputs: [("minors", .number, false)], allowed: ["[0..20]"],
      rules: [["0"], ["(0..5]"]], gaps: ["(5..20]"]),
    Case(
      testDescription: "consecutive days", inputs: [("day", .date, false)],
      rules: [["<= @\"2026-01-01\""], [">= @\"2026-01-02\""]]),
    Case(
      testDescription: "a day left out", inputs: [("day", .date, false)],
      rules: [["< @\"2026-01-01\""], ["> @\"2026-01-02\""]], gaps: ["[@\"2026-01-01\"..@\"2026-01-02\"]"]),
    Case(
      testDescription: "the whole day", inputs: [("at", .time, false)],
      rules: [["[@\"00:00:00\"..@\"08:00:00\")"], [">= @\"08:00:00\""]]),
    Case(
      testDescription: "times with offsets go round the clock", inputs: [("at", .time, false)],
      policy: .first,
      rules: [["< @\"08:00:00Z\""]], open: ["-"]),
    Case(
      testDescription: "any other text", inputs: [("town", .string, true)], rules: [["\"Lyon\", \"Metz\""]],
      gaps: ["not(\"Lyon\", \"Metz\")"]),
    Case(
      testDescription: "any other text, null not", inputs: [("town", .string, true)],
      rules: [["\"Lyon\""], ["null"]],
      gaps: ["not(\"Lyon\", null)"]),
    Case(
      testDescription: "lists are null or not", inputs: [("children", .list(.number), true)],
      rules: [["null"]], gaps: ["not(null)"]),
    Case(
      testDescription: "doubly covered", inputs: [("danger", level, false), ("weapon", .boolean, true)],
      rules: [
        ["\"low\", \"medium\"", "-"], ["not(\"low\")", "true"], ["not(\"low\", \"medium\")", "false, null"],
      ],
      overlaps: ["1 2 \"medium\" | true"]),
    Case(
      testDescription: "any: equal outputs may overlap", inputs: [("n", .number, false)], policy: .any,
      rules: [["< 5", "1"], ["< 3", "2"], ["> 1", "1"]], overlaps: ["1 2 < 3", "2 3 (1..3)"]),
    Case(
      testDescription: "masked by one, by several, by itself", inputs: [("n", .number, true)], policy: .first,
      rules: [["< 5"], ["> 3"], ["3"], ["not(null)"], ["(5..3)"], ["-"], ["1"]],
      unreachable: ["3 by 1", "4 by 1 2", "5 by ", "7 by 1"]),
    Case(
      testDescription: "reads another fact", inputs: [("score", .number, false)],
      others: [("limit", .number)],
      rules: [["< limit"], [">= 10"]], open: ["< 10"], overlaps: ["1 2 >= 10 ?"]),
    Case(
      testDescription: "reads another fact, and a last row", inputs: [("score", .number, false)],
      others: [("limit", .number)], policy: .first, rules: [["< limit"], ["-"]]),
    Case(
      testDescription: "certain gap beside an unknown test",
      inputs: [("score", .number, false), ("ok", .boolean, true)],
      others: [("limit", .number)], policy: .first, rules: [["< limit", "true"], ["-", "false"]],
      gaps: ["- | null"]),
    Case(
      testDescription: "functions on a choice are tried on each value", inputs: [("danger", level, false)],
      rules: [["starts with(?, \"l\")"], ["string length(?) > 3"]], gaps: [], overlaps: []),
  ]

  @Test(arguments: cases)
  func `tables that trainers write`(given: Case) throws {
    let hasOutput = given.rules.first.map { $0.count > given.inputs.count } ?? false
    let table = try TableText(
      inputs: given.inputs, allowed: given.allowed, others: given.others, hitPolicy: given.policy,
      rules: given.rules.map { hasOutput ? $0 : $0 + ["1"] }
    ).table()
    let analysis = table.analysis()
    var gaps: [String] = []
    var open: [String] = []
    switch analysis.coverage {
    case .complete: break
    case .gaps(let found): gaps = found.map(\.description)
    case .open(let found): open = found.map(\.description)
    case .tooLarge: Issue.record("too large")
    }
    #expect(gaps == given.gaps)
    #expect(open == given.open)
    #expect(
      analysis.overlaps.map { "\($0.first) \($0.second) \($0.combination)" + ($0.isCertain ? "" : " ?") }
        == given.overlaps)
    #expect(
      analysis.unreachable.map { "\($0.rule) by " + $0.masks.map(String.init).joined(separator: " ") }
        == given.unreachable)
  }

  @Test func `large tables of the usual kind are checked exactly`() throws {
    // Ten inputs; 1,000 rules: ten bands of a score, each split by the flags, and a last row for unknown.
    let flags = (1..<10).map { (name: "flag\($0)", type: ValueType.boolean, mayBeNull: true) }
    var rules: [[String]] = []
    for band in 0..<10 {
      let score = band == 9 ? ">= 90" : "[\(band * 10)..\((band + 1) * 10))"
      for bits in 0..<99 {
        rules.append(
          [score] + (0..<9).map { $0 < 7 ? (bits >> $0 & 1 == 1 ? "true" : "not(true)") : "-" } + ["\(band)"])
      }
      rules.append([score] + (0..<9).map { _ in "-" } + ["0"])
    }
    let table = try TableText(
      inputs: [("score", .number, false)] + flags, allowed: [">= 0"] + flags.map { _ in nil },
      hitPolicy: .first,
      rules: rules
    ).table()
    let analysis = table.analysis()
    #expect(analysis.coverage == .complete)
    #expect(analysis.unreachable.isEmpty && !analysis.isReachabilityOpen)
  }

  @Test func `a gap of many pieces is cut short, and the next one is another`() throws {
    let table = try TableText(
      inputs: [("n", .number, false), ("ok", .boolean, false)], hitPolicy: .first,
      rules: (0..<20).map { ["\($0)", "-", "1"] } + [["-", "true", "2"], ["> 100", "false", "3"]]
    ).table()
    guard case .gaps(let gaps) = table.analysis().coverage else {
      Issue.record("no gap")
      return
    }
    #expect(gaps.map(\.description) == ["< 0, (0..1), (1..2), (2..3), (3..4), (4..5) | false"])
  }

  @Test func `a table that hides a hard problem is answered, not hung on`() throws {
    // Random 3-clauses over 60 flags near the point where it is hardest to tell whether something is left over.
    var random = Seeded(3)
    let inputs = (0..<60).map { (name: "flag\($0)", type: ValueType.boolean, mayBeNull: false) }
    let rules = (0..<258).map { _ in
      var row = Array(repeating: "-", count: 60)
      for place in Array(0..<60).shuffled(using: &random).prefix(3) {
        row[place] = random.chance(2) ? "true" : "false"
      }
      return row + ["1"]
    }
    let table = try TableText(inputs: inputs, hitPolicy: .first, rules: rules).table()
    let analysis = table.analysis(effort: 20_000)
    #expect(analysis.coverage == .tooLarge || analysis.isReachabilityOpen)
  }
}
