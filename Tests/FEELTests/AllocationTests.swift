import AllocationCounter
import FEEL
import Testing

/// A professional's screen evaluates guards at every entry, and replay does so millions of times: they must not allocate.
@Suite(
  "Guards allocate nothing", .enabled(if: allocation_counter_works() != 0, "this C library lends no counter"))
struct AllocationTests {
  /// What the calling thread allocates while `body` runs so often.
  static func allocations(of count: Int, _ body: () -> Void) -> Int {
    body()  // Whatever is made once is made now.
    let before = allocation_count()
    for _ in 0..<count { body() }
    return Int(allocation_count() - before)
  }

  @Test func counterCounts() {
    var texts: [String] = []
    let made = Self.allocations(of: 100) {
      texts = [String(repeating: "long enough to be allocated", count: 2)]
    }
    #expect(made >= 200, "an array and a string each time")
    #expect(texts.count == 1)
  }

  @Test(arguments: [
    "score >= 12", "score >= 12 and (separated or weapon)", "not(weapon) or score between 3 and 7",
    "separated = false and flags.red != 3", "score in [1..5]", "score in (< 3, > 20, 13)",
    "danger in [\"high\", \"extreme\"] and not(immediate)", "danger = \"extreme\" or danger != \"low\"",
    "some c in children satisfies c < 6", "every c in children satisfies c > 3 and c != 9 or immediate",
    "age < 18 or weapon = null", "if immediate then separated else weapon",
  ])
  func guards(text: String) throws {
    let compiled = try Case.compile(text)
    let made = Case.slots.withUnsafeBufferPointer { slots in
      Self.allocations(of: 100_000) { _ = compiled.holds(slots) }
    }
    #expect(made == 0, "allocations in 100,000 evaluations")
  }

  @Test(arguments: ["> 5", "[12..14]", "1, 13, 20", "not(3, < 2)", "-"])
  func cells(text: String) throws {
    let compiled = try FEELCompiler.compile(unaryTests: text, of: .number, in: Case.scope)
    let made = Case.slots.withUnsafeBufferPointer { slots in
      Self.allocations(of: 100_000) { _ = compiled.evaluate(13, slots) }
    }
    #expect(made == 0, "allocations in 100,000 evaluations")
  }
}
