/// What replaying a case shows.
public enum Verdict: Sendable, Hashable {
  /// The chain is whole and the walk gives the same entries.
  case reproduced
  /// The chain is whole, but the walk gives something else.
  case differs(Divergence)
  /// The chain is broken: from this entry on, nothing can be relied on.
  case broken(ChainFault)
  /// The chain is whole, but what a person said in the entry `from` is erased, so that the walk cannot be computed
  /// again from there; up to there it is reproduced. `entries` are all entries of which a value is erased.
  case unopened(from: Int, entries: [Int])
  /// The chain is whole, but in these entries something cannot be opened although no erasure of it is logged: someone
  /// took it away. Where a person said it, the walk is not computed again after the entry `from`.
  case withheld(entries: [Int], from: Int?)
  /// The chain is whole, but the case's record, which is not in the chain, says that it was opened at another moment than the
  /// first entry bears. What the walk gives is then not said.
  case openedOtherwise(Instant, first: Instant)
}
