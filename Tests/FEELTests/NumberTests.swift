import FEEL
import Testing

@Suite("Numbers")
struct NumberTests {
  /// Values around every change of representation.
  static let integers: [Int] =
    [0, 1, -1, 2, 9, 10, 99, 12345, -12345, .max, .min, .max - 1, .min + 1, 1 << 32, 1_000_000_007]

  @Test func wholeNumbersAgreeWithInt() throws {
    var generator = SeededGenerator(seed: 1)
    var values = Self.integers
    for _ in 0..<200 {
      values.append(Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0...60, using: &generator))
    }
    for a in values {
      for b in values.prefix(60) {
        let (left, right) = (Number(a), Number(b))
        #expect((left < right) == (a < b))
        #expect((left == right) == (a == b))
        let wide = (Int128(a), Int128(b))
        #expect(left.adding(right)?.description == "\(wide.0 + wide.1)")
        #expect(left.subtracting(right)?.description == "\(wide.0 - wide.1)")
        let product = wide.0 * wide.1
        // Exact up to 34 digits.
        if product.magnitude < 10_000_000_000_000_000_000_000_000_000_000_000 {
          #expect(left.multiplied(by: right)?.description == "\(product)")
          if b != 0 { #expect(left.multiplied(by: right)?.divided(by: right) == left) }
        }
      }
    }
  }

  @Test func exactSumsAreAssociative() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let parts = (0..<3).map { _ in
        Number(
          "\(Int.random(in: -1_000_000_000...1_000_000_000, using: &generator))e-\(Int.random(in: 0...9, using: &generator))"
        )!
      }
      let left = parts[0].adding(parts[1])?.adding(parts[2])
      let right = parts[1].adding(parts[2]).flatMap { parts[0].adding($0) }
      #expect(left == right)
      #expect(left?.subtracting(parts[2])?.subtracting(parts[1]) == parts[0])
      #expect(left?.hashValue == right?.hashValue)
    }
  }

  @Test func printingIsTheInverseOfReading() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let digits = (0..<Int.random(in: 1...34, using: &generator)).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }.joined()
      let text =
        (Bool.random(using: &generator) ? "-" : "") + digits
        + "E\(Int.random(in: -60...60, using: &generator))"
      let number = try #require(Number(text))
      #expect(Number(number.description) == number, "\(text)")
      #expect(number.negated.negated == number)
    }
  }

  @Test func oneRepresentationForEachValue() {
    for (left, right) in [
      ("1.0", "1"), ("100e-2", "1"), ("0.50", "0.5"), ("1e34", "10000000000000000000000000000000000"),
      ("-0", "0"),
      ("9223372036854775808", "9223372036854775808.0"), ("10e33", "1e34"),
    ] {
      #expect(Number(left) == Number(right), "\(left)")
      #expect(Number(left)?.hashValue == Number(right)?.hashValue, "\(left)")
      #expect(Number(left)?.description == Number(right)?.description)
    }
  }

  @Test func roundsHalfToEvenAt34Digits() {
    let nines = String(repeating: "9", count: 34)
    for (text, expected) in [
      ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
      ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
      ("123456789012345678901234567890123450000001", "123456789012345678901234567890123500000000"),
      (nines + "5", "1" + String(repeating: "0", count: 35)), (nines + "4", nines + "0"),
      ("1e-6177", "0"), ("6e-6177", "0." + String(repeating: "0", count: 6175) + "1"),
    ] {
      #expect(Number(text)?.description == expected, "\(text)")
    }
  }

  @Test func arithmeticVectors() throws {
    let cases: [(String, Character, String, String?)] = [
      ("1", "+", "1e-40", "1"), ("1e34", "-", "1e-10", "10000000000000000000000000000000000"),
      ("9999999999999999999999999999999999", "+", "0.5", "10000000000000000000000000000000000"),
      ("9999999999999999999999999999999999", "+", "0.4", "9999999999999999999999999999999999"),
      ("1e33", "-", "0.06", "999999999999999999999999999999999.9"), ("1", "-", "1", "0"),
      ("0.1", "*", "0.1", "0.01"), ("1e3000", "*", "1e3000", "1" + String(repeating: "0", count: 6000)),
      ("1e4000", "*", "1e4000", nil), ("1e-4000", "*", "1e-4000", "0"),
      ("3333333333333333333333333333333333", "*", "3", "9999999999999999999999999999999999"),
      (
        "9999999999999999999999999999999999", "*", "9999999999999999999999999999999999",
        "99999999999999999999999999999999980000000000000000000000000000000000"
      ),
      ("2", "/", "3", "0.6666666666666666666666666666666667"), ("1", "/", "8", "0.125"), ("1", "/", "0", nil),
      ("-7", "/", "2", "-3.5"), ("1e-6000", "/", "1e6000", "0"),
      (
        "9999999999999999999999999999999999", "/", "0.0000000000000000000000000000000003",
        "33333333333333333333333333333333330000000000000000000000000000000000"
      ),
    ]
    for (left, operation, right, expected) in cases {
      let (a, b) = (try #require(Number(left)), try #require(Number(right)))
      let result =
        switch operation {
        case "+": a.adding(b)
        case "-": a.subtracting(b)
        case "*": a.multiplied(by: b)
        default: a.divided(by: b)
        }
      #expect(result?.description == expected, "\(left) \(operation) \(right)")
    }
  }

  @Test func comparesAcrossExponents() throws {
    let ascending = [
      "-1e6000", "-1e34", "-9223372036854775809", "-9223372036854775808", "-1.5", "-1", "-1e-10", "0",
      "1e-6000",
      "0.1", "0.10000000001", "1", "1.5", "9223372036854775807", "9223372036854775807.5",
      "9223372036854775808", "1e6000",
    ].compactMap { Number($0) }
    for (index, left) in ascending.enumerated() {
      for (other, right) in ascending.enumerated() {
        #expect((left < right) == (index < other), "\(left) < \(right)")
        #expect((left == right) == (index == other))
      }
    }
  }

  @Test func roundingModes() throws {
    let cases: [(String, Int, RoundingMode, String)] = [
      ("2.5", 0, .halfEven, "2"), ("3.5", 0, .halfEven, "4"), ("2.5", 0, .halfUp, "3"),
      ("-2.5", 0, .halfUp, "-3"),
      ("2.5", 0, .halfDown, "2"), ("2.51", 0, .halfDown, "3"), ("2.1", 0, .up, "3"), ("-2.1", 0, .up, "-3"),
      ("2.9", 0, .down, "2"), ("-2.1", 0, .floor, "-3"), ("-2.9", 0, .ceiling, "-2"),
      ("1234", -2, .halfEven, "1200"),
      ("0.12345", 3, .halfEven, "0.123"), ("1e-6000", 2, .up, "0.01"), ("5", 3, .halfUp, "5"),
      ("-1e-50", 0, .floor, "-1"),
    ]
    for (text, scale, mode, expected) in cases {
      #expect(
        try #require(Number(text)).rounded(scale: scale, mode)?.description == expected, "\(text) \(mode)")
    }
  }

  @Test func refusesWhatIsNoNumber() {
    for text in ["", "-", ".", "1.", "a", "1a", "1e", "1e+", "--1", "1.2.3", " 1", "1 ", "+1", "∞", "1e1.5"] {
      #expect(Number(text) == nil, "\(text)")
    }
    #expect(Number("1e6145") == nil)
    #expect(Number("9999999999999999999999999999999999e6111") != nil)
  }

  @Test func functionsAreCloseTo34Digits() throws {
    let cases: [(Number?, String)] = [
      (Number(2).squareRoot, "1.4142135623730950488016887242096980786"),
      (Number("1e-10")?.squareRoot, "0.00001"), (Number(144).squareRoot, "12"),
      (Number(1).exponential, "2.7182818284590452353602874713526624978"),
      (Number(-3).exponential, "0.0497870683678639429793424156500617766316"),
      (Number(10).naturalLogarithm, "2.3025850929940456840179914546843642076"),
      (Number("0.001")?.naturalLogarithm, "-6.9077552789821370520539743640530926228"),
      (Number(2).power(Number("0.5")!), "1.4142135623730950488016887242096980786"),
      (Number(2).power(10), "1024"),
      (Number(2).power(Number("1.5")!), "2.8284271247461900976033774484193961571"),
    ]
    for (found, text) in cases {
      let (found, expected) = (try #require(found), try #require(Number(text)))
      let error = try #require(found.subtracting(expected)?.divided(by: expected)?.magnitude)
      #expect(error < Number("1e-31")!, "\(found) \(expected)")
    }
    #expect(Number(-1).squareRoot == nil)
    #expect(Number(0).naturalLogarithm == nil)
    #expect(Number(-8).power(Number("0.5")!) == nil)
    #expect(Number(100_000).exponential == nil)
    #expect(Number(-100_000).exponential == .zero)
  }

  @Test(
    arguments: [
      ("9999999999999999999999999999999999", "7"), ("1234567890123456789012345678901234", "-9"),
      ("-9999999999999999999999999999999999", "8"), ("1E+33", "0.7"), ("-1E+40", "3"), ("1E+6000", "7"),
      ("7", "1E+30"),
      ("-7", "1E+30"), ("0.1", "0.03"), ("-0.1", "0.03"), ("1E-6000", "3"), ("5", "-1E-6"),
    ])
  func moduloIsExactHoweverManyDigitsTheQuotientHas(dividend: String, divisor: String) throws {
    let dividend = try #require(Number(dividend))
    let divisor = try #require(Number(divisor))
    let rest = try #require(dividend.modulo(divisor))
    #expect(rest == .zero || rest.isNegative == divisor.isNegative)
    #expect(rest.magnitude <= divisor.magnitude)
  }

  @Test(
    arguments: [
      ("9999999999999999999999999999999995", "7", "6"), ("9999999999999999999999999999999999", "7", "3"),
      ("-9999999999999999999999999999999999", "7", "4"), ("9999999999999999999999999999999995", "-7", "-1"),
      ("1E+40", "7", "4"), ("1E+6000", "7", "1"), ("-7", "1E+30", "999999999999999999999999999993"),
      ("1234567890123456789012345678901234", "0.1", "0"), ("0.1", "0.03", "0.01"), ("-0.1", "0.03", "0.02"),
    ])
  func moduloOfLargeNumbers(dividend: String, divisor: String, rest: String) throws {
    #expect(try #require(Number(dividend)).modulo(try #require(Number(divisor)))?.description == rest)
  }

  @Test func powersThatAreTooSmallForTheirInverseAreThere() throws {
    for exponent in [1, 6111, 6144, 6145, 6150, 6176] {
      #expect(Number(10).power(Number(-exponent)) == Number("1E-\(exponent)"))
      #expect(Number("0.1")?.power(Number(exponent)) == Number("1E-\(exponent)"))
    }
    #expect(Number(10).power(-6177) == .zero)
    #expect(Number(10).power(-7000) == .zero)
    #expect(Number(10).power(-1_000_000_000) == .zero)
    #expect(Number(-10).power(-6151) == Number("-1E-6151"))
    #expect(try #require(Number("0.1")).power(-6144) == Number("1E+6144"))
    #expect(try #require(Number("0.1")).power(-6150) == nil)
    #expect(Number.zero.power(-1) == nil)
    #expect(Number(2).power(-1) == Number("0.5"))
    #expect(try #require(Number("-14150").flatMap(\.exponential)) != .zero)
  }

  @Test func moduloHasTheDivisorsSign() throws {
    for (dividend, divisor, expected) in [
      ("12", "5", "2"), ("-12", "5", "3"), ("12", "-5", "-3"), ("-12", "-5", "-2"), ("10.1", "4.5", "1.1"),
      ("-10.1", "4.5", "3.4"), ("5", "0", nil), ("9223372036854775807", "-1", "0"),
    ] as [(String, String, String?)] {
      #expect(Number(dividend)?.modulo(Number(divisor)!)?.description == expected, "\(dividend) \(divisor)")
    }
  }

  @Test func aValueIsSmall() {
    #expect(MemoryLayout<Value>.size <= 17)
    #expect(MemoryLayout<Value>.stride <= 24)
  }
}
