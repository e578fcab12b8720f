import FEEL
import Foundation
import Testing

@testable import DMN

/// Large tables: the work of making one grows no faster than its size times its logarithm, and it decides as a small one.
@Suite struct LargeTableTests {
  /// Tables of many rows.
  enum Kind: CaseIterable {
    case texts, ranges, exceptions

    func rows(_ count: Int) -> TableText {
      switch self {
      case .texts:
        TableText(
          inputs: [("name", .string, true), ("age", .number, true)], hitPolicy: .first,
          rules: (0..<count).map { ["\"name \($0)\"", $0 % 3 == 0 ? "-" : ">= \($0 % 90)", "\($0)"] })
      case .ranges:
        TableText(
          inputs: [("age", .number, true)], hitPolicy: .collect(nil),
          rules: (0..<count).map { [$0 % 2 == 0 ? "[\($0)..\($0 + 9)]" : "< \($0)", "\($0)"] })
      case .exceptions:
        TableText(
          inputs: [("name", .string, true)], hitPolicy: .first,
          rules: (0..<count).map { ["not(\"name \($0)\", \"name \($0 + 1)\")", "\($0)"] })
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `work grows no faster than rows times their logarithm`(kind: Kind) throws {
    let work = try [1250, 2500, 5000].map { Double(try kind.rows($0).table().work) }
    for (small, large) in zip(work, work.dropFirst()) {
      #expect(large <= small * 2 * log(5000) / log(2500) * 1.1, "\(work)")
    }
    #expect(work[2] < 5000 * log2(5000) * 4, "\(work)")
  }

  @Test func `twenty thousand rows of texts are a table`() throws {
    let table = try Kind.texts.rows(20_000).table()
    #expect(Double(table.work) < 20_000 * log2(20_000) * 4)
    #expect(table.decide(["name 19999", 95]).outputs == [19999])
    #expect(table.decide(["name 19999", 1]).outputs == [.null])
    #expect(table.decide(["nobody", 1]).outputs == [.null])
  }

  @Test func `a large table decides as its rules one by one`() throws {
    for text in Kind.allCases.map({ $0.rows(1500) }) {
      let table = try text.table()
      let ages: [Value] = [.null, -1, 0, 7, 8, 89, 700, 1499, 1500, 2000]
      let names: [Value] = [.null, "name 0", "name 7", "name 1499", "name 1500", "x"]
      for age in ages {
        for name in names {
          let slots = text.inputs.map { $0.type == .number ? age : name }
          let expected = table.rules.indices.filter { rule in
            zip(table.rules[rule].tests, slots).allSatisfy { test, value in
              test.map { $0.evaluate(value, slots) == true } ?? true
            }
          }
          #expect(table.matchingRules(slots) == expected.map { $0 + 1 }, "\(slots)")
        }
      }
    }
  }

  @Test func `open tests of a large table are run`() throws {
    var text = Kind.texts.rows(2000)
    text.others = [("limit", .number)]
    text.rules[1999][1] = "< limit"
    let table = try text.table()
    #expect(table.decide(["name 1999", 5, 6]).outputs == [1999])
    #expect(table.decide(["name 1999", 7, 6]).outputs == [.null])
  }
}
