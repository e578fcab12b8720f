import FEEL
import FlowDSL
import FlowRuntime

/// What the rules advise; the professional decides.
struct AdvicePage: Sendable {
  /// A factor that counts, in words.
  struct Ground: Sendable {
    var factor: String
    var weight: Number
    /// Why it counts although nobody said so, in words; `nil` where somebody did.
    var precaution: String?
    /// It is counted apart, as a grave one.
    var isFlagged: Bool
  }

  /// What the person at the terminal may do with the advice.
  enum Latitude: Sendable, Hashable {
    /// Confirm it, or decide otherwise.
    case decides
    /// Confirm it; these roles, in words, may decide otherwise.
    case confirms(Override.Direction, roles: String)
    /// Confirm it: the scale has nothing beyond.
    case isLast(Override.Direction)
  }

  /// An answer that is missing and could change what is advised, in words.
  struct Missing: Sendable {
    var fact: String
    /// Why it is not known.
    var absence: String
    /// A value that it may have, and what would be advised then.
    var cases: [(value: String, level: String)]
  }

  /// How many factors a page shows where there is room; `?` shows all.
  static let longest = 8
  /// How many it shows in any case.
  static let shortest = 2

  /// The facts advised with their values, in words.
  var advised: [(name: String, value: String)]
  var score: Number?
  var grounds: [Ground]
  /// The answers that could change the level.
  var missing: [Missing] = []
  /// The level if nothing counted by precaution, where it would be another.
  var withoutPrecautions: String?
  /// Whether it comes from a grid.
  var isGrid: Bool
  /// Without: the flow lets nobody decide otherwise.
  var latitude: Latitude?
  var notes: Notes
  var flow: Flow

  /// The page below its heading: 1 confirm.
  func page(_ words: Wording, commands: [Command]) -> Page {
    var body = Screen()
    let points = score.map { " · " + words(.adviceScore, ["score": words.number($0)]) } ?? ""
    for (index, fact) in advised.enumerated() {
      let value = advised.count == 1 ? fact.value : words(.labelled, ["label": fact.name]) + fact.value
      body.add(
        [Run(words(.adviceTitle, ["value": value]), .title), Run(index == 0 ? points : "")], indent: 2)
    }
    if let latitude { body.add(sentence(latitude, words), indent: 2) }
    body.space()
    body.add(notes, of: flow, words)
    if isGrid { addGrounds(to: &body, words) }
    let confirm = ChoiceReading.Choice(label: words(.confirm), names: [words(.yes)], key: words(.yesKey))
    return Page(
      body: body, menu: Menu(choices: [confirm], commands: words.keys(commands)), hint: words(.typeChoice))
  }

  private func sentence(_ latitude: Latitude, _ words: Wording) -> String {
    let key = words(.keyOverride)
    return switch latitude {
    case .decides: words(.adviceDecides)
    case .confirms(.up, let roles): words(.adviceOnlyRaise, ["roles": roles, "key": key])
    case .confirms(.down, let roles): words(.adviceOnlyLower, ["roles": roles, "key": key])
    case .confirms(.both, let roles): words(.adviceOnlyChange, ["roles": roles, "key": key])
    case .isLast(.up): words(.adviceHighest)
    case .isLast(.down): words(.adviceLowest)
    case .isLast(.both): words(.adviceOnly)
    }
  }

  private func addGrounds(to body: inout Screen, _ words: Wording) {
    body.space()
    guard !grounds.isEmpty else {
      body.add(words(.adviceNothingCounted), indent: 2)
      return
    }
    body.add(groundLines(words, most: Self.longest))
    let missing = missingLines(words, most: Self.shortest)
    if !missing.paragraphs.isEmpty { body.space(optional: true) }
    body.add(missing)
  }

  /// What could change the level: the answers that are missing, one by one, then all of them together.
  func missingLines(_ words: Wording, most: Int? = nil) -> Screen {
    var screen = Screen()
    guard !missing.isEmpty || withoutPrecautions != nil else { return screen }
    let isShort = most != nil
    let more = (most ?? missing.count) < missing.count ? [words(.adviceMore)] : []
    let about =
      missing.isEmpty ? words(.adviceTogether) : words(.adviceMissing, ["count": String(missing.count)])
    screen.add(([about] + more).joined(separator: " "), .quiet, indent: 2, optional: isShort)
    if missing.isEmpty {
      let precautions = grounds.filter { $0.precaution != nil }.map(\.factor).joined(separator: ", ")
      if !precautions.isEmpty { screen.add(precautions, indent: 4, optional: isShort) }
    }
    for answer in missing.prefix(most ?? missing.count) {
      let cases = answer.cases.map { words(.adviceIf, ["value": $0.value, "level": $0.level]) }
      screen.add(
        [
          Run(answer.fact), Run(" (" + answer.absence + ")", .quiet),
          Run(words.label("") + cases.joined(separator: ", ")),
        ],
        indent: 4, optional: isShort)
    }
    if let withoutPrecautions {
      screen.add(words(.adviceWithout, ["level": withoutPrecautions]), indent: 4, optional: isShort)
    }
    return screen
  }

  /// The factors that count, the graver first; those that a small terminal leaves out are optional.
  func groundLines(_ words: Wording, most: Int? = nil) -> Screen {
    var screen = Screen()
    let isShort = most.map { _ in grounds.count > Self.shortest } ?? false
    var about = [words(.adviceCounted, ["count": String(grounds.count)])]
    if isShort { about.append(words(.adviceMore)) }
    if grounds.contains(where: \.isFlagged) { about.append(words(.adviceLegend, ["red": words(.adviceRed)])) }
    screen.add(about.joined(separator: " "), .quiet, indent: 2)
    let sorted = grounds.enumerated().sorted { left, right in
      let (left, right) = ((left.element, left.offset), (right.element, right.offset))
      if left.0.isFlagged != right.0.isFlagged { return left.0.isFlagged }
      if left.0.weight != right.0.weight { return left.0.weight > right.0.weight }
      return left.1 < right.1
    }
    let width = grounds.contains(where: \.isFlagged) ? words(.adviceRed).count + 1 : 0
    for (place, (_, ground)) in sorted.prefix(most ?? grounds.count).enumerated() {
      let weight =
        ground.weight == .zero ? "" : (ground.weight.isNegative ? "" : "+") + words.number(ground.weight)
      let red = ground.isFlagged ? words(.adviceRed) + " " : String(repeating: " ", count: width)
      let unknown = ground.precaution.map { [Run(" (" + $0 + ")", .quiet)] } ?? []
      screen.add(
        [Run(ground.factor)] + unknown, indent: 4, marker: [Run(red + weight.leftPadded(to: 3) + "  ")],
        optional: isShort && place >= Self.shortest)
    }
    return screen
  }
}

extension AdvicePage.Latitude {
  /// Whether there is anything to decide otherwise.
  var offersOverride: Bool {
    if case .isLast = self { false } else { true }
  }
}
