import FEEL

/// Places for facts in what people read at a step, `{{child_mark}}` (grammar, section 3).
extension Elaboration {
  /// Checks the places for facts in some texts. Before the second edition braces were words like others.
  mutating func checkPlaces(in texts: [TextSyntax], _ known: Knowledge) {
    guard edition >= .second else { return }
    var seen: Set<String> = []
    for words in texts.flatMap({ $0.entries.map(\.words) }) where words.value.contains("{") {
      let (parts, faults) = PlaceholderParser.parse(
        ExpressionSyntax(text: words.value, place: words.place, runs: []))
      for fault in faults {
        report(fault.code, at: fault.place, ["found": fault.found, "example": fault.example])
      }
      for case .fact(let name) in parts where seen.insert(name.value).inserted { checkPlace(of: name, known) }
    }
  }

  /// A fact that stands in a sentence: its value is words, a number or a moment. Yes and no make no sentence.
  private mutating func checkPlace(of name: Located<String>, _ known: Knowledge) {
    guard let slot = slot(of: name) else { return }
    readFact(slot, at: name.place, known)
    let type = facts[slot].type
    guard !type.standsInSentence else { return }
    report(
      .notInSentence, at: name.place, ["name": name.value, "found": type.written],
      related: [.init(.declared, at: facts[slot].syntax.type.place)])
  }
}

extension ValueType {
  /// Whether its values are words, numbers or moments, or lists of these.
  fileprivate var standsInSentence: Bool {
    switch self {
    case .boolean, .context, .range, .function, .null: false
    case .list(let item): item.standsInSentence
    default: true
    }
  }
}
