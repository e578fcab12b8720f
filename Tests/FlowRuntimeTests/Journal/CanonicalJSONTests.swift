import FEEL
import Testing

@testable import FlowRuntime

/// RFC 8785: what is written, and that nothing else is read.
@Suite struct CanonicalJSONTests {
  private func written(_ value: Value) throws -> String {
    var json = CanonicalWriter()
    try json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func read(_ text: String) throws(ReadingFault) -> Value {
    var json = CanonicalReader(Array(text.utf8))
    let value = try json.value()
    try json.end()
    return value
  }

  @Test(arguments: [
    ("0", "0"), ("-1", "-1"), ("9007199254740991", "9007199254740991"),
    ("9007199254740992", #"{"number":"9007199254740992"}"#),
    ("-9007199254740992", #"{"number":"-9007199254740992"}"#), ("0.1", #"{"number":"0.1"}"#),
  ]) func writesNumbers(_ number: String, _ text: String) throws {
    let value = Value.number(try #require(Number(number)))
    #expect(try written(value) == text)
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("2026-11-24", #"{"date":"2026-11-24"}"#), ("09:30:00Z", #"{"time":"09:30:00Z"}"#),
    ("2026-11-24T09:30:00+01:00", #"{"dateTime":"2026-11-24T09:30:00+01:00"}"#),
    ("PT1H", #"{"duration":"PT1H"}"#), ("P1Y2M", #"{"duration":"P1Y2M"}"#),
  ]) func writesTemporalValues(_ temporal: String, _ text: String) throws {
    let value = try #require(Value(temporal: temporal))
    #expect(try written(value) == text)
    #expect(try read(text) == value)
  }

  @Test func writesOtherValues() throws {
    let pairs: [(Value, String)] = [
      (.null, "null"), (true, "true"), (false, "false"), ([], "[]"), ([1, ["a"]], #"[1,["a"]]"#),
      (.context(Context(["b": 1, "a": [2]])), #"{"context":{"a":[2],"b":1}}"#),
      (
        .range(Interval(low: 1, includesLow: true, high: .null, includesHigh: false)),
        #"{"range":{"high":null,"includesHigh":false,"includesLow":true,"low":1}}"#
      ),
    ]
    for (value, text) in pairs {
      #expect(try written(value) == text)
      #expect(try read(text) == value)
    }
  }

  /// RFC 8785, section 3.2.2.2: the string of the example.
  @Test func escapesAsTheStandardShows() throws {
    let text = "\u{20ac}$\u{000F}\u{000a}A'\u{0042}\u{0022}\u{005c}\\\"\u{002f}"
    #expect(try written(.string(text)) == #""€$\u000f\nA'B\"\\\\\"/""#)
    #expect(try written("\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}") == "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}\"")
  }

  /// RFC 8785, section 3.2.3: the order of the example, by UTF-16 code units.
  @Test func sortsNamesAsTheStandardShows() throws {
    let context = Context([
      "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1F600}": "Emoji: Grinning Face", "\u{0080}": "Control",
      "\u{00f6}": "Latin Small Letter O With Diaeresis",
    ])
    let text = try written(.context(context))
    let order = [
      "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
      "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
    ]
    let found = text.split(separator: "\"").map(String.init).filter(order.contains)
    #expect(found == order)
    #expect(try read(text) == .context(context))
  }

  @Test(
    arguments: [
      ("", .ends), ("[1", .ends), ("[1 ]", .expected(",")), ("[1,]", .number), (" 1", .number),
      ("1 ", .trailing),
      ("01", .number), ("-0", .number), ("1.0", .number), ("1e3", .number), ("9007199254740992", .number),
      ("99999999999999999999", .number), ("+1", .number), ("nul", .expected("null")),
      ("tru", .expected("true, false")),
      (#""a"#, .ends), ("\"a\u{1}\"", .controlCharacter), (#""\/""#, .escape), (#""\u0041""#, .escape),
      (#""\u000A""#, .escape), (#""\u000a""#, .escape), (#""\u001F""#, .escape), (#""\u"#, .escape),
      (#""\"#, .ends),
      (#""\ud83d\ude00""#, .escape), (#""\x""#, .escape),
      ("{}", .missingField("number")), (#"{"nombre":1}"#, .unknownField("nombre")),
      (#"{"number":"0.10"}"#, .number), (#"{"number":"1"}"#, .number), (#"{"number":"x"}"#, .number),
      (#"{"number":".5"}"#, .number), (#"{"number":"0.5","x":1}"#, .unknownField("x")),
      (#"{"number":"0.5","number":"0.5"}"#, .duplicateField("number")),
      (#"{"date":"2026-02-30"}"#, .temporal), (#"{"date":"2026-11-24T00:00:00Z"}"#, .temporal),
      (#"{"time":"09:30:00+00:00"}"#, .temporal), (#"{"duration":"PT60M"}"#, .temporal),
      (#"{"duration":"P1D","date":"2026-11-24"}"#, .expected("}")),
      (#"{"context":{"b":1,"a":2}}"#, .fieldOrder("a")),
      (#"{"context":{"a":1,"a":2}}"#, .duplicateField("a")),
      (#"{"range":{"high":null,"includesHigh":true,"includesLow":true,"low":1}}"#, .expected("false")),
      (#"{"range":{"includesHigh":true,"high":1,"includesLow":true,"low":1}}"#, .missingField("high")),
      (String(repeating: "[", count: 33), .tooDeep),
    ] as [(String, ReadingFault)]) func refuses(_ text: String, _ fault: ReadingFault)
  {
    #expect(throws: fault) { try read(text) }
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]]
  )
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    var json = CanonicalReader([UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
    #expect(throws: ReadingFault.invalidUTF8) { try json.string() }
  }

  @Test func readsAsDeepAsItWrites() throws {
    var value: Value = 1
    for _ in 0..<JournalLimits.depth { value = .list([value]) }
    #expect(try read(written(value)) == value)
    #expect(throws: UnwritableValue.tooDeep) { try written(.list([value])) }
  }

  @Test(arguments: 0..<20) func whatIsWrittenIsReadBack(_ seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    for _ in 0..<200 {
      let value = random.value()
      let text = try written(value)
      #expect(try read(text) == value, "seed \(seed): \(text)")
    }
  }

  /// Whatever is accepted is canonical: writing it again gives the same bytes.
  @Test(arguments: 0..<20) func whatIsReadIsWrittenTheSame(_ seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    var accepted = 0
    for _ in 0..<2000 {
      var bytes = Array(try written(random.value()).utf8)
      bytes[Int.random(in: 0..<bytes.count, using: &random.random)] = UInt8.random(
        in: 0x20...0x7E, using: &random.random)
      var json = CanonicalReader(bytes)
      guard let value = try? json.value(), (try? json.end()) != nil else { continue }
      accepted += 1
      #expect(Array(try written(value).utf8) == bytes)
    }
    #expect(accepted > 50)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_795_500_000_123, "2026-11-24T06:00:00.123Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
    ] as [(Int64, String)]) func writesInstants(_ milliseconds: Int64, _ text: String) throws
  {
    var json = CanonicalWriter()
    try json.instant(Instant(milliseconds: milliseconds))
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(text)\"")
    var reader = CanonicalReader(json.bytes)
    #expect(try reader.instant() == Instant(milliseconds: milliseconds))
  }

  @Test(arguments: [253_402_300_800_000, -62_167_219_200_001, .max, .min] as [Int64])
  func refusesInstantsOfOtherYears(_ milliseconds: Int64) {
    var json = CanonicalWriter()
    let instant = Instant(milliseconds: milliseconds)
    #expect(throws: UnwritableValue.instant(instant)) { try json.instant(instant) }
  }

  @Test(arguments: [
    "2026-02-29T00:00:00.000Z", "2026-11-24T24:00:00.000Z", "2026-11-24T23:60:00.000Z",
    "2026-11-24T23:59:60.000Z",
    "2026-11-24T00:00:00Z", "2026-11-24T00:00:00.000z", "2026-11-24 00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "2026-11-24T00:00:00.000+00:00", "+026-11-24T00:00:00.000Z",
  ]) func refusesOtherTextsOfInstants(_ text: String) {
    var reader = CanonicalReader(Array("\"\(text)\"".utf8))
    #expect(throws: ReadingFault.temporal) { try reader.instant() }
  }
}
