import FEEL
import FlowDSL

extension ScenarioSyntax {
  /// Whether it says a day or a moment anywhere: what is past and what is to come then hangs on when it starts.
  public var saysMoments: Bool {
    given.contains { $0.value.saysMoment } || answers.contains { $0.reply.saysMoment }
      || walk.contains { said in
        switch said.kind {
        case .answer(let answer): answer.reply.saysMoment
        case .correct(_, let reply, _): reply.saysMoment
        case .note, .report, .handOver, .about, .time: false
        }
      }
  }
}

extension ReplySyntax {
  fileprivate var saysMoment: Bool {
    switch form {
    case .value(let literal), .override(let literal, _, _): literal.saysMoment
    case .tries(let replies): replies.contains(where: \.saysMoment)
    default: false
    }
  }
}

extension LiteralSyntax {
  fileprivate var saysMoment: Bool {
    switch form {
    case .text(let text):
      switch Value(temporal: text) {
      case .date, .dateTime: true
      default: false
      }
    case .list(let items): items.contains(where: \.saysMoment)
    case .record(let fields): fields.contains(where: \.value.saysMoment)
    case .null, .boolean, .number: false
    }
  }
}
