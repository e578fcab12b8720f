import Testing

@testable import DMN

/// The search on boxes alone, against looking at every point.
@Suite struct CoverSearchTests {
  /// A small space with some boxes, some of them empty, and rows that are alike.
  struct Case {
    let space: Box
    let boxes: [Box]

    init(seed: UInt64) {
      var random = Seeded(seed)
      let sizes = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 1...5, using: &random)
      }
      space = Case.box(sizes, random: &random, fullOnceIn: 2)
      boxes = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Case.box(sizes, random: &random, fullOnceIn: 3)
      }
    }

    static func box(_ sizes: [Int], random: inout Seeded, fullOnceIn times: Int) -> Box {
      Box(
        columns: sizes.map { size in
          if random.chance(times) { return BitSet(all: size) }
          var set = BitSet(capacity: size)
          for atom in 0..<size where random.chance(2) { set.insert(atom) }
          return set
        })
    }

    /// Every point of a box.
    func points(of box: Box) -> [[Int]] {
      box.columns.reduce([[]]) { points, column in points.flatMap { point in column.map { point + [$0] } } }
    }

    func holds(_ box: Box, _ point: [Int]) -> Bool {
      zip(box.columns, point).allSatisfy { $0.contains($1) }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `finds a gap exactly where a point is left over`(seed: UInt64) throws {
    let given = Case(seed: seed)
    let left = given.points(of: given.space).filter { point in
      !given.boxes.contains { given.holds($0, point) }
    }
    let grid = Grid(space: given.space, boxes: given.boxes)
    var budget = Budget(1_000_000)
    var search = CoverSearch()
    let found = try search.uncovered(in: grid, &budget).map { grid.atoms(of: $0) }
    #expect((found == nil) == left.isEmpty)
    if let found { #expect(Set(given.points(of: found)).isSubset(of: left)) }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `gaps found one after another make up all that is left over, each as wide as it can be`(seed: UInt64)
    throws
  {
    let given = Case(seed: seed)
    let left = Set(
      given.points(of: given.space).filter { point in !given.boxes.contains { given.holds($0, point) } })
    var grid = Grid(space: given.space, boxes: given.boxes, spare: 1000)
    var budget = Budget(10_000_000)
    var search = CoverSearch()
    var found: Set<[Int]> = []
    while let gap = try search.uncovered(in: grid, &budget) {
      let wide = grid.widened(gap, against: given.boxes.count)
      grid.add(wide)
      let points = Set(given.points(of: grid.atoms(of: wide)))
      #expect(points.isSubset(of: left))
      #expect(!points.isSubset(of: found))
      found.formUnion(points)
      for place in wide.columns.indices {
        for part in grid.columns[place].everyClass where !wide.columns[place].contains(part) {
          var wider = wide
          wider.columns[place].insert(part)
          #expect(!Set(given.points(of: grid.atoms(of: wider))).isSubset(of: left))
        }
      }
    }
    #expect(found == left)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a row is covered by others exactly when each of its points is`(seed: UInt64) throws {
    let given = Case(seed: seed)
    let grid = Grid(space: given.space, boxes: given.boxes)
    var budget = Budget(10_000_000)
    for row in grid.rows {
      var earlier = BitSet(capacity: given.boxes.count)
      for other in 0..<row { earlier.insert(other) }
      let points = given.points(of: given.boxes[row].intersection(given.space))
      let expected = points.allSatisfy { point in given.boxes[..<row].contains { given.holds($0, point) } }
      #expect(try CoverSearch.isCovered(row, by: earlier, in: grid, &budget) == expected)
      let meeting = given.boxes.indices.filter {
        !given.boxes[$0].intersection(given.boxes[row]).intersection(given.space).isEmpty
      }
      #expect(Array(grid.rows(meeting: grid.boxes[row])) == meeting)
    }
  }

  @Test func `stops when the work is too much`() {
    // Parity: no two points of a kind side by side, so that nothing can be merged.
    let size = 12
    let points = (0..<(1 << size)).filter { $0.nonzeroBitCount % 2 == 0 }
    let boxes = points.map { point in
      Box(
        columns: (0..<size).map { bit in
          var set = BitSet(capacity: 2)
          set.insert(point >> bit & 1)
          return set
        })
    }
    let grid = Grid(space: Box(columns: Array(repeating: BitSet(all: 2), count: size)), boxes: boxes + boxes)
    var search = CoverSearch()
    var budget = Budget(10)
    #expect(throws: Budget.TooLarge.self) { try search.uncovered(in: grid, &budget) }
  }
}
