import FlowDSL
import FlowRuntime

/// What lies on each professional.
struct WorkloadReport {
  let words: Wording
  let now: Instant
  /// How many days are looked at.
  let days: Int
  /// The words of each role.
  let roles: [String: String]
  /// The high levels of each open case, in words.
  let levels: [String: [String]]
  /// In order.
  let loads: [Workload]

  /// What the page is for, then each professional with the cases held and the days looked at.
  func page() -> Screen {
    var screen = Screen()
    guard !loads.isEmpty else {
      screen.add(words(.loadNone, ["days": String(days)]))
      return screen
    }
    screen.add(words(.loadTitle), .title)
    screen.add(words(.loadPurpose))
    screen.add(words(.loadDebrief))
    for load in loads {
      screen.space()
      screen.add([Run(person(load), .title)])
      add(held(load), to: &screen, indent: 2)
      for held in load.held { add(held, to: &screen) }
      screen.add([Run(period(load))], indent: 2, hang: 2)
    }
    screen.space()
    screen.add(words(.loadLegend), .quiet)
    if loads.contains(where: { $0.identifier == CaseOpening.unnamed }) {
      screen.add(words(.loadUnnamed), .quiet)
    }
    return screen
  }

  private func person(_ load: Workload) -> String {
    ([load.identifier] + load.roles.map { roles[$0] ?? $0 }).joined(separator: ", ")
  }

  private func held(_ load: Workload) -> [Run] {
    [Run(words(.loadHeld, ["count": String(load.held.count)]))]
      + due(load.overdue, load.dueWithinDay)
      + (load.highCases == 0 ? [] : [Run(words(.loadHigh, ["count": String(load.highCases)]))])
  }

  private func due(_ overdue: Int, _ soon: Int) -> [Run] {
    (overdue == 0 ? [] : [Run(words(.loadLate, ["count": String(overdue)]), .warning)])
      + (soon == 0 ? [] : [Run(words(.loadDueSoon, ["count": String(soon)]))])
  }

  private func add(_ held: Workload.HeldCase, to screen: inout Screen) {
    let due = due(held.overdue, held.dueWithinDay)
    let open = held.waiting == 0 ? [] : [Run(words(.loadWaiting, ["count": String(held.waiting)]))]
    let parts = due.isEmpty && open.isEmpty ? [Run(words(.loadNothingDue), .quiet)] : due + open
    add(
      parts + (levels[held.identifier] ?? []).map { Run($0) }, to: &screen, indent: 4,
      marker: [Run(held.identifier, .key), Run("  ")])
  }

  private func add(_ parts: [Run], to screen: inout Screen, indent: Int, marker: [Run] = []) {
    let line = parts.enumerated().flatMap { $0 == 0 ? [$1] : [Run(" · "), $1] }
    screen.add(line, indent: indent, marker: marker, hang: marker.isEmpty ? 2 : nil)
  }

  private func period(_ load: Workload) -> String {
    let days = ["days": String(days)]
    let last = load.lastEntry.map { words(.loadLast, ["time": words.moment($0, now: now)]) }
    guard load.entries > 0 else {
      return [words(.loadPeriodNothing, days), last].compactMap(\.self).joined(separator: " · ")
    }
    let parts = [
      words(.loadCases, ["count": String(load.cases)]),
      words(.loadEntries, ["count": String(load.entries), "night": String(load.nightEntries)]),
      words(.loadDays, ["count": String(load.days), "run": String(load.longestRun)]), last,
    ]
    return words(.loadPeriod, days) + " " + parts.compactMap(\.self).joined(separator: " · ")
  }

  /// The loads for programs.
  func json() -> JSON {
    .object([
      ("at", JSON(now)), ("days", .number(days)), ("professionals", .array(loads.map(Self.json))),
    ])
  }

  private static func json(_ load: Workload) -> JSON {
    .object([
      ("person", .string(load.identifier)), ("roles", .array(load.roles.map(JSON.string))),
      ("held", .array(load.held.map(json))), ("overdue", .number(load.overdue)),
      ("dueWithinDay", .number(load.dueWithinDay)), ("high", .number(load.highCases)),
      ("cases", .number(load.cases)), ("entries", .number(load.entries)),
      ("nightEntries", .number(load.nightEntries)), ("days", .number(load.days)),
      ("longestRun", .number(load.longestRun)), ("last", load.lastEntry.map { JSON($0) } ?? .null),
    ])
  }

  private static func json(_ held: Workload.HeldCase) -> JSON {
    .object([
      ("case", .string(held.identifier)), ("overdue", .number(held.overdue)),
      ("dueWithinDay", .number(held.dueWithinDay)), ("waiting", .number(held.waiting)),
      (
        "levels",
        .array(
          held.highLevels.map { level in
            .object([
              ("step", .string(level.path.description)), ("fact", .string(level.fact.name)),
              ("value", JSON(level.value)),
            ])
          })
      ),
    ])
  }
}
