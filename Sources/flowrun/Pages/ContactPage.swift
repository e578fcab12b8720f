import FlowDSL
import FlowRuntime

/// A person or an authority to reach.
struct ContactPage: Sendable {
  /// The role or the category, in words.
  var recipient: String
  var notes: Notes
  var flow: Flow
  var services: [OfferedService]
  var shared: SharedFacts?
  /// Calls that were not answered.
  var tried: [Instant]

  /// The page below its heading: 1 reached, 2 no answer, 3 give up, 4 at another hour.
  func page(_ words: Wording, now: Instant, commands: [Command]) -> Page {
    var body = Screen()
    body.add(words(.contactTitle, ["who": recipient]), .title, indent: 2)
    for service in services { body.add(service, words) }
    if !tried.isEmpty {
      let times = tried.map { words.moment($0, now: now) }.joined(separator: ", ")
      body.add(words(.contactTried, ["times": times]), indent: 2)
    }
    body.space()
    body.add(notes, of: flow, words)
    shared?.add(to: &body, label: .contactShares, words)
    let choices = [Phrase.contactReached, .contactNoAnswer, .contactGiveUp, .contactLater].map {
      ChoiceReading.Choice(label: words($0))
    }
    let menu = Menu(choices: choices, commands: words.keys(commands.filter { $0 != .override }))
    return Page(body: body, menu: menu, hint: words(.typeChoice))
  }
}
