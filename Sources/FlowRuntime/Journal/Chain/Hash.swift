import Crypto

/// A SHA-256 (FIPS 180-4): what names an entry's body, a commitment or a source text.
public struct Hash: Sendable, Hashable {
  // The 32 bytes, eight at a time in the order of memory: comparing is four comparisons of integers.
  let words: SIMD4<UInt64>

  /// 32 bytes of zeros: what stands before the first entry of a case.
  public static let zero = Hash(words: SIMD4(repeating: 0))

  init(words: SIMD4<UInt64>) { self.words = words }

  /// The SHA-256 of bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { buffer in
      var function = SHA256()
      function.update(bufferPointer: buffer)
      return Hash(function.finalize())
    }
  }

  /// The SHA-256 of a text's UTF-8 bytes.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// What a finished hash function gave.
  init(_ digest: SHA256Digest) {
    self.init(words: digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) })
  }

  /// A hash from its 32 bytes; nil for another count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.init(words: words)
  }

  /// A hash from its 32 bytes, where they stand; nil for another count.
  package init?(buffer: UnsafeRawBufferPointer) {
    guard buffer.count == 32 else { return nil }
    self.init(words: buffer.loadUnaligned(as: SIMD4<UInt64>.self))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    withUnsafeBytes(of: words) { Array($0) }
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hexadecimal text: String) {
    guard let bytes = Hexadecimal.bytes(Array(text.utf8)) else { return nil }
    self.init(bytes: bytes)
  }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(bytes) }
}

extension Hash: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public var description: String { hexadecimal }
}

/// A hash of bytes that come piece by piece.
package struct RunningHash {
  private var function = SHA256()

  /// Before the first byte.
  package init() {}

  /// Takes the next bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
  }

  /// The hash of all bytes so far.
  package var hash: Hash { Hash(function.finalize()) }
}
