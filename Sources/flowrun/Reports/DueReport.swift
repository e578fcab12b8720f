import FlowRuntime

/// What is due in all cases.
struct DueReport {
  let words: Wording
  let now: Instant
  /// In order.
  let rows: [DueRow]
  /// How many cases were abandoned at a high level: nothing is due in them.
  var abandoned = 0
  /// What protocols promise and cases did not keep.
  var broken: [BrokenRow] = []

  /// What is late, waits that are over, what is to come, what was left undone, then what waits for somebody.
  func page() -> Screen {
    var screen = Screen()
    if rows.isEmpty, broken.isEmpty { screen.add(words(.dueNone)) }
    if !broken.isEmpty {
      screen.add(words(.dueBroken, ["count": String(broken.count)]), .warning)
      for row in broken {
        screen.add([Run(row.words)], indent: 2, marker: [Run(row.identifier, .key), Run("  ")])
      }
    }
    func isOver(_ row: DueRow) -> Bool { row.due.map { $0 < now } ?? false }
    let groups: [(Phrase, Style, (DueRow) -> Bool)] = [
      (.dueLate, .warning, { isOver($0) && $0.kind != .wait }),
      (.dueWaitsOver, .title, { isOver($0) && $0.kind == .wait }),
      (.dueToCome, .title, { $0.due.map { $0 >= now } ?? false }),
      (.dueLeftUndone, .title, { $0.due == nil && $0.kind == .task }),
      (.dueOpen, .title, { $0.kind == .open }),
    ]
    for (phrase, style, belongs) in groups {
      let group = rows.filter(belongs)
      guard !group.isEmpty else { continue }
      screen.space()
      screen.add(words(phrase, ["count": String(group.count)]), style)
      for row in group { add(row, to: &screen) }
    }
    if abandoned > 0 {
      screen.space()
      screen.add(words(.dueAbandonedHigh, ["count": String(abandoned)]), .warning)
    }
    return screen
  }

  private func add(_ row: DueRow, to screen: inout Screen) {
    let role = row.roleWords.map { " · " + words(.headerFor, ["role": $0]) } ?? ""
    screen.add([Run(row.step + role)], indent: 2, marker: [Run(row.identifier, .key), Run("  ")])
    let reached = words(
      row.kind == .task ? .dueLeft : .dueReached, ["time": words.moment(row.reached, now: now)])
    let indent = 4 + row.identifier.count
    if let cause = row.cause {
      screen.add(
        [
          Run(words.cause(cause, until: row.until, isAside: row.isAside, now: now)),
          Run(row.reason.map { " (" + $0 + ")" } ?? ""),
        ], indent: indent)
    }
    screen.add([Run(time(row).map { $0 + " " } ?? ""), Run(reached, .quiet)], indent: indent)
    if let number = row.task {
      screen.add(
        words(.dueTaskHow, ["case": row.identifier, "number": String(number)]), .quiet, indent: indent)
    }
    if !row.levels.isEmpty { screen.add(row.levels.joined(separator: ", "), .warning, indent: indent) }
  }

  private func time(_ row: DueRow) -> String? {
    guard let due = row.due else { return nil }
    let time = words.moment(due, now: now)
    let length = words.length(milliseconds: abs(now.distance(to: due)))
    return switch (row.kind == .wait, due < now) {
    case (true, true): words(.dueWaitOver, ["time": time, "late": length])
    case (true, false): words(.dueWaitEnds, ["time": time, "left": length])
    case (false, true): words(.overdueSince, ["time": time, "late": length])
    case (false, false): words(.dueBy, ["time": time, "left": length])
    }
  }

  /// The list for programs.
  func json() -> JSON {
    .array(
      broken.map(\.json)
        + rows.map { row in
          .object(
            [
              ("case", .string(row.identifier)), ("flow", .string(row.flow)), ("step", .string(row.path)),
              ("title", .string(row.step)), ("role", .optional(row.role)), ("reached", JSON(row.reached)),
              ("due", row.due.map { JSON($0) } ?? .null),
              ("overdue", .bool(row.due.map { $0 < now } ?? false)), ("kind", .string(row.kind.rawValue)),
              ("levels", .array(row.levels.map(JSON.string))),
            ]
              + (row.cause.map { cause in
                [
                  ("task", row.task.map { JSON.number($0) } ?? .null), ("item", .optional(row.item)),
                  ("cause", .string(cause.rawValue)), ("reason", .optional(row.reason)),
                  ("until", row.until.map { JSON($0) } ?? .null), ("aside", .bool(row.isAside)),
                ]
              } ?? []))
        })
  }
}
