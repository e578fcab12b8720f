import DMN
import FEEL

/// How many danger decisions of the reference work are made in a second.
enum DangerDecision {
  struct Figures {
    /// Decisions per second, score and table.
    let decisions: Double
    /// The table alone: outcomes, and rows only.
    let tableOutcomes: Double
    let tableRows: Double
    /// The decision written by hand in Swift: the limit.
    let byHand: Double
    /// Decisions that differ from what is expected.
    let wrong: Int
  }

  /// Measures, after comparing each decision with what is expected: the Python floor's, or else Swift's by hand.
  static func measure(expected: [[String]]?) throws -> Figures {
    let cases = ReferenceWork.cases(2000)
    let reference = try ReferenceTable()
    var slots = cases.map { reference.slots($0) }
    let expected =
      expected ?? cases.map { [ReferenceWork.decide($0).level, ReferenceWork.decide($0).measures] }
    let wrong = slots.indices.count {
      reference.decide(&slots[$0]).outputs != expected[$0].map { .string($0) }
    }
    let rounds = 20
    let count = rounds * cases.count
    let decisions = Stopwatch.perSecond(count) {
      for _ in 0..<rounds {
        for place in slots.indices { consume(reference.decide(&slots[place])) }
      }
    }
    let outcomes = Stopwatch.perSecond(count) {
      for _ in 0..<rounds {
        for place in slots.indices { consume(reference.table.decide(slots[place])) }
      }
    }
    let rows = Stopwatch.perSecond(count) {
      for _ in 0..<rounds {
        for place in slots.indices {
          consume(slots[place].withUnsafeBufferPointer { reference.table.firstMatchingRule($0) })
        }
      }
    }
    let byHand = Stopwatch.perSecond(count) {
      for _ in 0..<rounds {
        for given in cases { consume(ReferenceWork.decide(given).level) }
      }
    }
    return Figures(
      decisions: decisions, tableOutcomes: outcomes, tableRows: rows, byHand: byHand, wrong: wrong)
  }
}
