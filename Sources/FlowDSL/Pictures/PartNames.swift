import FEEL

/// Names of a flow's parts as pictures and prints show them: words, or the name as it stands in the file, which says that it
/// is one.
struct PartNames {
  let flow: Flow
  let words: PictureWords

  private var language: String { words.language }

  /// A fact: its title, else the question that asks for it, else its name.
  func fact(_ fact: Fact) -> String {
    if let title = fact.title { return title(language) }
    let question = flow.steps.lazy.flatMap(\.kind.allQuestions).first {
      flow.facts[$0.slot].name == fact.name
    }
    return question.map { words("quoted", ["words": said($0.words)]) } ?? name(fact.name)
  }

  /// Words of the flow: the facts that they name stand there by their titles, in brackets.
  func said(_ text: Words) -> String {
    text.named(in: flow) { $0.title?(language) ?? name($0.name) }(language)
  }

  /// A value written out, by its label; `nil` where the expression is none.
  func value(_ expression: Expression, of fact: Fact) -> String? {
    switch expression.kind {
    case .boolean(let isTrue): return words(isTrue ? "yes" : "no")
    case .null: return words("unknown")
    case .number(let number): return words.number(number) + (fact.unit.map { " " + $0(language) } ?? "")
    case .string(let text): return label(text, of: fact)
    default: return nil
    }
  }

  /// The label of a value; words that could be read as part of the sentence stand in quotes.
  func label(_ value: String, of fact: Fact) -> String {
    guard let label = fact.labels[value]?(language) else {
      if case .choice = fact.type { return name(value) }
      if case .list(.choice) = fact.type { return name(value) }
      return words("quoted", ["words": value])
    }
    let parts = label.lowercased().split { " ,;:()".contains($0) }.map(String.init)
    let isPlain =
      !label.contains { ",;:()".contains($0) }
      && !["and", "or", "not"].contains { parts.contains(words($0)) }
    return isPlain ? label : words("quoted", ["words": label])
  }

  /// A field of a record, by its label.
  func field(_ name: String, of fact: Fact) -> String { fact.labels[name]?(language) ?? self.name(name) }

  /// An end of the flow, by its name.
  func end(_ name: String) -> String {
    let title = flow.steps.first { $0.name == name && $0.isEnd }?.notes.title
    return title.map { words("quoted", ["words": $0(language)]) } ?? self.name(name)
  }

  /// A name that has no words: said to be one.
  func name(_ name: String) -> String { words("name-only", ["name": name]) }
}
