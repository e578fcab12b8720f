import FlowRuntime
import Testing

/// Agreement between assessors, against worked examples.
@Suite struct AgreementTests {
  /// Ten items rated by fourteen assessors into five categories: counts by category.
  static let worked: [[Int]] = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
  ]

  static func ratings(_ counts: [[Int]]) -> [[String]] {
    counts.map { row in
      row.enumerated().flatMap { Array(repeating: "category \($0)", count: $1) }
    }
  }

  @Test func manyAssessors() throws {
    let agreement = try #require(Agreement(AgreementTests.ratings(AgreementTests.worked)))
    #expect(agreement.items == 10 && agreement.assessors == 14)
    #expect((agreement.share * 1000).rounded() == 378)
    #expect(((agreement.kappa ?? 0) * 1000).rounded() == 210)
  }

  @Test(
    arguments: [
      ([["a", "a"], ["b", "b"]], 1.0, 1.0),
      ([["a", "b"], ["b", "a"]], 0.0, -1.0),
      ([["a", "a"], ["a", "b"], ["b", "b"], ["b", "a"]], 0.5, 0.0),
    ] as [([[String]], Double, Double)])
  func bounds(_ ratings: [[String]], _ share: Double, _ kappa: Double) throws {
    let agreement = try #require(Agreement(ratings))
    #expect(agreement.share == share)
    #expect(agreement.kappa == kappa)
  }

  @Test func withoutChanceThereIsNoKappa() throws {
    let agreement = try #require(Agreement([["a", "a"], ["a", "a"]]))
    #expect(agreement.share == 1 && agreement.kappa == nil)
  }

  @Test(arguments: [[], [["a"]], [[]]] as [[[String]]])
  func nothingToCompare(_ ratings: [[String]]) { #expect(Agreement(ratings) == nil) }

  /// Whoever is named first, and however the categories are called, the agreement is the same.
  @Test func orderAndNamesDoNotCount() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let ratings = (0..<6).map { _ in (0..<4).map { _ in "\(Int.random(in: 0..<3, using: &generator))" } }
      let agreement = try #require(Agreement(ratings))
      let renamed = ratings.shuffled(using: &generator).map { row in
        row.shuffled(using: &generator).map { "x" + $0 }
      }
      let other = try #require(Agreement(renamed))
      #expect(abs(agreement.share - other.share) < 1e-12)
      #expect(abs((agreement.kappa ?? 0) - (other.kappa ?? 0)) < 1e-12)
      #expect((0...1).contains(agreement.share) && (agreement.kappa ?? 0) <= 1)
    }
  }
}
