import FEEL
import Testing

@testable import FlowRuntime

/// Whatever is changed in a chain is found, and the entry is named.
@Suite struct ChainTests {
  /// The first fault of a chain; nil when it is whole.
  private func fault(_ entries: [SealedEntry], end: ChainHead? = nil) -> ChainFault? {
    var chain = ChainVerifier(case: "case-1")
    do throws(ChainFault) {
      for entry in entries { _ = try chain.verify(entry) }
      if let end { try chain.verifyEnd(end) }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: 0..<8) func anyChangedByteIsFoundAndNamed(_ seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    let entries = try sealed(random.entries(22), seed: seed)
    // Entries before the changed one are verified once: what comes after the first fault is not looked at.
    var before = ChainVerifier(case: "case-1")
    func fault(_ changed: SealedEntry) -> ChainFault? {
      var chain = before
      do throws(ChainFault) {
        _ = try chain.verify(changed)
        return nil
      } catch {
        return error
      }
    }
    for index in entries.indices {
      for place in entries[index].body.indices {
        var changed = entries[index]
        changed.body[place] ^= 1 << UInt8.random(in: 0...7, using: &random.random)
        #expect(fault(changed) == ChainFault(sequence: index + 1, kind: .altered))
      }
      for place in 0..<32 {
        var bytes = entries[index].hash.bytes
        bytes[place] ^= 0x10
        var changed = entries[index]
        changed.hash = Hash(bytes: bytes)!
        #expect(fault(changed) == ChainFault(sequence: index + 1, kind: .altered))
      }
      for (position, opening) in entries[index].openings.enumerated() {
        guard case .kept(let salt, let value) = opening else { continue }
        for place in 0..<(16 + value.count) {
          var (saltBytes, bytes) = (salt.bytes, value)
          if place < 16 { saltBytes[place] ^= 1 } else { bytes[place - 16] ^= 1 }
          var changed = entries[index]
          changed.openings[position] = .kept(salt: Salt(bytes: saltBytes)!, value: bytes)
          #expect(fault(changed) == ChainFault(sequence: index + 1, kind: .openingAltered(position)))
        }
      }
      _ = try before.verify(entries[index])
    }
  }

  /// One who changes a body and hashes it again breaks the link to the entry that follows, or the end.
  @Test func aBodyHashedAgainBreaksTheNextLink() throws {
    var random = RandomEntries(seed: 3)
    var entries = random.entries(6)
    let original = try sealed(entries)
    entries[2].by.identifier = "someone-else"
    let forged = try sealed(entries)
    var changed = original
    changed[2] = forged[2]
    #expect(fault(changed) == ChainFault(sequence: 4, kind: .notFollowing))
    let end = ChainHead(sequence: 6, hash: original[5].hash)
    #expect(fault(forged, end: end) == ChainFault(sequence: 6, kind: .otherHead))
  }

  @Test func missingMovedAndCutOffEntriesAreNamed() throws {
    var random = RandomEntries(seed: 5)
    let entries = try sealed(random.entries(6))
    let end = ChainHead(sequence: 6, hash: entries[5].hash)
    #expect(fault(entries, end: end) == nil)
    #expect(fault(entries, end: .start) == ChainFault(sequence: 1, kind: .tooLong(expected: 0)))
    #expect(
      fault(Array(entries.dropLast(2)), end: end) == ChainFault(sequence: 5, kind: .truncated(expected: 6)))
    #expect(fault([entries[0], entries[2]]) == ChainFault(sequence: 2, kind: .missing))
    #expect(fault([entries[0], entries[1], entries[1]]) == ChainFault(sequence: 3, kind: .order(found: 2)))
    var swapped = entries
    swapped[2].sequence = 2
    #expect(fault([entries[0], swapped[2]]) == ChainFault(sequence: 2, kind: .notFollowing))
    let other = try sealed(random.entries(1), case: "case-2")
    #expect(fault(other) == ChainFault(sequence: 1, kind: .misplaced))
  }

  @Test func missingAndAddedOpeningsAreNamed() throws {
    let by = Person(identifier: "i", role: "r")
    let entry = Entry(
      sequence: 1, at: Instant(milliseconds: 0), by: by,
      event: .overridden(step: StepPath("s"), to: "high", reason: "why"))
    let whole = try sealed([entry])[0]
    #expect(whole.openings.count == 2)
    var fewer = whole
    fewer.openings.removeLast()
    #expect(fault([fewer]) == ChainFault(sequence: 1, kind: .openings(1)))
    var more = whole
    more.openings.append(whole.openings[0])
    #expect(fault([more]) == ChainFault(sequence: 1, kind: .openings(2)))
    var swapped = whole
    swapped.openings.swapAt(0, 1)
    #expect(fault([swapped]) == ChainFault(sequence: 1, kind: .openingAltered(0)))
  }

  @Test func erasingAnOpeningLeavesTheChainWhole() throws {
    let by = Person(identifier: "i", role: "r")
    let step = StepPath("s")
    func opened(_ event: Event, erasing position: Int) throws -> OpenedEntry {
      var entry = try sealed([Entry(sequence: 1, at: Instant(milliseconds: 0), by: by, event: event)])[0]
      entry.openings[position] = .erased
      var chain = ChainVerifier(case: "case-1")
      return try chain.verify(entry)
    }
    #expect(
      try opened(.overridden(step: step, to: "high", reason: "why"), erasing: 0)
        == .redacted(
          Entry(
            sequence: 1, at: Instant(milliseconds: 0), by: by,
            event: .overridden(step: step, to: "high", reason: Erasure.mark))))
    #expect(
      try opened(.overridden(step: step, to: "high", reason: "why"), erasing: 1)
        == .erased(
          .init(sequence: 1, at: Instant(milliseconds: 0), by: by, kind: .overridden, step: step)))
    #expect(
      try opened(.answered(step: step, fact: "x", .declined), erasing: 0)
        == .erased(.init(sequence: 1, at: Instant(milliseconds: 0), by: by, kind: .answered, step: step)))
  }

  /// Whatever bytes are accepted as an entry are its canonical form.
  @Test(arguments: 0..<8) func whatIsAcceptedIsCanonical(_ seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    var accepted = 0
    for original in try sealed(random.entries(22), seed: seed) {
      for _ in 0..<200 {
        var body = original.body
        let place = Int.random(in: 0..<body.count, using: &random.random)
        body[place] = UInt8.random(in: 0x20...0x7E, using: &random.random)
        guard let read = try? BodyReader.read(body, openings: original.openings),
          case .whole(let entry) = read.opened
        else { continue }
        accepted += 1
        var writer = BodyWriter(salts: SaltsOf(original.openings), privacy: .everything)
        try writer.body(of: entry, case: read.identifier, previous: read.previous)
        #expect(writer.json.bytes == body)
      }
    }
    #expect(accepted > 100)
  }

  /// Hostile bytes are refused, whatever they are; none crashes or hangs.
  @Test(arguments: 0..<8) func hostileBytesAreRefused(_ seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    let entries = try sealed(random.entries(22), seed: seed)
    for _ in 0..<4000 {
      let entry = entries[Int.random(in: 0..<entries.count, using: &random.random)]
      var body = entry.body
      for _ in 0...Int.random(in: 0...4, using: &random.random) where body.count > 1 {
        let place = Int.random(in: 0..<body.count, using: &random.random)
        switch Int.random(in: 0...3, using: &random.random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random.random)
        case 1: body.remove(at: place)
        case 2: body.insert(body[place], at: place)
        default: body = Array(body[..<max(1, place)])
        }
      }
      var changed = entry
      changed.body = body
      changed.hash = Hash(of: body)
      var chain = ChainVerifier(case: "case-1")
      // Only a first entry that is still canonical can be taken, as nothing stands before it.
      if let opened = try? chain.verify(changed) { #expect(opened.sequence == 1) }
    }
  }
}
