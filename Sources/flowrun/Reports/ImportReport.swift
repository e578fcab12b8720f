import FlowDirectory

/// What came of a table of services.
struct ImportReport {
  /// The table.
  let file: String
  let words: Wording

  /// More faults than this are counted only.
  private static let shown = 50

  /// All that is wrong, by row and column.
  func page(_ failure: ImportFailure) -> Screen {
    var screen = Screen()
    for fault in failure.faults.prefix(Self.shown) {
      let place = place(fault)
      if !place.isEmpty { screen.add(place, .title) }
      if let found = fault.found { screen.add(words(.importFound, ["found": found]), indent: 2) }
      screen.add(words.words("table." + fault.kind.rawValue, arguments(of: fault)), indent: 2)
      screen.space()
    }
    let more = failure.faults.count - Self.shown
    if more > 0 { screen.add(words(.importMore, ["count": String(more)])) }
    let count = words.count(failure.faults.count, one: .importFaultOne, many: .importFaultMany)
    screen.add(words(.importFaults, ["file": file, "count": count]))
    return screen
  }

  /// With the words of an example in place of the column that it is of.
  private func arguments(of fault: RowFault) -> [String: String] {
    guard let column = fault.arguments["example"] else { return fault.arguments }
    return fault.arguments.merging(["example": words.words("cells." + column)]) { $1 }
  }

  private func place(_ fault: RowFault) -> String {
    guard fault.row > 0 else { return "" }
    guard let column = fault.column else { return words(.importRow, ["row": String(fault.row)]) }
    return words(.importPlace, ["row": String(fault.row), "column": column])
  }

  /// What was written, and what to do with it.
  func written(_ made: DirectoryImport, to path: String) -> Screen {
    var screen = Screen()
    let services = words.count(made.services.count, one: .serviceOne, many: .serviceMany)
    screen.add(words(.importWritten, ["path": path, "services": services]))
    return screen
  }
}
