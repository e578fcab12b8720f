import Foundation
import Testing

@testable import FEEL

@Suite("Named zones")
struct ZoneTests {
  /// A TZif file of version 2 with these transitions, built by hand (RFC 9636, 3.1).
  static func file(transitions: [(Int64, Int)], offsets: [Int32], footer: String) -> [UInt8] {
    func bytes<Integer: FixedWidthInteger>(_ value: Integer) -> [UInt8] {
      (0..<Integer.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: value >> Integer($0 * 8)) }
    }
    func block(_ transitions: [(Int64, Int)], _ offsets: [Int32]) -> [UInt8] {
      var block = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, 0, transitions.count, offsets.count, 4] { block += bytes(Int32(count)) }
      block += transitions.flatMap { bytes($0.0) } + transitions.map { UInt8($0.1) }
      block += offsets.flatMap { bytes($0) + [0, 0] }
      return block + Array("ABC\0".utf8)
    }
    return block([], [0]) + block(transitions, offsets) + Array("\n\(footer)\n".utf8)
  }

  private static let rules = ZoneRules(
    tzif: file(
      transitions: [(0, 1), (1000, 0)], offsets: [3600, 7200], footer: "CET-1CEST,M3.5.0,M10.5.0/3"))

  @Test(
    arguments: [
      (-1, 3600), (0, 7200), (999, 7200), (1000, 3600),
      // 2026: summer time from 29 March, 01:00 UTC, to 25 October, 01:00 UTC.
      (1_774_746_000 - 1, 3600), (1_774_746_000, 7200), (1_792_890_000 - 1, 7200), (1_792_890_000, 3600),
    ] as [(Int64, Int)])
  func offsetsFollowTheFile(instant: Int64, offset: Int) throws {
    #expect(try #require(Self.rules).offset(at: instant) == offset)
  }

  @Test func theSkippedHourKeepsTheOldOffsetAndTheDoubledHourIsTheFirst() throws {
    let rules = try #require(Self.rules)
    let spring: Int64 = 1_774_746_000 + 3600
    #expect(rules.offset(atLocal: spring - 1) == 3600)
    #expect(rules.offset(atLocal: spring + 1800) == 3600)
    #expect(rules.offset(atLocal: spring + 3600) == 7200)
    let autumn: Int64 = 1_792_890_000 + 7200
    #expect(rules.offset(atLocal: autumn - 1800) == 7200)
    #expect(rules.offset(atLocal: autumn + 1) == 3600)
  }

  @Test(
    arguments: [
      ("<+0545>-5:45", 0, 20_700), ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_767_225_600, 39_600),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_782_864_000, 36_000), ("EST5", 0, -18_000),
      ("AAA1BBB,J60/0,J300/0", 1_772_323_200, -3600), ("AAA1BBB,J60/0,J300/0", 1_772_326_800, 0),
      ("AAA1BBB,59/0,300/0", 1_772_326_800, 0),
    ] as [(String, Int64, Int)])
  func posixRules(text: String, instant: Int64, offset: Int) throws {
    #expect(try #require(PosixZone(text)).offset(at: instant) == offset)
  }

  @Test(arguments: ["", "A", "CET", "CET-", "CET-1CEST,M3", "CET-1CEST,M13.1.0,M1.1.0", "CET-999", "CET-1x"])
  func whatIsNoRuleIsRefused(text: String) {
    #expect(PosixZone(text) == nil)
  }

  @Test func damagedFilesAreRefused() {
    let good = Self.file(transitions: [(0, 1)], offsets: [0, 60], footer: "UTC0")
    #expect(ZoneRules(tzif: good) != nil)
    for length in 0..<(good.count - 6) { #expect(ZoneRules(tzif: Array(good.prefix(length))) == nil) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var bytes = good
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if let rules = ZoneRules(tzif: bytes) { #expect(rules.offset(at: 0) >= Int(Int32.min)) }
    }
  }

  @Test func timesInAZoneThatASourceGives() throws {
    // A name of its own, because what is known once stays known.
    ZoneDatabase.add { name in
      name == "Test/Paris"
        ? Self.file(transitions: [], offsets: [3600], footer: "CET-1CEST,M3.5.0,M10.5.0/3") : nil
    }
    try check([
      ("@\"2026-07-01T12:00:00@Test/Paris\" = @\"2026-07-01T10:00:00Z\"", "true"),
      ("@\"2026-01-01T12:00:00@Test/Paris\" = @\"2026-01-01T11:00:00Z\"", "true"),
      ("@\"2026-07-01T12:00:00@Test/Paris\".time offset", "PT2H"),
      ("@\"2026-07-01T12:00:00@Test/Paris\".timezone", "\"Test/Paris\""),
      // A day of 23 hours: the length is exact, the clock has moved on.
      ("@\"2026-03-28T12:00:00@Test/Paris\" + @\"P1D\"", "2026-03-29T13:00:00@Test/Paris"),
      ("@\"2026-03-28T12:00:00@Test/Paris\" + @\"P1M\"", "2026-04-28T12:00:00@Test/Paris"),
      ("@\"2026-03-29T12:00:00@Test/Paris\" - @\"2026-03-28T12:00:00@Test/Paris\"", "PT23H"),
    ])
    try check([("@\"2026-07-01T12:00:00@Test/Nowhere\"", "null")], strictness: .lenient)
    try check([("@\"2026-07-01T12:00:00@../../etc/passwd\"", "null")], strictness: .lenient)
  }
}
