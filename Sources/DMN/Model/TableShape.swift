import FEEL

/// What is known of a table's result before it is computed.
extension LogicCompiler {
  /// - Parameters:
  ///   - names: the names of the outputs.
  ///   - types: the types that the outputs declare.
  func shape(of table: DecisionTable, _ names: [String?], _ types: [ItemType]) -> Shape {
    let columns = table.outputs.indices.map { place in
      cells(of: place, in: table).coerced(to: types[place])
    }
    let isSure = isNarrow && isDecided(table)
    switch table.hitPolicy {
    case .ruleOrder, .outputOrder, .collect(nil):
      let item = columns.count == 1 ? columns[0].type : row(columns, names).type
      let mayBeNull = table.hasDefault || columns.contains(where: \.mayBeNull) || !acceptsInputs(table)
      return Shape(type: .list(item), mayBeNull: mayBeNull)
    case .collect(.count): return Shape(type: .number, mayBeNull: table.hasDefault || !acceptsInputs(table))
    case .collect:
      return Shape(type: columns[0].type, mayBeNull: !isSure || columns[0].mayBeNull)
    case .unique, .any, .first, .priority:
      var shape = columns.count == 1 ? columns[0] : row(columns, names)
      if !isSure { shape.mayBeNull = true }
      return shape
    }
  }

  /// The context of several outputs; it is null where all of them are.
  private func row(_ columns: [Shape], _ names: [String?]) -> Shape {
    let named = zip(names, columns).map { (name: $0 ?? "", shape: $1) }
    return Shape(
      type: .context(named.map { Field(name: $0.name, type: $0.shape.type) }),
      mayBeNull: columns.allSatisfy(\.mayBeNull),
      certainEntries: Set(named.filter { !$0.shape.mayBeNull }.map(\.name)))
  }

  /// The values of an output in all rules, and by default.
  private func cells(of place: Int, in table: DecisionTable) -> Shape {
    let output = table.outputs[place]
    var cells = table.rules.map { $0.outputs[place].shape }
    if let entry = output.defaultEntry { cells.append(entry.shape) }
    guard var shape = cells.first else { return Shape(type: output.type) }
    for cell in cells.dropFirst() { shape = shape.union(cell) }
    return shape
  }

  /// Whether for each combination of the inputs' values a rule decides, or the default entries do, and no two clash.
  private func isDecided(_ table: DecisionTable) -> Bool {
    guard acceptsInputs(table) else { return false }
    let analysis = table.analysis()
    guard analysis.overlaps.isEmpty else { return false }
    if table.outputs.allSatisfy({ $0.defaultEntry != nil }) { return true }
    return analysis.coverage == .complete
  }

  /// Whether no value of an input is refused because it is none of the table's input values.
  private func acceptsInputs(_ table: DecisionTable) -> Bool {
    table.inputs.allSatisfy { input in input.allowed.map { $0.accept(input.type) } ?? true }
  }
}
