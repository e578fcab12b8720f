import FEEL
import FlowDSL
import FlowRuntime

/// What the rules advise; the professional decides.
struct AdvicePage: Sendable {
  /// A factor that counts, in words.
  struct Ground: Sendable {
    var factor: String
    var weight: Number
    var asUnknown: Bool
  }

  /// The facts advised with their values, in words.
  var advised: [(name: String, value: String)]
  var score: Number?
  var grounds: [Ground]
  /// Whether it comes from a grid.
  var isGrid: Bool
  var notes: Notes
  var flow: Flow

  /// The page below its heading: 1 confirm.
  func page(_ words: Wording, commands: [Command]) -> Page {
    var body = Screen()
    for fact in advised {
      let value = advised.count == 1 ? fact.value : words(.labelled, ["label": fact.name]) + fact.value
      body.add(words(.adviceTitle, ["value": value]), .title, indent: 2)
    }
    body.space()
    body.add(notes, of: flow, words)
    if isGrid { addGrounds(to: &body, words) }
    body.space(optional: true)
    if commands.contains(.override) { body.add(words(.adviceDecides), indent: 2, optional: true) }
    let confirm = ChoiceReading.Choice(label: words(.confirm), names: [words(.yes)], key: words(.yesKey))
    return Page(
      body: body, menu: Menu(choices: [confirm], commands: words.keys(commands)), hint: words(.typeChoice))
  }

  private func addGrounds(to body: inout Screen, _ words: Wording) {
    body.space()
    if let score { body.add(words(.adviceScore, ["score": words.number(score)]), indent: 2) }
    guard !grounds.isEmpty else {
      body.add(words(.adviceNothingCounted), indent: 2)
      return
    }
    body.add(words(.adviceCounted), .quiet, indent: 2)
    for ground in grounds {
      let sign = ground.weight.isNegative ? "" : "+"
      let unknown = ground.asUnknown ? [Run(" (" + words(.adviceAsUnknown) + ")", .quiet)] : []
      body.add(
        [Run(ground.factor)] + unknown, indent: 4, marker: [Run(sign + words.number(ground.weight) + "  ")])
    }
  }
}
