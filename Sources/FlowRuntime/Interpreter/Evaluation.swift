import FEEL
import FlowDSL

extension State {
  /// What an expression gives over the facts of a frame.
  func value(of expression: CompiledExpression, in frame: Int) -> Value {
    expression.evaluate(frames[frame].slots)
  }

  /// Whether a condition holds; `null` does not.
  func holds(_ condition: CompiledExpression, in frame: Int) -> Bool {
    condition.holds(frames[frame].slots) == true
  }
}

// The moment of the entry that is taken, as expressions read it.
extension State {
  /// The open flows read the entry's moment.
  mutating func readMoment() {
    for index in frames.indices where frames[index].isOpen { readMoment(in: index) }
  }

  /// Whether an open flow reads the moment at all.
  var isMomentRead: Bool {
    frames.contains { $0.isOpen && program.flows[$0.flow].readsMoment }
  }

  /// A frame reads the entry's moment.
  mutating func readMoment(in frame: Int) {
    let flow = frames[frame].flow
    guard program.flows[flow].readsMoment else { return }
    let first = program.flows[flow].facts.count
    for (place, value) in moment.enumerated() { frames[frame].slots[first + place] = value }
  }

  /// The values of `EntryMoment.variables`.
  var moment: [Value] { PlaceMoment(at: now, offset: offset).values }

  /// The same for what is taken: what is reinstated was said at its own moment. In the first edition it was read at the entry that
  /// gave it back.
  var sayingMoment: [Value] {
    guard program.edition >= .second, let first = scratch.reinstatedFrom else { return moment }
    return first.values
  }

  /// Whether an expression reads the moment, over the facts of a frame.
  func readsMoment(_ slots: [Int], in frame: Int) -> Bool {
    let flow = program.flows[frames[frame].flow]
    return flow.readsMoment && slots.contains { $0 >= flow.facts.count }
  }

  /// The facts of a frame, with what is read of a moment of its own.
  func slots(of frame: Int, at moment: PlaceMoment) -> [Value] {
    var slots = frames[frame].slots
    slots.replaceSubrange(program.flows[frames[frame].flow].facts.count..., with: moment.values)
    return slots
  }

  /// What an expression gives that is looked at once, at a step: where it reads the moment, the first at which the case came there.
  mutating func value(of expression: CompiledExpression, onceAt token: Int) -> Value {
    let frame = tokens[token].frame
    guard program.edition >= .second, readsMoment(expression.slots, in: frame) else {
      return value(of: expression, in: frame)
    }
    return expression.evaluate(slots(of: frame, at: firstMoment(at: token)))
  }
}

/// An instant as the clock of a place shows it.
struct PlaceMoment: Sendable, Hashable {
  var at: Instant
  var offset: UTCOffset

  /// The values of `EntryMoment.variables`.
  var values: [Value] {
    guard let moment = DateTime(at, offset) else { return [.null, .null] }
    return [.dateTime(moment), .date(moment.date)]
  }
}

extension Value {
  /// The moment of a date and time; without a zone it is UTC.
  public var instant: Instant? {
    guard case .dateTime(let moment) = self else { return nil }
    let time = moment.time
    let seconds =
      moment.date.daysSinceEpoch * 86_400 + time.hour * 3600 + time.minute * 60 + time.second
      - (moment.zone.offset ?? 0)
    let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1000)
    // FEEL's years go further than 64 bits of milliseconds do.
    guard !overflow else { return Instant(milliseconds: seconds < 0 ? .min : .max) }
    return Instant(milliseconds: product).advanced(by: Int64(time.nanosecond / 1_000_000))
  }
}

extension Value {
  /// The offset that a date and time bears; `nil` without a zone.
  var offset: UTCOffset? {
    guard case .dateTime(let moment) = self else { return nil }
    return moment.offset.flatMap { UTCOffset(minutes: $0 / 60) }
  }
}

extension Value {
  /// The length of a days and time duration, or the greatest of 64 bits.
  var milliseconds: Int64? {
    guard case .daysDuration(let duration) = self else { return nil }
    let (product, overflow) = duration.seconds.multipliedReportingOverflow(by: 1000)
    if overflow { return duration.seconds < 0 ? .min : .max }
    return product.addingReportingOverflow(Int64(duration.nanoseconds / 1_000_000)).partialValue
  }
}

extension Instant {
  /// So many milliseconds later, or the last moment there is.
  public func advanced(by milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
  }
}

extension DateTime {
  /// The moment of an instant at a place, in UTC unless it is said; nil past the years that FEEL knows.
  init?(_ instant: Instant, _ offset: UTCOffset = .utc) {
    let day: Int64 = 86_400_000
    let local = instant.advanced(by: Int64(offset.minutes) * 60_000)
    let days = local.milliseconds / day - (local.milliseconds % day < 0 ? 1 : 0)
    let rest = Int(local.milliseconds &- days &* day)
    guard let date = CalendarDate(daysSinceEpoch: Int(days)),
      let time = ClockTime(
        hour: rest / 3_600_000, minute: rest / 60_000 % 60, second: rest / 1000 % 60,
        nanosecond: rest % 1000 * 1_000_000, zone: Zone(offset: offset.minutes * 60) ?? .utc)
    else { return nil }
    self.init(date, time)
  }
}
