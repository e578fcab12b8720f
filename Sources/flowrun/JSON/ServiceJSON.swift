import FlowDSL
import FlowDirectory
import FlowRuntime

extension JSON {
  /// A service, weighed, for programs.
  init(_ candidate: ServiceCandidate, language: String) {
    let service = candidate.service
    let opening: (name: String, change: Int64?) =
      switch candidate.opening {
      case .open(let until): ("open", until)
      case .closed(let opens): ("closed", opens)
      case .unknown: ("unknown", nil)
      }
    self = .object([
      ("service", .string(service.name)), ("title", .string(service.title(language))),
      ("phone", .optional(service.phone)), ("sms", .optional(service.sms)), ("web", .optional(service.web)),
      ("area", .string(service.area)), ("opening", .string(opening.name)),
      ("changes", opening.change.map { JSON(Instant(milliseconds: $0 * 1000)) } ?? .null),
      ("metres", candidate.distance.map { .number(Int($0.rounded())) } ?? .null),
      ("languages", .array(service.languages.map { .string($0) })),
      ("speaks", .string("\(candidate.speaks)")), ("audience", .string("\(candidate.audience)")),
      ("checked", .optional(service.checked)),
    ])
  }
}
