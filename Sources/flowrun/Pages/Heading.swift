import FlowRuntime

/// What stands at the top of every page: where I am, and what is late.
struct Heading: Sendable {
  /// When something is to be done, and its step where it is another than this page's.
  struct Deadline: Sendable {
    var due: Instant
    var elsewhere: String?
  }

  /// The step of the page.
  struct Place: Sendable {
    var step: String
    /// Place of the step in its flow, from 1.
    var number: Int
    var count: Int
  }

  /// Title of the flow.
  var flow: String
  /// Without, several steps are open.
  var place: Place?
  /// Which child, say, the page is about, the outermost first.
  var items: [String] = []
  var caseIdentifier: String
  /// Numbers by which the case is known elsewhere.
  var references: [String] = []
  /// Whom the question is about, where a mark tells.
  var about: [String] = []
  /// Whether nobody is in danger in it.
  var isPractice = false
  /// Whom the step is for.
  var role: String?
  /// Title of the interrupt that is being walked.
  var interrupt: String?
  /// Whether that interrupt may end what it broke into.
  var mayNotGoOn = false
  /// Which round of a sub-flow that is walked again, and how many there may be.
  var round: OpenStep.Round?
  var deadlines: [Deadline] = []
  /// The later day that was set for the step.
  var laterDay: String?
  /// Place of the question among those of its step, from 1, and how many there may be.
  var question: (number: Int, count: Int)?
  /// What was recorded last.
  var noted: String?
  /// How to print what the step produces.
  var printing: [String] = []
  /// What a colleague wrote who handed the case over.
  var handedOver: String?
  /// Whom a correction makes necessary to tell.
  var toTell: Screen?

  /// The heading's lines.
  func screen(_ words: Wording, now: Instant) -> Screen {
    var screen = Screen()
    if let handedOver {
      screen.add(handedOver, .title)
      screen.space()
    }
    let number = place.map {
      Run(words(.headerStep, ["n": String($0.number), "count": String($0.count)]), .quiet)
    }
    screen.add(
      [Run(([flow] + [place?.step].compactMap(\.self)).joined(separator: " › "))],
      trailing: [number].compactMap(\.self))
    let forWhom = role.map { " · " + words(.headerFor, ["role": $0]) } ?? ""
    let which = question.map {
      " · " + words(.headerQuestion, ["n": String($0.number), "count": String($0.count)])
    }
    let again = round.map {
      " · " + words(.headerRound, ["n": String($0.number), "count": String($0.most)])
    }
    screen.add(
      [
        Run(
          words(.headerCase, ["case": ([caseIdentifier] + references).joined(separator: " · ")]) + forWhom
            + (again ?? "") + (which ?? ""), .quiet)
      ])
    if isPractice { screen.add(words(.practice), .warning) }
    for item in items + about { screen.add([Run(item, .key)]) }
    if let interrupt {
      screen.add(words(mayNotGoOn ? .interruptMayEnd : .interruptRunning, ["title": interrupt]), .warning)
    }
    if let laterDay { screen.add(words(.laterNotice, ["date": laterDay]), .warning) }
    for deadline in deadlines { add(deadline, to: &screen, words, now: now) }
    if let toTell { screen.add(toTell) }
    if let noted { screen.add(noted, .quiet) }
    for line in printing { screen.add(line, .quiet) }
    screen.space()
    return screen
  }

  private func add(_ deadline: Deadline, to screen: inout Screen, _ words: Wording, now: Instant) {
    let time = words.moment(deadline.due, now: now)
    let distance = now.distance(to: deadline.due)
    let length = words.length(milliseconds: abs(distance))
    switch (distance >= 0, deadline.elsewhere) {
    case (true, nil): screen.add(words(.dueBy, ["time": time, "left": length]))
    case (true, .some): break
    case (false, nil): screen.add(words(.overdueSince, ["late": length, "time": time]), .warning)
    case (false, let step?): screen.add(words(.overdueElsewhere, ["step": step, "time": time]), .warning)
    }
  }
}
