extension State {
  /// Whether it is a practice case: nobody is in danger in it, and names may be written.
  public var isPractice: Bool {
    if case .started(let start)? = said.first?.event { start.isPractice } else { false }
  }

  /// Whom the case is about, in the order in which they were named; what was said last of somebody counts.
  public var people: [PersonOfCase] {
    var people: [PersonOfCase] = []
    for case .identified(let person) in counting.map(\.event) {
      if let index = people.firstIndex(where: { $0.part == person.part && $0.mark == person.mark }) {
        people[index].identity = person.identity ?? people[index].identity
      } else {
        people.append(person)
      }
    }
    return people
  }

  /// Numbers by which the case is known elsewhere, such as that of the procedure, each once.
  public var references: [String] {
    var references: [String] = []
    for case .referenced(let reference) in counting.map(\.event) where !references.contains(reference) {
      references.append(reference)
    }
    return references
  }

  /// What persons of the case said, in their words, in the order in which it was written down.
  public var quotations: [(quotation: Quotation, said: Said)] {
    counting.compactMap { said in
      if case .quoted(let quotation) = said.event { (quotation, said) } else { nil }
    }
  }

  /// What was said and counts.
  private var counting: some Collection<Said> { said.lazy.filter { !$0.isWithdrawn } }
}
