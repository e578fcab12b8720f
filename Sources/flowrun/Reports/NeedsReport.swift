import FEEL
import FlowDSL
import FlowDirectory
import FlowRuntime

/// The needs of a case, each with whom to call.
struct NeedsReport {
  let words: Wording
  let stored: StoredState
  /// From where services are looked for.
  let position: GeographicPosition?
  /// The language that they have to speak (BCP 47).
  let spoken: String?
  let now: Instant
  /// The rules of a zone by its IANA name.
  let zones: (String) -> ZoneRules?

  private var state: State { stored.state }
  private var language: String { words.language.rawValue }
  private var names: ProgramWords { ProgramWords(program: state.program, words: words) }

  /// Needs to do first, then those under way, then those that are met; each state in words, and in colour beside.
  func page() -> Screen {
    var screen = Screen()
    screen.add(
      [Run(stored.record.identifier, .key), Run("  " + state.program.flows[0].title(language), .title)])
    let needs = state.needs
    if needs.isEmpty {
      screen.add(words(.needsNone))
      return screen
    }
    for (progress, phrase, style) in Self.order {
      for standing in needs where standing.progress == progress {
        screen.space()
        add(standing, words(phrase), style, to: &screen)
      }
    }
    for (progress, phrase) in [(.notAsked, .needsNotAsked), (.notNeeded, .needsNotNeeded)]
      as [(NeedStanding.Progress, Phrase)]
    {
      let others = needs.filter { $0.progress == progress }.map { title($0) }
      guard !others.isEmpty else { continue }
      screen.space()
      screen.add(words(phrase, ["names": others.joined(separator: ", ")]), .quiet)
    }
    return screen
  }

  private static let order: [(NeedStanding.Progress, Phrase, Style)] = [
    (.toDo, .needToDo, .toDo), (.underWay, .needUnderWay, .underWay), (.done, .needDone, .done),
  ]

  private func add(_ standing: NeedStanding, _ state: String, _ style: Style, to screen: inout Screen) {
    let width = (Self.order.map { words($0.1).count }.max() ?? 0) + 2
    let marker = state + String(repeating: " ", count: width - state.count)
    screen.add([Run(title(standing), .title)], marker: [Run(marker, style)])
    if standing.isBefore { screen.add(words(.needBefore), .quiet, indent: width) }
    guard standing.progress != .done else { return }
    let partner = names.recipient(standing.need.partner)
    screen.add([Run(words(.needPartner, ["partner": partner]))], indent: width, hang: 2)
    for line in services(of: standing.need.partner) { screen.add([Run(line)], indent: width + 2, hang: 2) }
  }

  /// The need; of a flow walked for every item of a list, with the number of the item.
  private func title(_ standing: NeedStanding) -> String {
    let title = standing.need.title(language)
    let numbers = standing.prefix.split(separator: "[").dropFirst().map { $0.prefix { $0 != "]" } }
    return numbers.isEmpty ? title : title + " (" + numbers.joined(separator: ".") + ")"
  }

  private func search(for partner: String) -> ServiceSearch {
    let query = ServiceQuery(category: partner, position: position, moment: now.seconds, language: spoken)
    return ServiceSearch(query, in: state.program.directory, zones: zones)
  }

  /// Whom to call: the first two of the category that may answer, the best first; where none may, the one that opens next.
  private func services(of partner: String) -> [String] {
    let search = search(for: partner)
    let service = ServiceWords(words: words, now: now, spoken: spoken)
    let next = search.choices.isEmpty ? [search.nextOpening?.candidate].compactMap { $0 } : []
    return (search.choices.prefix(2) + next).map { candidate in
      let name = service.name(candidate.service)
      return [name.number, name.title].filter { !$0.isEmpty }.joined(separator: "  ") + " · "
        + service.opening(candidate)
    }
  }

  /// The board for programs.
  func json() -> JSON {
    .object([
      ("case", .string(stored.record.identifier)), ("flow", .string(state.program.flows[0].name)),
      ("at", JSON(now)), ("needs", .array(state.needs.map(json))),
    ])
  }

  private func json(_ standing: NeedStanding) -> JSON {
    let search = search(for: standing.need.partner)
    return .object([
      ("need", .string(standing.prefix + standing.need.name)), ("title", .string(title(standing))),
      ("progress", .string(standing.progress.rawValue)), ("before", .bool(standing.isBefore)),
      ("partner", .string(standing.need.partner)),
      ("services", .array(search.choices.map { JSON($0, language: language) })),
    ])
  }
}
