import FEEL

/// Needs of the person (grammar, section 4.1).
extension Elaboration {
  /// A need whose conditions are decided at any moment of a walk, and whose partner can be called.
  mutating func need(_ syntax: NeedSyntax) -> Need? {
    let known = Knowledge(certain: [], settable: Set(facts.entries.indices))
    let asked = syntax.asked.map { condition($0, known) }
    let when = condition(syntax.when, known)
    let begun = syntax.begun.map { condition($0, known) }
    let done = condition(syntax.done, known)
    for step in syntax.tasks { checkStep(step) }
    checkRecipient(syntax.partner)
    guard let when, let done else { return nil }
    if surroundings.isThorough, areApart(when, done, variables(known)) {
      report(
        .neverTogether, at: syntax.done.place,
        ["name": syntax.name.value, "first": when.text, "second": done.text],
        related: [.init(.other, at: syntax.when.place)])
    }
    if case .some(nil) = begun { return nil }
    if case .some(nil) = asked { return nil }
    return Need(
      name: syntax.name.value, title: syntax.title.words, asked: asked ?? nil, when: when,
      begun: begun ?? nil, done: done, tasks: syntax.tasks.map(\.value), partner: syntax.partner.value)
  }

  /// A name that has to be a step of the flow.
  private mutating func checkStep(_ name: Located<String>) {
    guard outline.indices[name.value] == nil else { return }
    report(
      .unknownStep, at: name.place,
      ["name": name.value, "nearest": Nearest.name(to: name.value, among: outline.indices.keys) ?? ""])
  }

  /// A name that has to be a role or a category of the directory.
  mutating func checkRecipient(_ name: Located<String>) {
    let known = surroundings.roles.union(flow.roles.map(\.name.value)).union(surroundings.categories)
    guard !known.contains(name.value) else { return }
    report(
      .unknownRecipient, at: name.place,
      ["name": name.value, "nearest": Nearest.name(to: name.value, among: known) ?? ""])
  }
}
