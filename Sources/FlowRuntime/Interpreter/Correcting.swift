import FEEL
import FlowDSL

extension State {
  /// Takes a correction: the walk is computed again with the entry as it should have been (grammar, 12.5).
  mutating func correct(
    _ number: Int, to event: Event, reason: String, by person: Person, at instant: Instant, offset: UTCOffset
  ) throws(Refusal) {
    if status == .notStarted { throw .notStarted }
    if status == .abandoned { throw .caseAbandoned }
    try reason.checkReason()
    let target = try correctable(number, to: event)
    var records = said
    records[target].event = event
    records[target].by = person
    records[target].correctedBy = sequence + 1
    records.append(
      Said(
        sequence: sequence + 1, at: max(now, instant), offset: offset, by: person,
        event: .corrected(sequence: number, to: event, reason: reason), basis: []))
    if case .contacted(_, .putOff(let until)) = event, until <= said[target].at { throw .momentPassed }
    let next = try State.folded(
      records, of: program, after: self, corrected: records[target].sequence, coverage: coverage)
    replace(with: next, correcting: records[target].sequence)
    numberTasks()
  }

  /// The walk of these entries, from the start; what is remembered of the walk before goes over.
  static func folded(
    _ records: [Said], of program: Program, after previous: State? = nil, corrected: Int? = nil,
    coverage: Coverage? = nil
  ) throws(Refusal) -> State {
    var state = State(program: program)
    if let previous { state.remember(previous) }
    state.coverage = coverage
    state.scratch.isRefolding = true
    state.scratch.corrected = corrected
    for record in records { state.fold(record) }
    if let refusal = state.scratch.refusal { throw refusal }
    return state
  }

  /// Index in `said` of the entry that a correction is about; a correction of a correction is about what that one
  /// corrected.
  private func correctable(_ number: Int, to event: Event) throws(Refusal) -> Int {
    var sought = number
    var index = indexOfSaid(sought)
    while let found = index, case .corrected(let earlier, _, _) = said[found].event {
      sought = earlier
      index = indexOfSaid(sought)
    }
    guard let index else {
      guard number > 0, number <= sequence else { throw .noSuchEntry(sequence: number) }
      throw .notCorrectable(sequence: number)
    }
    guard !said[index].isWithdrawn else { throw .entryWithdrawn(sequence: number) }
    switch said[index].event {
    case .abandoned, .reopened, .clock: throw .notCorrectable(sequence: number)
    case let said: guard said.mayBecome(event) else { throw .correctionDiffers(sequence: number) }
    }
    return index
  }

  /// Sequence numbers rise, so that the entry is found by halving.
  private func indexOfSaid(_ number: Int) -> Int? {
    var low = 0
    var high = said.count
    while low < high {
      let middle = (low + high) / 2
      if said[middle].sequence < number { low = middle + 1 } else { high = middle }
    }
    return low < said.count && said[low].sequence == number ? low : nil
  }

  /// Takes a recorded entry again: where the walk does not ask for it now, it is held.
  private mutating func fold(_ record: Said) {
    sequence = record.sequence
    scratch.reinstatedFrom = nil
    now = max(now, record.at)
    offset = record.offset
    scratch.firings = 0
    scratch.events.removeAll(keepingCapacity: true)
    var record = record
    record.isWithdrawn = false
    if case .corrected = record.event {
      said.append(record)
      return passOver(record)
    }
    do throws(Refusal) {
      let admission = try admit(record.event, by: record.by)
      if admission.basis == record.basis || takesAnyBasis(record) {
        record.basis = admission.basis
        said.append(record)
        return process(record.event, by: record.by, admission)
      }
    } catch {
      if record.sequence == scratch.corrected, !error.isNotAsked { scratch.refusal = error }
    }
    record.isWithdrawn = true
    held.append(said.count)
    said.append(record)
    passOver(record)
  }

  /// A report that became a note was said on nothing in particular.
  private func takesAnyBasis(_ record: Said) -> Bool {
    if case .noted = record.event { true } else { false }
  }

  /// An entry without effect still says that time has passed.
  private mutating func passOver(_ record: Said) {
    scratch.current = record.sequence
    readMoment()
    recordOverdue()
    passTime()
    settle()
  }

  /// Takes the first held entry that the walk asks for now; `false` when it asks for none.
  mutating func reinstate() -> Bool {
    for (place, index) in held.enumerated() {
      if let step = said[index].event.step, !tokens.contains(where: { $0.path == step }), !isLeft(at: step) {
        continue
      }
      let record = said[index]
      let before = scratch.reinstatedFrom
      scratch.reinstatedFrom = PlaceMoment(at: record.at, offset: record.offset)
      do throws(Refusal) {
        let admission = try admit(record.event, by: record.by)
        guard admission.basis == record.basis else {
          scratch.reinstatedFrom = before
          continue
        }
        held.remove(at: place)
        said[index].isWithdrawn = false
        if !scratch.isRefolding { addReinstated(record.sequence) }
        scratch.current = record.sequence
        carryOut(record.event, by: record.by, admission)
        return true
      } catch {
        scratch.reinstatedFrom = before
        if record.sequence == scratch.corrected, !error.isNotAsked { scratch.refusal = error }
      }
    }
    return false
  }

  /// When what is taken was said: what is reinstated was done then, not when the walk came to ask for it again. In the first
  /// edition it counted from there.
  var sayingTime: Instant { program.edition >= .second ? scratch.reinstatedFrom?.at ?? now : now }

  private mutating func addReinstated(_ number: Int) {
    if case .reinstated(let numbers)? = scratch.events.last {
      scratch.events[scratch.events.count - 1] = .reinstated(numbers + [number])
    } else {
      scratch.events.append(.reinstated([number]))
    }
  }

  /// Stands where the corrected walk stands. What the walk added before and adds again keeps its number; what it no
  /// longer adds is withdrawn; what is new is added now.
  private mutating func replace(with next: State, correcting entry: Int) {
    var next = next
    let correction = sequence + 1
    let before = Set(held.map { said[$0].sequence })
    let after = Set(next.held.map { next.said[$0].sequence })
    let (kept, dropped) = State.match(next.added.map(\.event), among: added)
    let withdrawn = (after.subtracting(before) + dropped).sorted()
    let reinstated = before.subtracting(after).sorted()

    var events: [Event] = []
    if !withdrawn.isEmpty { events.append(.withdrawn(withdrawn)) }
    if !reinstated.isEmpty { events.append(.reinstated(reinstated)) }
    for (index, number) in kept.enumerated() {
      if let number {
        next.added[index].sequence = number
      } else {
        events.append(next.added[index].event)
        next.added[index].sequence = correction + events.count
      }
    }
    next.setAsideWork(of: self, at: correction, correcting: entry)
    next.keepWhatStood(in: self, correcting: entry)
    next.revoked = revoked + dropped
    next.sequence = correction + events.count
    next.scratch = Scratch()
    next.scratch.events = events
    self = next
  }

  /// For each event the number of an equal entry, each entry used once, in order; and the numbers of entries left.
  private static func match(_ events: [Event], among entries: [Added]) -> (kept: [Int?], dropped: [Int]) {
    var left: [Event: ArraySlice<Int>] = [:]
    for entry in entries { left[entry.event, default: []].append(entry.sequence) }
    let kept = events.map { left[$0]?.popFirst() }
    return (kept, left.values.flatMap { $0 }.sorted())
  }
}

extension Event {
  /// Whether a correction may put the other event in the place of this one: it says something else of the same thing.
  fileprivate func mayBecome(_ other: Event) -> Bool {
    switch (self, other) {
    case (.started(let old), .started(let new)):
      old.program == new.program && old.flow == new.flow && old.isPractice == new.isPractice
    case (.answered(let old, let oldFact, _), .answered(let new, let newFact, _)):
      old == new && oldFact == newFact
    case (.ticked(let old, let oldItem, _, _), .ticked(let new, let newItem, _, _)):
      old == new && oldItem == newItem
    case (.settled(let old, let oldItem, _, _), .settled(let new, let newItem, _, _)):
      old == new && oldItem == newItem
    case (.contacted(let old, _), .contacted(let new, _)), (.referred(let old, _), .referred(let new, _)),
      (.confirmed(let old), .confirmed(let new)), (.confirmed(let old), .overridden(let new, _, _)),
      (.overridden(let old, _, _), .confirmed(let new)),
      (.overridden(let old, _, _), .overridden(let new, _, _)),
      (.concurred(let old, _, _), .concurred(let new, _, _)):
      old == new
    // A report or a hand-over made by mistake becomes a note that says so.
    case (.noted, .noted), (.reported, .noted), (.handedOver, .handedOver), (.handedOver, .noted): true
    case (.identified, .identified), (.referenced, .referenced), (.quoted, .quoted): true
    case (.identified, .noted), (.referenced, .noted), (.quoted, .noted): true
    default: false
    }
  }
}
