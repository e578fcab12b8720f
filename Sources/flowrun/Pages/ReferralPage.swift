import FlowDSL

/// A service to hand over to.
struct ReferralPage: Sendable {
  var recipient: String
  var notes: Notes
  var flow: Flow
  /// Services of the category; where a position is known, the best to call first.
  var services: [OfferedService]
  var shared: SharedFacts

  /// What the choices stand for, in their order.
  enum Choice: Sendable, Hashable {
    case referred(service: String?)
    case numberGiven
    case impossible
  }

  /// The choices: services first while something may be passed on, then the number, then that it is impossible.
  var choices: [Choice] {
    let referrals: [Choice] =
      services.isEmpty ? [.referred(service: nil)] : services.map { .referred(service: $0.service.name) }
    return (shared.isAllowed ? referrals : []) + [.numberGiven, .impossible]
  }

  /// The page below its heading.
  func page(_ words: Wording, commands: [Command]) -> Page {
    var body = Screen()
    body.add(words(.referTitle, ["who": recipient]), .title, indent: 2)
    for service in services { body.add(service, words) }
    body.space()
    body.add(notes, of: flow, words)
    shared.add(to: &body, label: .referShares, words)
    let menu = Menu(
      choices: choices.map { ChoiceReading.Choice(label: label(of: $0, words)) },
      commands: words.keys(commands.filter { $0 != .override }))
    return Page(body: body, menu: menu, hint: words(.typeChoice))
  }

  private func label(of choice: Choice, _ words: Wording) -> String {
    switch choice {
    case .referred(service: nil): words(.referDone)
    case .referred(let name?):
      words(
        .referTo,
        [
          "service": services.first { $0.service.name == name }?.service.title(words.language.rawValue)
            ?? name
        ])
    case .numberGiven: words(.referNumber)
    case .impossible: words(.referImpossible)
    }
  }
}
