/// A stack of up to 64 truths in two words.
///
/// Bit 0 is the top. A truth is what it may be: true, false, or both for null; so `and` and `or` are Kleene's three-valued
/// ones by two bit operations.
struct TruthStack {
  private var mayBeTrue: UInt64 = 0
  private var mayBeFalse: UInt64 = 0

  @inline(__always)
  mutating func push(_ truth: Bool) {
    mayBeTrue = mayBeTrue << 1 | (truth ? 1 : 0)
    mayBeFalse = mayBeFalse << 1 | (truth ? 0 : 1)
  }

  @inline(__always)
  mutating func push(_ truth: Bool?) {
    mayBeTrue = mayBeTrue << 1 | (truth == false ? 0 : 1)
    mayBeFalse = mayBeFalse << 1 | (truth == true ? 0 : 1)
  }

  @inline(__always)
  mutating func negate() {
    let top = mayBeTrue & 1
    mayBeTrue = mayBeTrue & ~1 | mayBeFalse & 1
    mayBeFalse = mayBeFalse & ~1 | top
  }

  @inline(__always)
  mutating func and() {
    let (top, other) = (mayBeTrue & 1, mayBeFalse & 1)
    mayBeTrue = (mayBeTrue >> 1) & (~1 | top)
    mayBeFalse = (mayBeFalse >> 1) | other
  }

  @inline(__always)
  mutating func or() {
    let (top, other) = (mayBeTrue & 1, mayBeFalse & 1)
    mayBeTrue = (mayBeTrue >> 1) | top
    mayBeFalse = (mayBeFalse >> 1) & (~1 | other)
  }

  var isFalse: Bool { mayBeTrue & 1 == 0 }
  var isTrue: Bool { mayBeFalse & 1 == 0 }

  /// The truth on top.
  var top: Bool? { isFalse ? false : isTrue ? true : nil }
}
