/// Finds the choice that was meant: by its number, its key, or how its words begin.
enum ChoiceReading {
  /// Something that can be chosen.
  struct Choice: Sendable, Hashable {
    /// What is shown.
    var label: String
    /// Other words for it, typed whole, such as the value's name in the flow.
    var names: [String] = []
    /// One letter that always means this choice.
    var key: String?
  }

  /// The place of the choice that was meant.
  static func read(_ text: String, among choices: [Choice]) throws(Misreading) -> Int {
    let typed = text.folded
    guard !typed.isEmpty else { throw .nothing }
    if let number = Int(typed) {
      guard choices.indices.contains(number - 1) else { throw .noSuchNumber(number, last: choices.count) }
      return number - 1
    }
    if let index = choices.firstIndex(where: { $0.key?.folded == typed }) { return index }
    if let index = choices.firstIndex(where: { $0.allNames.contains(typed) }) { return index }
    let found = choices.indices.filter { index in
      choices[index].label.folded.hasPrefix(typed)
    }
    switch found.count {
    case 1: return found[0]
    case 0: throw .notAChoice(text.trimmed)
    default: throw .ambiguous(text.trimmed, found.map { choices[$0].label })
    }
  }
}

extension ChoiceReading.Choice {
  /// Whether this folded text is one of its names as a whole.
  func isNamed(_ typed: String) -> Bool { allNames.contains(typed) || Int(typed) != nil }

  /// Whether a letter alone means this choice. One that has a key of its own leaves its first letter to commands.
  func claims(_ letter: String) -> Bool {
    if let key { return key.folded == letter || names.contains { $0.folded == letter } }
    return allNames.contains(letter) || label.folded.hasPrefix(letter)
  }

  /// Everything it may be called, folded.
  fileprivate var allNames: [String] { ([label] + names).map(\.folded) }
}
