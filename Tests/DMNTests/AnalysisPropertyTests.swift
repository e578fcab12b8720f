import FEEL
import Testing

@testable import DMN

/// The analysis of random tables against running them on every combination of values that matter.
@Suite struct AnalysisPropertyTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `gaps are the combinations that no rule matches`(seed: UInt64) throws {
    let random = try RandomTable(seed: seed, hitPolicy: .unique)
    let missed = random.points.filter { naiveMatches(random.table, $0).isEmpty }
    let analysis = random.table.analysis(limit: 1000)
    #expect(analysis.unknownTests.isEmpty)
    switch analysis.coverage {
    case .complete: #expect(missed.isEmpty)
    case .gaps(let gaps):
      let tests = try gaps.map { try Written($0, random) }
      for point in random.points {
        #expect(tests.contains { $0.holds(point) } == missed.contains(point))
      }
      for gap in gaps { #expect(naiveMatches(random.table, gap.inputs.map(\.example)).isEmpty) }
    case .open, .tooLarge: Issue.record("\(analysis.coverage)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `overlaps are the combinations that two rules match`(seed: UInt64) throws {
    let random = try RandomTable(seed: seed, hitPolicy: seed % 2 == 0 ? .unique : .any)
    var expected: Set<[Int]> = []
    for point in random.points {
      let matches = naiveMatches(random.table, point)
      for first in matches {
        for second in matches where second > first && clash(random.table, first, second) {
          expected.insert([first + 1, second + 1])
        }
      }
    }
    let overlaps = random.table.analysis(limit: 1000).overlaps
    #expect(Set(overlaps.map { [$0.first, $0.second] }) == expected)
    for overlap in overlaps {
      #expect(overlap.isCertain)
      let written = try Written(overlap.combination, random)
      for point in random.points {
        let matches = naiveMatches(random.table, point)
        #expect(
          written.holds(point)
            == (matches.contains(overlap.first - 1) && matches.contains(overlap.second - 1)),
          "\(overlap.combination) at \(point)")
      }
    }
  }

  private func clash(_ table: DecisionTable, _ first: Int, _ second: Int) -> Bool {
    table.hitPolicy == .unique || table.rules[first].outputs[0].text != table.rules[second].outputs[0].text
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `unreachable rules are those that decide no combination`(seed: UInt64) throws {
    let random = try RandomTable(seed: seed, hitPolicy: seed % 2 == 0 ? .first : .priority)
    var deciding: Set<Int> = []
    for point in random.points {
      let matches = naiveMatches(random.table, point)
      let first = matches.min { left, right in
        seed % 2 == 0 ? left < right : (letter(random, left), left) < (letter(random, right), right)
      }
      if let first { deciding.insert(first + 1) }
    }
    let unreachable = random.table.analysis().unreachable
    #expect(
      unreachable.map(\.rule) == Array(1..<(random.table.rules.count + 1)).filter { !deciding.contains($0) })
    for rule in unreachable {
      let masked = random.points.filter { naiveMatches(random.table, $0).contains(rule.rule - 1) }
      #expect(masked.isEmpty == rule.masks.isEmpty)
      for point in masked {
        #expect(naiveMatches(random.table, point).contains { rule.masks.contains($0 + 1) })
      }
    }
  }

  private func letter(_ random: RandomTable, _ rule: Int) -> String {
    random.table.rules[rule].outputs[0].text
  }

  /// A combination read back from the cells it is written as.
  struct Written {
    let tests: [CompiledUnaryTests]

    init(_ combination: Combination, _ random: RandomTable) throws {
      tests = try combination.cells.enumerated().map { try random.text.test($1, $0) }
    }

    func holds(_ point: [Value]) -> Bool { zip(tests, point).allSatisfy { $0.evaluate($1) == true } }
  }
}
