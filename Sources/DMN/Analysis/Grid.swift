/// The boxes of a table's rows over a space, laid out for searching: column by column, which rows hold which part.
///
/// Atoms that the same rows hold behave alike and are one *class*; boxes inside a grid are sets of classes.
struct Grid {
  /// One column of the space.
  struct Column {
    /// The atoms of each class.
    let atoms: [BitSet]
    /// The rows that hold each class.
    var rows: [BitSet]
    /// The rows that hold all classes.
    var full: BitSet
    let everyClass: BitSet
    /// The class of each atom; -1 for atoms outside the space.
    fileprivate let classes: [Int]
  }

  private(set) var columns: [Column]
  /// The rows' boxes, in classes.
  private(set) var boxes: [Box]
  /// The rows whose boxes are not empty.
  private(set) var rows: BitSet
  /// Whether the space itself has no point.
  let isEmpty: Bool
  private let atomCounts: [Int]

  /// A grid over `space`, with room for `spare` boxes to be added later.
  init(space: Box, boxes atomBoxes: [Box], spare: Int = 0) {
    let capacity = atomBoxes.count + spare
    isEmpty = space.isEmpty
    atomCounts = space.columns.map { $0.words.count * 64 }
    columns = []
    rows = BitSet(capacity: capacity)
    var parts = [[BitSet]](repeating: [], count: atomBoxes.count)
    for (index, atoms) in space.columns.enumerated() {
      let cells = Dictionary(grouping: atomBoxes.indices) { atomBoxes[$0].columns[index].intersection(atoms) }
      columns.append(Column(atoms: atoms, cells: cells, capacity: capacity))
      for (cell, rows) in cells {
        let classes = columns[index].classes(of: cell)
        for row in rows { parts[row].append(classes) }
      }
    }
    boxes = parts.map { Box(columns: $0) }
    for (row, box) in boxes.enumerated() where !box.isEmpty { rows.insert(row) }
  }

  /// Everything, in classes.
  var space: Box { Box(columns: columns.map(\.everyClass)) }

  /// A box in atoms.
  func atoms(of box: Box) -> Box {
    Box(
      columns: box.columns.enumerated().map { index, classes in
        var atoms = BitSet(capacity: atomCounts[index])
        for part in classes { atoms.formUnion(columns[index].atoms[part]) }
        return atoms
      })
  }

  /// Adds a box, in classes, as one more row.
  mutating func add(_ box: Box) {
    let row = boxes.count
    boxes.append(box)
    rows.insert(row)
    for (index, classes) in box.columns.enumerated() {
      for part in classes { columns[index].rows[part].insert(row) }
      if classes == columns[index].everyClass { columns[index].full.insert(row) }
    }
  }

  /// The rows that share a point with `box`.
  func rows(meeting box: Box) -> BitSet {
    var found = rows
    for (index, classes) in box.columns.enumerated() where classes != columns[index].everyClass {
      var meeting = BitSet(capacity: rows.words.count * 64)
      for part in classes { meeting.formUnion(columns[index].rows[part]) }
      found.formIntersection(meeting)
    }
    return found
  }

  /// `box`, widened column by column for as long as none of the first `count` rows shares a point with it.
  func widened(_ box: Box, against count: Int) -> Box {
    var box = box
    for index in columns.indices {
      var allowed = columns[index].everyClass
      for row in rows where row < count {
        let meetsElsewhere = columns.indices.allSatisfy {
          $0 == index || boxes[row].columns[$0].intersects(box.columns[$0])
        }
        if meetsElsewhere { allowed.subtract(boxes[row].columns[index]) }
      }
      box.columns[index] = allowed
    }
    return box
  }
}

extension Grid.Column {
  /// The column of these cells, each with the rows that it stands in.
  init(atoms: BitSet, cells: [BitSet: [Int]], capacity: Int) {
    var holders = [BitSet](repeating: BitSet(capacity: capacity), count: atoms.words.count * 64)
    full = BitSet(capacity: capacity)
    for (cell, rows) in cells {
      var standing = BitSet(capacity: capacity)
      for row in rows { standing.insert(row) }
      for atom in cell { holders[atom].formUnion(standing) }
      if cell == atoms { full.formUnion(standing) }
    }
    var place: [BitSet: Int] = [:]
    var classes: [BitSet] = []
    rows = []
    for atom in atoms {
      let index = place[holders[atom]] ?? classes.count
      if index == classes.count {
        place[holders[atom]] = index
        classes.append(BitSet(capacity: holders.count))
        rows.append(holders[atom])
      }
      classes[index].insert(atom)
    }
    self.atoms = classes
    everyClass = BitSet(all: classes.count)
    self.classes = atoms.reduce(into: [Int](repeating: -1, count: holders.count)) { table, atom in
      table[atom] = place[holders[atom]] ?? -1
    }
  }

  /// A cell, in classes.
  func classes(of cell: BitSet) -> BitSet {
    var result = BitSet(capacity: atoms.count)
    // INVARIANT: a class lies inside a cell or outside of it, never across.
    for atom in cell where classes[atom] >= 0 { result.insert(classes[atom]) }
    return result
  }
}
