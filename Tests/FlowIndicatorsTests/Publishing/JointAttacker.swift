import FlowIndicators

/// A reader who lays all tables of a publication beside one another: lists everything that all cases, those among which is
/// counted, and the events can be where each agrees with what is shown.
struct JointAttacker {
  /// What a position can be.
  struct Spans {
    let cases: ClosedRange<Int>
    let among: ClosedRange<Int>
    let events: ClosedRange<Int>
  }

  /// Of each cell, or of each line's sum: all cases, those among which is counted, events.
  private typealias Triple = SIMD3<Int>

  private let cases: PublishedTable<Int>
  private let counts: PublishedTable<Cell>
  /// What each cell can be, as far as it alone tells.
  private let choices: [[Triple]]
  /// The positions of the table, and for each cell the indices of those it adds to.
  private let positions: [TablePosition]
  private let adds: [[Int]]
  /// For each cell, the positions whose last cell it is.
  private let closes: [[Int]]
  private let shownCases: [Int?]
  private let shownCounts: [Cell?]

  /// - Parameters:
  ///   - cases: what is shown of all cases.
  ///   - counts: what is shown of the events.
  ///   - known: all cases, to a reader who knows each number of them; without, up to `most` are tried in each cell.
  init(cases: PublishedTable<Int>, counts: PublishedTable<Cell>, known: CountTable?, most: Int = 0) {
    self.cases = cases
    self.counts = counts
    let positions = cases.positions
    self.positions = positions
    let shownCases = positions.map { cases[$0] }
    let shownCounts = positions.map { counts[$0] }
    self.shownCases = shownCases
    self.shownCounts = shownCounts
    func index(_ position: TablePosition) -> Int { positions.firstIndex(of: position) ?? 0 }
    var choices: [[Triple]] = []
    var adds: [[Int]] = []
    for cell in cases.cells {
      guard case .cell(let row, let column) = cell else { continue }
      let all = (known?[cell].cases ?? cases[cell]).map { $0...$0 } ?? 0...most
      choices.append(
        all.flatMap { cases in
          (counts[cell].map { $0.cases...$0.cases } ?? 0...cases).flatMap { among in
            (counts[cell].map { $0.events...$0.events } ?? 0...among).map { Triple(cases, among, $0) }
          }
        }.filter { $0.y <= $0.x && $0.z <= $0.y })
      adds.append([index(cell), index(.rowTotal(row)), index(.columnTotal(column)), index(.total)])
    }
    self.choices = choices
    self.adds = adds
    closes = adds.indices.map { cell in
      adds[cell].filter { position in adds[(cell + 1)...].allSatisfy { !$0.contains(position) } }
    }
  }

  /// Between what and what each position lies.
  func spans() -> [TablePosition: Spans] {
    var sums = [Triple](repeating: .zero, count: positions.count)
    var least: [Triple] = []
    var most: [Triple] = []
    search(0, &sums, &least, &most)
    guard !least.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: positions.indices.map { index in
        let (low, high) = (least[index], most[index])
        return (
          positions[index], Spans(cases: low.x...high.x, among: low.y...high.y, events: low.z...high.z)
        )
      })
  }

  private func search(
    _ cell: Int, _ sums: inout [Triple], _ least: inout [Triple], _ most: inout [Triple]
  ) {
    guard cell < choices.count else {
      if least.isEmpty { (least, most) = (sums, sums) }
      for index in sums.indices {
        least[index] = pointwiseMin(least[index], sums[index])
        most[index] = pointwiseMax(most[index], sums[index])
      }
      return
    }
    for choice in choices[cell] {
      for position in adds[cell] { sums[position] &+= choice }
      if closes[cell].allSatisfy({ agrees(sums[$0], at: $0) }) { search(cell + 1, &sums, &least, &most) }
      for position in adds[cell] { sums[position] &-= choice }
    }
  }

  private func agrees(_ sum: Triple, at position: Int) -> Bool {
    if let shown = shownCases[position], sum.x != shown { return false }
    if let shown = shownCounts[position], sum.y != shown.cases || sum.z != shown.events { return false }
    return true
  }
}
