import FEEL
import FlowDSL
import FlowRuntime

/// What a contact or a referral passes on, as it stands.
struct SharedFacts: Sendable {
  /// Each fact with its answer, in words.
  var facts: [(name: String, answer: String)]
  /// Why it may be passed on, in words.
  var ground: String
  /// Whether it may.
  var isAllowed: Bool

  /// Adds them under a label.
  func add(to screen: inout Screen, label: Phrase, _ words: Wording) {
    guard !facts.isEmpty || !isAllowed else { return }
    screen.space()
    screen.add([Run(words(label), .title), Run(" · " + ground, isAllowed ? .quiet : .warning)], indent: 2)
    guard isAllowed else { return }
    for fact in facts {
      screen.add([Run(words.label(fact.name), .quiet), Run(fact.answer)], indent: 4, hang: 2)
    }
  }
}
