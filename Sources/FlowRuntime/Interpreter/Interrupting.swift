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
        let holds = holds(program.flows[flow].interrupts[index].when, in: frame)
        if holds, !frames[frame].alarms[index], scratch.firings < State.firingsPerEntry {
          fired.append(Alarm(frame: frame, interrupt: index))
          scratch.firings += 1
        }
        frames[frame].alarms[index] = holds
      }
    }
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
