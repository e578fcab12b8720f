/// What is known of the facts at one moment of every walk that reaches it.
///
/// A forward analysis over the routes: routes go forward only, so one pass in the order of the text is exact.
struct Knowledge: Hashable {
  /// Facts that are not null on any walk.
  var certain: Set<Int>
  /// Facts that something may have set on some walk.
  var settable: Set<Int>
  /// Facts whose question was put on every walk: it is not put a second time.
  var answered: Set<Int> = []
  /// Facts that somebody was asked about on every walk, whatever the answer.
  var asked: Set<Int> = []

  /// A fact takes a value; `isNull` when that may be null.
  mutating func set(_ slot: Int, maybeNull: Bool) {
    settable.insert(slot)
    if maybeNull {
      certain.remove(slot)
    } else {
      certain.insert(slot)
    }
  }

  /// What holds where walks come together: certain is what each is certain of, asked what each was asked, settable
  /// what any may have set.
  mutating func meet(_ other: Knowledge) {
    asked = asked.union(certain).intersection(other.asked.union(other.certain))
    certain.formIntersection(other.certain)
    settable.formUnion(other.settable)
    answered.formIntersection(other.answered)
  }
}
