import FEEL
import FlowDSL

/// What was said where a walk asked for something, reduced to what two walks can be compared by.
public struct Reply: Sendable, Hashable {
  /// The step that asked.
  public let path: StepPath
  /// The fact or item asked for; `nil` for a contact or a referral.
  public let item: String?
  /// `true`, `false`, a value of a choice, a number, or a word: `unknown`, `declined`, `given` (words, dates and other open
  /// values, which two persons never put alike), `done`, `not-done`, `reached`, `unreached`, `put-off`, `referred`, `number-given`,
  /// `impossible`.
  public let category: String
  /// What was said, as it counts now.
  public let event: Event

  /// What was asked, as scenarios name it.
  public var key: String { item.map { "\(path).\($0)" } ?? path.description }
}

extension Event {
  /// The key of the reply that this makes (`Reply.key`); `nil` where it is none.
  var replyKey: String? {
    switch self {
    case .answered(let path, let item, _), .ticked(let path, let item, _, _): "\(path).\(item)"
    case .contacted(let path, _), .referred(let path, _): path.description
    default: nil
    }
  }
}

extension StepPath {
  /// Keys by which scenarios and vignettes name what a step asks, the most precise first (grammar, section 13.3).
  public func keys(item: String?) -> [String] {
    let step = description.split(separator: "/").last.map(String.init) ?? description
    if let item { return ["\(description).\(item)", "\(step).\(item)", item] }
    return [description, step]
  }
}

extension State {
  /// What counts of what persons said, once for each thing asked, in the order in which it was first asked. Levels are not
  /// among them: they follow from the answers.
  public var replies: [Reply] {
    var places: [String: Int] = [:]
    var replies: [Reply] = []
    for said in answers where !said.isWithdrawn {
      guard let (item, category) = summary(said.event), let path = said.event.step else { continue }
      let reply = Reply(path: path, item: item, category: category, event: said.event)
      if let place = places[reply.key] {
        replies[place] = reply
      } else {
        places[reply.key] = replies.count
        replies.append(reply)
      }
    }
    return replies
  }

  /// The item asked for and what was said of it; `nil` where it is not to be compared.
  private func summary(_ event: Event) -> (item: String?, category: String)? {
    switch event {
    case .answered(let path, let name, let answer):
      let type = place(of: path).flatMap { place in
        program.flows[place.flow].facts.first { $0.name == name }?.type
      }
      return (name, answer.category(of: type ?? .any))
    case .ticked(_, let item, let done, _): return (item, done ? "done" : "not-done")
    case .contacted(_, .reached): return (nil, "reached")
    case .contacted(_, .unreached): return (nil, "unreached")
    case .contacted(_, .putOff): return (nil, "put-off")
    case .referred(_, .referred): return (nil, "referred")
    case .referred(_, .numberGiven): return (nil, "number-given")
    case .referred(_, .impossible): return (nil, "impossible")
    default: return nil
    }
  }
}

extension Answer {
  fileprivate func category(of type: ValueType) -> String {
    switch (self, type) {
    case (.unknown, _): "unknown"
    case (.declined, _): "declined"
    case (.value(let value), .boolean), (.value(let value), .number), (.value(let value), .choice): value.text
    case (.value(.list(let items)), .list(.choice)):
      // In whichever order they were named.
      items.map(\.text).sorted().joined(separator: ", ")
    case (.value, _): "given"
    }
  }
}
