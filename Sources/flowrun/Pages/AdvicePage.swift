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
    /// It is counted apart, as a grave one.
    var isFlagged: Bool
  }

  /// How many factors a page shows; `?` shows all.
  static let shortest = 8

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
    let isLong = grounds.count > Self.shortest + 1
    body.add(groundLines(words, count: isLong ? Self.shortest : grounds.count))
    if isLong {
      body.add(words(.adviceMore, ["count": String(grounds.count - Self.shortest)]), .quiet, indent: 4)
    }
  }

  /// The factors that count, the graver first.
  func groundLines(_ words: Wording, count: Int) -> Screen {
    var screen = Screen()
    screen.add(words(.adviceCounted), .quiet, indent: 2)
    let sorted = grounds.enumerated().sorted { left, right in
      let (left, right) = ((left.element, left.offset), (right.element, right.offset))
      if left.0.isFlagged != right.0.isFlagged { return left.0.isFlagged }
      if left.0.weight != right.0.weight { return left.0.weight > right.0.weight }
      return left.1 < right.1
    }
    for (_, ground) in sorted.prefix(count) {
      let weight =
        ground.weight == .zero ? "" : (ground.weight.isNegative ? "" : "+") + words.number(ground.weight)
      let marker = (ground.isFlagged ? "!" : " ") + weight.leftPadded(to: 3) + "  "
      let unknown = ground.asUnknown ? [Run(" (" + words(.adviceAsUnknown) + ")", .quiet)] : []
      screen.add([Run(ground.factor)] + unknown, indent: 4, marker: [Run(marker)])
    }
    return screen
  }
}
