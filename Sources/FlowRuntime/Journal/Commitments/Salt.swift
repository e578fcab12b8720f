/// 16 random bytes that keep a commitment from being guessed by trying likely values.
public struct Salt: Sendable, Hashable {
  let words: SIMD2<UInt64>

  /// 16 zeros, which no sealing gives: stands for a salt that cannot be read.
  public static let zero = Salt(words: SIMD2(repeating: 0))

  private init(words: SIMD2<UInt64>) { self.words = words }

  /// A salt from a source of random numbers: the system's when sealing, a seeded one in tests.
  public init(using generator: inout some RandomNumberGenerator) {
    words = SIMD2(generator.next(), generator.next())
  }

  /// A salt from its 16 bytes; nil for another count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var words = SIMD2<UInt64>()
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// A salt from its 16 bytes, where they stand; nil for another count.
  package init?(buffer: UnsafeRawBufferPointer) {
    guard buffer.count == 16 else { return nil }
    self.init(words: buffer.loadUnaligned(as: SIMD2<UInt64>.self))
  }

  /// The 16 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Reads 32 lower-case hexadecimal digits; nil for anything else.
  public init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(Array(text.utf8)) else { return nil }
    self.init(bytes: bytes)
  }

  /// 32 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(bytes) }
}
