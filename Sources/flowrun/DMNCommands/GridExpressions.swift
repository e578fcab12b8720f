import FEEL
import FlowDSL

/// A grid as the entries of a context, each of which may read those before it: what counts, the score, the flags, the level.
extension Assessment {
  /// The entries in order, as texts of FEEL.
  var expressions: [(name: String, text: String)] {
    let risks = risk.map { counted($0, asUnknown: unknownCounts) }
    let safeties = safety.map { counted($0, asUnknown: false) }
    let weights =
      risk.enumerated().map { "risk[\($0 + 1)] * (\($1.weight))" }
      + safety.enumerated().map { "safety[\($0 + 1)] * (\($1.weight))" }
    let flags = flags.enumerated().map { flag, name in
      let flagged =
        risk.enumerated().filter { $1.flag == flag }.map { "risk[\($0.offset + 1)]" }
        + safety.enumerated().filter { $1.flag == flag }.map { "safety[\($0.offset + 1)]" }
      return "\(name): " + sum(flagged)
    }
    return [
      ("risk", "[" + risks.joined(separator: ", ") + "]"),
      ("safety", "[" + safeties.joined(separator: ", ") + "]"), ("score", sum(weights)),
      ("risks", sum(risk.indices.map { "risk[\($0 + 1)]" })),
      ("safeties", sum(safety.indices.map { "safety[\($0 + 1)]" })),
      ("flags", "{" + flags.joined(separator: ", ") + "}"), ("level", level),
    ]
  }

  /// The slots of the facts that it reads, of a flow with so many facts.
  func slots(facts: Int) -> Set<Int> {
    let conditions = (risk + safety).map(\.when) + levels.compactMap(\.when)
    return Set(conditions.flatMap(\.slots).filter { $0 < facts })
  }

  /// 1 when the factor counts, else 0.
  private func counted(_ factor: Factor, asUnknown: Bool) -> String {
    let when = "(\(factor.when.text))"
    return "if \(when) = true" + (asUnknown ? " or \(when) = null" : "") + " then 1 else 0"
  }

  private func sum(_ terms: [String]) -> String { terms.isEmpty ? "0" : terms.joined(separator: " + ") }

  /// The first row that holds.
  private var level: String {
    levels.reversed().reduce("null") { otherwise, row in
      guard let when = row.when else { return "\(row.level)" }
      return "if \(when.text) then \(row.level) else \(otherwise)"
    }
  }
}
