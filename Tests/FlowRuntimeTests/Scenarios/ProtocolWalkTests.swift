import FEEL
import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime

/// What the shipped protocols keep on any walk at all: 100,000 cases whose answers are drawn from a fixed seed, unknown and
/// declined ones, refusals, calls that nobody answers and overrides among them. In one of four, earlier answers are
/// corrected, also after the end, and attacks are reported at any step.
@Suite struct ProtocolWalkTests {
  /// The flows in which a case begins, with how many of the cases begin there.
  static let entries: [(flow: String, cases: Int)] = [
    ("domestic-violence", 14_000), ("reception", 5_000), ("municipal-first-contact", 10_000),
    ("danger-short", 20_000), ("emergency", 30_000), ("perpetrator-interview", 8_000), ("custody", 8_000),
    ("victim-services-intake", 5_000),
  ]

  /// Of so many cases one is walked: all with `FLOWRUN_SOAK=1`, a fifth with 5.
  static let share = ProcessInfo.processInfo.environment["FLOWRUN_SOAK"].flatMap(Int.init) ?? 40

  /// So many cases are walked by one of the tasks that run side by side.
  static let portion: UInt64 = 250

  static let programs: [String: Program] = Dictionary(
    uniqueKeysWithValues: entries.compactMap { flow, _ in
      FlowCompiler.compile(main: flow, ProtocolScenarioTests.folder).program.map { (flow, $0) }
    })

  @Test func aHundredThousandKeepTheirPromises() async throws {
    let tallies = try await ProtocolWalkTests.tallies()
    var all = WalkTally()
    for (flow, _) in ProtocolWalkTests.entries {
      let tally = try #require(tallies[flow])
      print("\(flow): \(tally)")
      all += tally
    }
    print("all: \(all)")
    #expect(all.broken == [])
    let share = ProtocolWalkTests.share
    #expect(all.walks == 100_000 / share)
    #expect(all.leftUndone > all.walks)
    #expect(all.corrected > 15_000 / share && all.withdrawn > 5_000 / share && all.reported > 5_000 / share)
    #expect(all.meetsPerpetrator > 15_000 / share && all.inDanger > 50_000 / share)
    // Where nobody at all is reached: in a flow of a few calls it happens, in the whole chain hardly ever.
    let chain = try #require(tallies["domestic-violence"])
    #expect(all.nobodyReached > 0)
    #expect(chain.nobodyReached <= max(1, chain.inDanger / 1_000))
  }

  /// All walks, by the flow in which they begin.
  private static func tallies() async throws -> [String: WalkTally] {
    try await withThrowingTaskGroup(of: (String, WalkTally).self) { group in
      for (flow, cases) in entries {
        let program = try #require(programs[flow])
        let cases = UInt64(cases / share)
        for first in stride(from: 0, to: cases, by: UInt64.Stride(portion)) {
          let seeds = first..<min(first + portion, cases)
          group.addTask { (flow, try WalkTally(seeds, of: program)) }
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0, default: WalkTally()] += $1.1 }
    }
  }

  /// Changes to a flow that break a promise: the file, what stands there, what takes its place, what is noticed.
  static let slips: [(main: String, file: String, old: [String], new: String, noticed: String)] = [
    (
      "custody", "perpetrator-referral.yaml",
      [
        "services: [perpetrators-line]", "to: perpetrator-programme", "    documents: [programme-sheet]\n",
        "    shares: [accepts_programme, suspect_contact, suspect_hours, suspect_language]\n",
      ], "", "no help for the perpetrator"
    ),
    ("emergency", "emergency.yaml", ["    services: [police-17, silent-114]\n"], "", "in danger and alone"),
    (
      "danger-short", "danger-short.yaml",
      ["    services: [women-3919, victims-116006, police-17, silent-114]\n"], "", "in danger and alone"
    ),
    // No answer leads there, only a report.
    (
      "perpetrator-interview", "emergency.yaml", ["    services: [police-17, silent-114]\n"], "",
      "in danger and alone"
    ),
  ]

  @Test(arguments: slips.indices) func aSlipIsNoticed(_ index: Int) throws {
    let slip = ProtocolWalkTests.slips[index]
    let sources = ProtocolScenarioTests.folder.sources.map { source -> SourceText in
      guard source.path == slip.file else { return source }
      var text = source.text
      for old in slip.old {
        #expect(text.contains(old), "\(slip.file) no longer has \(old)")
        let new =
          old.hasPrefix("to:")
          ? "to: victim-support" : old.hasPrefix("services:") ? "services: [police-17]" : slip.new
        text = text.replacing(old, with: new)
      }
      return SourceText(path: source.path, text: text)
    }
    let program = try #require(FlowCompiler.compile(main: slip.main, sources: sources).program)
    // What only a report leads to is rarer.
    let seeds: Range<UInt64> = index == 3 ? 0..<10_000 : 0..<2_000
    #expect(try WalkTally(seeds, of: program).broken.contains { $0.hasSuffix(slip.noticed) })
  }
}
