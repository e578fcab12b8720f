import FEEL
import FlowDSL

extension State {
  /// More interrupts than this do not fire at one entry: flows whose interrupts set each other off come to rest.
  static let firingsPerEntry = 100

  /// Looks at the interrupts of all open flows, outermost first; those whose condition has become true are walked,
  /// one after the other, before the walk goes on. `false` when none has.
  mutating func fire() -> Bool {
    var fired: [Alarm] = []
    for frame in watching {
      let flow = frames[frame].flow
      for index in program.flows[flow].interrupts.indices {
        guard let when = program.flows[flow].interrupts[index].when else { continue }
        let holds = holds(when, in: frame)
        if holds, !frames[frame].alarms[index], scratch.firings < State.firingsPerEntry {
          let report = scratch.report.flatMap {
            $0.frame == frame && $0.interrupt == index ? $0.report : nil
          }
          fired.append(Alarm(frame: frame, interrupt: index, report: report))
          scratch.firings += 1
        }
        frames[frame].alarms[index] = holds
      }
    }
    scratch.report = nil
    return interrupt(by: fired)
  }

  /// Walks what the author wants for steps that have become late and are still open; `false` where nothing of the kind is left.
  mutating func fireLate() -> Bool {
    guard !scratch.late.isEmpty else { return false }
    let late = scratch.late
    scratch.late = []
    guard status == .running else { return false }
    let standing = standingTokens
    let fired = late.flatMap { token in
      standing.contains { $0.frame == token.frame && $0.step == token.step && $0.isOverdue }
        ? alarms(ofLate: token) : []
    }
    return interrupt(by: fired)
  }

  /// The interrupts that fire because a step is late, as far as they may still fire at this entry.
  private mutating func alarms(ofLate token: Token) -> [Alarm] {
    let interrupts = program.flows[frames[token.frame].flow].interrupts
    return interrupts.indices.filter { interrupts[$0].late == token.step }.compactMap { index in
      guard scratch.firings < State.firingsPerEntry else { return nil }
      scratch.firings += 1
      return Alarm(frame: token.frame, interrupt: index)
    }
  }

  private mutating func interrupt(by fired: [Alarm]) -> Bool {
    guard !fired.isEmpty else { return false }
    interruptions.append(Interruption(tokens: tokens, path: StepPath(""), queue: fired))
    tokens = []
    beginInterrupt()
    return true
  }

  private mutating func beginInterrupt() {
    let level = interruptions.count - 1
    let alarm = interruptions[level].queue.removeFirst()
    frames[alarm.frame].firings[alarm.interrupt] += 1
    let name = program.flows[frames[alarm.frame].flow].interrupts[alarm.interrupt].name
    let path = StepPath(
      "\(frames[alarm.frame].prefix)!\(name)[\(frames[alarm.frame].firings[alarm.interrupt])]")
    interruptions[level].path = path
    add(.interrupted(path))
    run(alarm, at: path)
  }

  /// An interrupt's flow has ended: the next that fired with it is walked, or what stood still goes on.
  mutating func endInterrupt() {
    let level = interruptions.count - 1
    guard interruptions[level].queue.isEmpty else { return beginInterrupt() }
    add(.resumed(interruptions[level].path))
    tokens = interruptions.removeLast().tokens
    for index in tokens.indices { tokens[index].isReady = true }
  }
}
