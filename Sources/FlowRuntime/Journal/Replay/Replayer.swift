import FlowDSL

/// Replays one case from its sealed entries as they stream by: verifies the chain, opens the commitments, and walks
/// the program again to compare.
///
/// Memory does not grow with the number of cases; one replayer serves one case.
public struct Replayer: Sendable {
  private var chain: ChainVerifier
  private var walk: Replay
  /// When the first entry was made.
  private var began: Instant?
  private var fault: ChainFault?
  private var divergence: Divergence?
  /// Entries of which a value is erased, and the first of them that a person said.
  private var erased: [Int] = []
  private var unopened: Int?
  /// Entries of which an opening is not there, though no erasure is logged.
  private var withheld: [Int] = []

  /// A replayer before the first entry of a case.
  ///
  /// - Parameters:
  ///   - identifier: The case.
  ///   - program: The program it is pinned to.
  public init(case identifier: String, of program: Program) {
    chain = ChainVerifier(case: identifier)
    walk = Replay(of: program)
  }

  /// Takes the next entry. After a break in the chain, entries are passed over; after a difference or an erased value,
  /// the chain alone is verified.
  public mutating func take(_ sealed: SealedEntry) {
    guard fault == nil else { return }
    do throws(ChainFault) {
      let opened = try chain.verify(sealed)
      if sealed.openings.contains(.missing) { withheld.append(sealed.sequence) }
      if began == nil { began = opened.at }
      switch opened {
      case .whole(let entry), .redacted(let entry): walk(entry)
      case .erased(let entry): walk(erased: entry)
      }
    } catch {
      fault = error
    }
  }

  private mutating func walk(_ entry: Entry) {
    guard divergence == nil, unopened == nil else { return }
    do throws(Divergence) { try walk.take(entry) } catch {
      divergence = error
      divergence?.mended = error.mendedFault(in: walk.state)
    }
  }

  private mutating func walk(erased entry: OpenedEntry.Erased) {
    erased.append(entry.sequence)
    guard divergence == nil, unopened == nil else { return }
    do throws(Divergence) {
      if entry.kind.isSaid {
        try walk.finish()
        unopened = entry.sequence
      } else {
        try walk.pass(entry.sequence, at: entry.at, by: entry.by, name: entry.kind.rawValue, step: entry.step)
      }
    } catch {
      divergence = error
    }
  }

  /// What the replay shows, once all entries were taken.
  ///
  /// - Parameters:
  ///   - end: Where the chain should end: as the case's record or the trace says.
  ///   - opened: When the case was opened, as its record says; it should be when the first entry was made.
  public func verdict(end: ChainHead, opened: Instant? = nil) -> Verdict {
    if let fault { return .broken(fault) }
    // A case begins with its start: one without entries has lost it.
    guard chain.head.sequence > 0 || end.sequence > 0 else {
      return .broken(ChainFault(sequence: 1, kind: .missing))
    }
    do throws(ChainFault) { try chain.verifyEnd(end) } catch { return .broken(error) }
    if let divergence { return .differs(divergence) }
    if !withheld.isEmpty { return .withheld(entries: withheld, from: unopened) }
    if let opened, let began, opened != began { return .openedOtherwise(opened, first: began) }
    if let unopened { return .unopened(from: unopened, entries: erased) }
    do throws(Divergence) { try walk.finish() } catch { return .differs(error) }
    return .reproduced
  }
}
