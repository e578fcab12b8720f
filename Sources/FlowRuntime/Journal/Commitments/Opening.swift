import Crypto

/// What opens a commitment: kept beside the chain, so that erasing it leaves the chain whole.
///
/// A commitment is the SHA-256 of the salt followed by the value's canonical JSON (grammar, section 12.7). With the
/// salt gone, what was committed cannot be found by trying: erasing an opening erases both.
public enum Opening: Sendable, Hashable {
  /// A salt, and the canonical JSON of the value.
  case kept(salt: Salt, value: [UInt8])
  /// Erased, and the erasure is logged.
  case erased
  /// Not there, though no erasure is logged: someone took it away.
  case missing

  /// The commitment that this opens; nil once it is erased or missing.
  public var commitment: Hash? {
    guard case .kept(let salt, let value) = self else { return nil }
    var function = SHA256()
    withUnsafeBytes(of: salt.words) { function.update(bufferPointer: $0) }
    value.withUnsafeBytes { function.update(bufferPointer: $0) }
    return Hash(function.finalize())
  }
}
