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

  /// Zone files of a machine are none of the package: a zone of its own, with the rules of Paris.
  private static func useZone() {
    ZoneDatabase.add { name in
      name == "Test/Autumn"
        ? file(transitions: [], offsets: [3600], footer: "CET-1CEST,M3.5.0,M10.5.0/3") : nil
    }
  }

  @Test func timeGoesOnInTheHourThatIsThereTwice() throws {
    Self.useZone()
    let d = "@\"2024-10-27T02:30:00@Test/Autumn\""
    try check(
      [
        ("\(d) + duration(\"PT1H\") = \(d)", "false"), ("\(d) + duration(\"PT1H\") > \(d)", "true"),
        ("\(d) + duration(\"PT1H\") - \(d)", "PT1H"),
        ("\(d) + duration(\"PT1H\") - duration(\"PT1H\") = \(d)", "true"),
        ("(\(d) + duration(\"PT2H\")).hour", "3"), ("\(d) + duration(\"PT2H\") - \(d)", "PT2H"),
        ("\(d) + duration(\"PT1H\") - duration(\"PT30M\") = \(d) + duration(\"PT30M\")", "true"),
        ("(\(d) + duration(\"PT1H\")).hour", "2"), ("(\(d) + duration(\"PT1H\")).minute", "30"),
        ("\(d).time offset", "PT2H"), ("(\(d) + duration(\"PT1H\")).time offset", "PT1H"),
        ("(\(d) + duration(\"PT1H\")).timezone", "\"Test/Autumn\""),
        ("\(d) + duration(\"PT1H\") = @\"2024-10-27T01:30:00Z\"", "true"),
        ("@\"2024-10-27T03:30:00@Test/Autumn\" - duration(\"PT1H\") = \(d)", "false"),
        ("@\"2024-10-27T03:30:00@Test/Autumn\" - duration(\"PT2H\") = \(d)", "true"),
        ("@\"2024-10-27T03:30:00@Test/Autumn\" - \(d)", "PT2H"),
        ("count(distinct values([\(d), \(d) + duration(\"PT1H\")]))", "2"),
        ("\(d) in [@\"2024-10-27T00:30:00Z\"..@\"2024-10-27T00:30:00Z\"]", "true"),
        ("\(d) + duration(\"PT1H\") + duration(\"P0M\") = \(d) + duration(\"PT1H\")", "true"),
        ("\(d) + duration(\"PT1H\") + duration(\"P1D\") - \(d)", "P1DT1H"),
        // A text cannot say which of the two a zone's name means: the later one has its offset.
        ("string(\(d))", "\"2024-10-27T02:30:00@Test/Autumn\""),
        ("date and time(string(\(d) + duration(\"PT1H\"))) = \(d) + duration(\"PT1H\")", "true"),
        ("sort([\(d) + duration(\"PT1H\"), \(d)], function(a, b) a < b)[1] = \(d)", "true"),
      ], strictness: .lenient)
  }

  @Test func theSkippedHourIsALengthOfNothing() throws {
    Self.useZone()
    let d = "@\"2024-03-31T01:30:00@Test/Autumn\""
    try check(
      [
        ("(\(d) + duration(\"PT1H\")).hour", "3"), ("\(d) + duration(\"PT1H\") - \(d)", "PT1H"),
        ("@\"2024-03-31T03:30:00@Test/Autumn\" - \(d)", "PT1H"),
        ("@\"2024-03-31T02:30:00@Test/Autumn\" = @\"2024-03-31T03:30:00@Test/Autumn\"", "true"),
        (
          "@\"2024-03-31T02:30:00@Test/Autumn\" + duration(\"PT0S\") = @\"2024-03-31T02:30:00@Test/Autumn\"",
          "true"
        ),
        (
          "@\"2024-03-31T02:30:00@Test/Autumn\" + duration(\"PT1H\") - @\"2024-03-31T02:30:00@Test/Autumn\"",
          "PT1H"
        ),
      ], strictness: .lenient)
  }

  @Test func aMomentTakesNoMoreRoom() {
    #expect(MemoryLayout<DateTime>.size == 16)
    #expect(MemoryLayout<Value>.size == 17)
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
