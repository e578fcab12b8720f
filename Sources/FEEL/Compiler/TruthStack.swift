/// A stack of up to 64 truths in two words.
///
/// Bit 0 is the top. A truth is what it may be: true, false, or both for null; so `and` and `or` are Kleene's three-valued
/// ones by two bit operations.
struct TruthStack {
  private var mayBeTrue: UInt64 = 0
  private var mayBeFalse: UInt64 = 0

  /// Pushes a truth, or joins it with the top.
  @inline(__always)
  mutating func take(_ truth: Bool?, _ join: GuardInstruction.Join) {
    let isPossible: UInt64 = truth == false ? 0 : 1
    let isDoubtful: UInt64 = truth == true ? 0 : 1
    switch join {
    case .push:
      mayBeTrue = mayBeTrue << 1 | isPossible
      mayBeFalse = mayBeFalse << 1 | isDoubtful
    case .and:
      mayBeTrue &= ~1 | isPossible
      mayBeFalse |= isDoubtful
    case .or:
      mayBeTrue |= isPossible
      mayBeFalse &= ~1 | isDoubtful
    }
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
