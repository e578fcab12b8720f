/// Adds up what lies on each professional, case after case: of each case only the figures are kept.
public struct WorkloadTally: Sendable {
  private let now: Instant
  private let days: Int
  private let offset: @Sendable (Instant) -> Int
  private var loads: [String: Workload] = [:]

  /// A tally of no case.
  ///
  /// - Parameters:
  ///   - days: How many days are looked at, today among them.
  ///   - offset: Seconds east of UTC at an instant, where the professionals work.
  public init(now: Instant, days: Int, offset: @escaping @Sendable (Instant) -> Int) {
    self.now = now
    self.days = days
    self.offset = offset
  }

  /// Adds a case: its entries, and how they leave it. Entries made by the clock alone count for nobody.
  ///
  /// A case that was handed over is with whoever got it, as long as it is not handed on; another with whoever went on with it
  /// last. To read it, to leave a note or to correct an answer takes it from nobody.
  public mutating func take(_ identifier: String, _ entries: some Sequence<Entry>, state: State) {
    let today = WorkingTime(now, offset: offset(now)).day
    var holder: Person?
    var isHandedOver = false
    var acting: Set<String> = []
    for entry in entries where entry.event.isSaid && entry.event != .clock {
      switch entry.event {
      case .handedOver: isHandedOver = true
      case .noted, .identified, .referenced, .quoted, .corrected: break
      default: holder = entry.by
      }
      let time = WorkingTime(entry.at, offset: offset(entry.at))
      let isRecent = today - days < time.day && time.day <= today
      update(entry.by) { load in
        load.lastEntry = max(load.lastEntry ?? entry.at, entry.at)
        guard isRecent else { return }
        load.entries += 1
        load.nightEntries += time.isNight ? 1 : 0
        load.worked.insert(time.day)
      }
      if isRecent, acting.insert(entry.by.identifier).inserted { update(entry.by) { $0.cases += 1 } }
    }
    guard let holder = isHandedOver ? state.handler : holder, state.isLeftOpen else { return }
    update(holder) { [now] in $0.held.append(Workload.HeldCase(identifier, state, now: now)) }
  }

  /// The loads: who has most that is late first, then who holds most. Left out is who neither holds a case nor acted in one
  /// during these days.
  public var workloads: [Workload] {
    loads.values.filter { !$0.held.isEmpty || $0.entries > 0 }
      .map { load in
        var load = load
        load.held.sort {
          ($1.overdue, $1.dueWithinDay, $0.identifier) < ($0.overdue, $0.dueWithinDay, $1.identifier)
        }
        return load
      }
      .sorted { left, right in
        let (more, less) = (right.weight, left.weight)
        return more == less ? left.identifier < right.identifier : more.lexicographicallyPrecedes(less)
      }
  }

  private mutating func update(_ person: Person, _ change: (inout Workload) -> Void) {
    var load = loads[person.identifier] ?? Workload(person.identifier)
    let place = load.roles.firstIndex { $0 >= person.role } ?? load.roles.endIndex
    if place == load.roles.endIndex || load.roles[place] != person.role {
      load.roles.insert(person.role, at: place)
    }
    change(&load)
    loads[person.identifier] = load
  }
}

extension Workload {
  /// By what the list is ordered.
  fileprivate var weight: [Int] { [overdue, held.count, dueWithinDay, entries] }
}
