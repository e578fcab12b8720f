import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A journal that was altered is found, and the entry named.
@Suite struct ReplayTests {
  /// A journal of one generated case, and its program.
  private func journal() throws -> (Program, [Entry]) {
    let program = try RefusalTests.program()
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    var entries: [Entry] = []
    for (number, event) in RefusalTests.walk(program).enumerated() {
      entries += try interpreter.step(
        event, by: RefusalTests.officer, at: Instant(milliseconds: Int64(number) * 1000), state: &state)
    }
    return (program, entries)
  }

  private func divergence(_ entries: [Entry], of program: Program) -> Divergence? {
    do throws(Divergence) {
      _ = try Replay.state(after: entries, of: program)
      return nil
    } catch {
      return error
    }
  }

  @Test func wholeJournalReplays() throws {
    let (program, entries) = try journal()
    #expect(divergence(entries, of: program) == nil)
  }

  /// Whatever is altered of whichever entry of the walk, that entry is named.
  @Test func alteredEntryOfTheWalkIsNamed() throws {
    let (program, entries) = try journal()
    for index in entries.indices where !entries[index].event.isSaid {
      for alter: (inout Entry) -> Void in [
        { $0.event = .ended(outcome: "other") }, { $0.at = Instant(milliseconds: 1) },
        { $0.offset = UTCOffset(minutes: 60) ?? .utc },
        { $0.by = Person(identifier: "x", role: "officer") }, { $0.sequence += 1 },
      ] {
        var altered = entries
        alter(&altered[index])
        let found = try #require(divergence(altered, of: program))
        #expect(found.sequence == index + 1)
        #expect(found.expected == entries[index])
      }
    }
  }

  /// A missing entry is named, and so is one too many.
  @Test func missingAndAddedEntriesAreNamed() throws {
    let (program, entries) = try journal()
    for index in entries.indices.dropLast() {
      var altered = entries
      altered.remove(at: index)
      #expect(divergence(altered, of: program)?.sequence == index + 1)
      altered = entries
      altered.insert(entries[index], at: index)
      #expect(divergence(altered, of: program)?.sequence == index + 2)
    }
    var truncated = entries
    truncated.removeLast()
    let missing = try #require(divergence(truncated, of: program))
    #expect(missing.expected == entries.last)
    #expect(missing.found == nil)
  }

  /// An answer altered to another allowed one shows at the first entry of the walk that follows from it.
  @Test func alteredAnswerShowsWhereItMatters() throws {
    let (program, entries) = try journal()
    var altered = entries
    altered[0].event = .started(
      Start(
        program: program.hash, flow: "desk", language: "en",
        given: [GivenFact(fact: "known", answer: .value(false))]))
    let found = try #require(divergence(altered, of: program))
    #expect(found.sequence == entries.first { $0.event.name == "recommended" }?.sequence)
    // One that is not allowed shows at once.
    altered = entries
    altered[1].event = .answered(step: RefusalTests.first, fact: "age", .value(200))
    #expect(divergence(altered, of: program)?.refusal == .outsideAllowed(fact: "age", value: "200"))
  }

  /// A clock that was set back does not set the case back.
  @Test func instantsNeverFall() throws {
    let program = try RefusalTests.program()
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    let walk = RefusalTests.walk(program)
    try interpreter.step(walk[0], by: RefusalTests.officer, at: Instant(milliseconds: 5000), state: &state)
    let made = try interpreter.step(
      walk[1], by: RefusalTests.officer, at: Instant(milliseconds: 1000), state: &state)
    #expect(made.map(\.at) == [Instant(milliseconds: 5000)])
  }
}
