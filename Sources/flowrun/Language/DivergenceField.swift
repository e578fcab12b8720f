import FlowRuntime

extension Divergence {
  /// The first field in which the journal's entry is not the walk's, and what it holds there and here.
  struct Field {
    var name: String
    var expected: JSON
    var found: JSON
  }

  /// The first field that differs, where both entries are there.
  var field: Field? {
    guard let expected, let found, expected != found else { return nil }
    let (ours, theirs) = (Self.members(expected), Self.members(found))
    for (name, value) in ours {
      let other = theirs.first { $0.0 == name }?.1 ?? .null
      if other.text() != value.text() { return Field(name: name, expected: value, found: other) }
    }
    let known = Set(ours.map(\.0))
    if let (name, value) = theirs.first(where: { !known.contains($0.0) }) {
      return Field(name: name, expected: .null, found: value)
    }
    // What is not among the members: the weights and the row behind a recommendation.
    return Field(
      name: "grounds", expected: .string("\(expected.event)"), found: .string("\(found.event)"))
  }

  private static func members(_ entry: Entry) -> [(String, JSON)] {
    [
      ("sequence", .number(entry.sequence)), ("at", JSON(entry.at)), ("person", .string(entry.by.identifier)),
      ("role", .string(entry.by.role)), ("event", .string(entry.event.name)),
      ("step", .optional(entry.event.step?.description)),
    ] + CaseReport.details(entry.event)
  }
}
