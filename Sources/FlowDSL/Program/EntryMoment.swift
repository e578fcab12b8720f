import FEEL

/// What expressions of a flow read of the entry at which they are evaluated, beside the facts (grammar, section 6).
public enum EntryMoment {
  /// The moment, with the place's offset from UTC, and the day there. They stand after the flow's facts.
  public static let variables = [
    Variable(name: "now()", type: .dateTime, mayBeNull: false),
    Variable(name: "today()", type: .date, mayBeNull: false),
  ]

  /// The same places where there is no entry, and so nothing that can be named.
  static let none = variables.map { Variable(name: "", type: $0.type, mayBeNull: true) }

  /// The functions of FEEL that it stands for.
  static let functions = ["now", "today"]
}

extension Flow {
  /// The declared facts among the slots that an expression reads.
  public func facts(in slots: some Sequence<Int>) -> [Fact] {
    slots.filter { $0 < facts.count }.map { facts[$0] }
  }
}
