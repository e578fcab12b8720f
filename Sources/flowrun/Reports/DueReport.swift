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

  /// What is late, waits that are over, then what is to come.
  func page() -> Screen {
    var screen = Screen()
    if rows.isEmpty, broken.isEmpty { screen.add(words(.dueNone)) }
    if !broken.isEmpty {
      screen.add(words(.dueBroken, ["count": String(broken.count)]), .warning)
      for row in broken {
        screen.add([Run(row.words)], indent: 2, marker: [Run(row.identifier, .key), Run("  ")])
      }
    }
    let groups: [(Phrase, Style, (DueRow) -> Bool)] = [
      (.dueLate, .warning, { $0.due < now && !$0.isWait }),
      (.dueWaitsOver, .title, { $0.due < now && $0.isWait }),
      (.dueToCome, .title, { $0.due >= now }),
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
    let reached = words(.dueReached, ["time": words.moment(row.reached, now: now)])
    screen.add([Run(time(row)), Run(" " + reached, .quiet)], indent: 4 + row.identifier.count)
  }

  private func time(_ row: DueRow) -> String {
    let time = words.moment(row.due, now: now)
    let length = words.length(milliseconds: abs(now.distance(to: row.due)))
    return switch (row.isWait, row.due < now) {
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
          .object([
            ("case", .string(row.identifier)), ("flow", .string(row.flow)), ("step", .string(row.path)),
            ("title", .string(row.step)), ("role", .optional(row.role)), ("reached", JSON(row.reached)),
            ("due", JSON(row.due)), ("overdue", .bool(row.due < now)),
            ("kind", .string(row.isWait ? "wait" : "step")),
          ])
        })
  }
}
