import FEEL
import FlowDSL

extension State {
  /// An open step as it is read: in the words whose condition holds, and each fact that its words name, `{{child_mark}}`, stands there with its answer.
  ///
  /// - Parameter words: the answer to a fact, or that there is none, in the language that is read.
  public func filled(_ open: OpenStep, _ words: (FactStanding) -> String) -> OpenStep {
    // Before the second edition braces were words like others.
    guard program.edition >= .second else { return open }
    let prefix = open.path.prefix
    let frame = frames.lastIndex { $0.prefix == prefix && $0.isOpen } ?? 0
    let open = open.choosing { holds($0, in: frame) }
    func fill(_ text: Words) -> Words { text.filled { name in fact(name, in: prefix).map(words) } }
    var filled = open
    filled.definition.notes = open.definition.notes.map(fill)
    filled.definition.kind = open.definition.kind.map(fill)
    switch open.asked {
    case .question(let question): filled.asked = .question(question.map(fill))
    case .tick(let tick): filled.asked = .tick(tick.map(fill))
    case .wait(let wait, let until, let question?):
      filled.asked = .wait(wait, until: until, question.map(fill))
    default: break
    }
    return filled
  }

  /// A step that the walk came to, as it is read: in the words whose condition holds now, each fact that its words name with its answer.
  /// Of a flow that the walk has left behind, as one in which nothing was asked.
  public func filled(_ step: Step, at path: StepPath, _ words: (FactStanding) -> String) -> Step {
    guard program.edition >= .second, let place = place(of: path) else { return step }
    let prefix = path.prefix
    let frame = frames.lastIndex { $0.prefix == prefix && $0.flow == place.flow }
    let facts = program.flows[place.flow].facts
    func fill(_ text: Words) -> Words {
      text.filled { name in
        facts.firstIndex { $0.name == name }.map { slot in
          words(
            frame.map { standing(of: slot, in: $0) }
              ?? FactStanding(prefix: prefix, fact: facts[slot], value: .null, standing: .unset))
        }
      }
    }
    var filled = step
    if let frame { filled = step.choosing { holds($0, in: frame) } }
    filled.notes = filled.notes.map(fill)
    filled.kind = filled.kind.map(fill)
    return filled
  }
}

extension Step {
  /// With the words that stand for others where a condition holds.
  fileprivate func choosing(_ holds: (CompiledExpression) -> Bool) -> Step {
    var chosen = self
    chosen.notes.choose(holds)
    chosen.kind = kind.mapQuestions { question in
      var question = question
      question.choose(holds)
      return question
    }
    return chosen
  }
}

extension StepPath {
  /// The path of the flow that the step stands in, with its `/`; nothing for the main flow.
  public var prefix: String {
    description.lastIndex(of: "/").map { String(description[...$0]) } ?? ""
  }
}

extension OpenStep {
  /// With the words that stand for others where a condition holds.
  fileprivate func choosing(_ holds: (CompiledExpression) -> Bool) -> OpenStep {
    var chosen = self
    chosen.definition.notes.choose(holds)
    switch asked {
    case .question(var question):
      question.choose(holds)
      chosen.asked = .question(question)
    case .wait(let wait, let until, var question?):
      question.choose(holds)
      chosen.asked = .wait(wait, until: until, question)
    default: break
    }
    return chosen
  }
}

extension Notes {
  fileprivate mutating func choose(_ holds: (CompiledExpression) -> Bool) {
    if let other = sayInstead.first(where: { holds($0.when) }) { say = other.words }
  }

  fileprivate func map(_ fill: (Words) -> Words) -> Notes {
    Notes(
      title: title.map(fill), help: help.map(fill), why: why.map(fill), say: say.map(fill), law: law,
      source: source)
  }
}

extension Question {
  fileprivate mutating func choose(_ holds: (CompiledExpression) -> Bool) {
    if let other = instead.first(where: { holds($0.when) }) { words = other.words }
    notes.choose(holds)
  }

  fileprivate func map(_ fill: (Words) -> Words) -> Question {
    var question = self
    question.words = fill(words)
    question.notes = notes.map(fill)
    return question
  }
}

extension Tick {
  fileprivate func map(_ fill: (Words) -> Words) -> Tick {
    var tick = self
    tick.words = fill(words)
    tick.notes = notes.map(fill)
    return tick
  }
}

extension Step.Kind {
  /// What it asks, and the items that it has marked.
  fileprivate func map(_ fill: (Words) -> Words) -> Step.Kind {
    switch self {
    case .do(let ticks): return .do(ticks.map { $0.map(fill) })
    case .inform(let information):
      return .inform(Information(tell: information.tell.map { $0.map(fill) }, services: information.services))
    default: return mapQuestions { $0.map(fill) }
    }
  }

  fileprivate func mapQuestions(_ change: (Question) -> Question) -> Step.Kind {
    switch self {
    case .ask(let questions): return .ask(questions.map(change))
    case .assess(var assessment):
      assessment.ownLevel = assessment.ownLevel.map(change)
      return .assess(assessment)
    case .contact(var contact):
      contact.asks = contact.asks.map(change)
      return .contact(contact)
    case .refer(var referral):
      referral.asks = referral.asks.map(change)
      return .refer(referral)
    case .wait(var wait):
      wait.asks = wait.asks.map(change)
      return .wait(wait)
    default: return self
    }
  }
}
