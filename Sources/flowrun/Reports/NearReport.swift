import FlowDSL
import FlowDirectory
import FlowRuntime

/// Whom to call, with the reason for each choice.
struct NearReport {
  /// The words of the category.
  let title: String
  let query: ServiceQuery
  let search: ServiceSearch
  let words: Wording
  let now: Instant
  /// Whether those left out are shown.
  let showsAll: Bool

  private var service: ServiceWords { ServiceWords(words: words, now: now, spoken: query.language) }

  /// The best first; where no local service answers, the national line, and when the next one opens.
  func page() -> Screen {
    var screen = Screen()
    screen.add(title + " · " + LocalTime(now).moment, .title)
    if search.local.isEmpty {
      screen.space()
      screen.add(words(search.national.isEmpty ? .nearNobody : .nearNationalOnly), .warning)
    }
    if search.needsInterpreter, let code = query.language {
      screen.space()
      screen.add(words(.nearInterpreter, ["language": words.languageName(code)]), .warning)
    }
    for (index, candidate) in search.choices.enumerated() {
      screen.space()
      add(candidate, marker: "\(index + 1)  ", service.reasons(candidate), to: &screen)
    }
    if search.local.isEmpty, let next = search.nextOpening {
      screen.space()
      let name = service.name(next.candidate.service)
      screen.add(
        words(
          .nearNext,
          [
            "service": [name.title, name.number].filter { !$0.isEmpty }.joined(separator: ", "),
            "time": service.moment(next.moment),
          ]))
    }
    if showsAll { addLeftOut(to: &screen) }
    if !showsAll, !search.leftOut.isEmpty {
      screen.space()
      screen.add(
        words.count(search.leftOut.count, one: .nearLeftOutOne, many: .nearLeftOutMany), .quiet)
    }
    return screen
  }

  private func addLeftOut(to screen: inout Screen) {
    guard !search.leftOut.isEmpty else { return }
    screen.space()
    screen.add(words(.nearLeftOut), .title)
    for left in search.leftOut {
      add(left.candidate, marker: "-  ", reason(left), to: &screen)
    }
  }

  private func reason(_ left: ServiceSearch.LeftOut) -> String {
    switch left.reason {
    case .closed: service.opening(left.candidate)
    case .language: words(.reasonSpeaksOnly, ["languages": languages(left.candidate.service)])
    }
  }

  private func languages(_ service: Service) -> String {
    service.languages.map(words.languageName).joined(separator: ", ")
  }

  private func add(
    _ candidate: ServiceCandidate, marker: String, _ reasons: String, to screen: inout Screen
  ) {
    let name = service.name(candidate.service)
    let number = name.number.isEmpty ? [] : [Run(name.number + "  ", .title)]
    screen.add(number + [Run(name.title)], indent: 2, marker: [Run(marker, .quiet)])
    screen.add([Run(reasons, .quiet)], indent: 2 + marker.count)
  }

  /// The answer for programs.
  func json() -> JSON {
    .object([
      ("category", .string(query.category)), ("at", JSON(now)),
      ("interpreter", .bool(search.needsInterpreter)),
      ("local", .array(search.local.map { json($0) })),
      ("national", .array(search.national.map { json($0) })),
      (
        "next",
        search.nextOpening.map { next in
          .object([
            ("service", .string(next.candidate.service.name)),
            ("opens", JSON(Instant(milliseconds: next.moment * 1000))),
          ])
        } ?? .null
      ),
      (
        "leftOut",
        .array(
          search.leftOut.map { left in
            .object([("reason", .string("\(left.reason)")), ("service", json(left.candidate))])
          })
      ),
    ])
  }

  private func json(_ candidate: ServiceCandidate) -> JSON {
    JSON(candidate, language: words.language.rawValue)
  }
}
