/// How a named zone's offset from UTC changes over time: the content of a file of the IANA zone database (TZif, RFC 9636).
public struct ZoneRules: Sendable, Hashable {
  /// When the offset changes, in seconds of UTC since 1970, ascending.
  private let transitions: [Int64]
  /// The offset in seconds from the transition of the same index on.
  private let offsets: [Int32]
  /// The offset before the first transition.
  private let first: Int32
  /// What holds after the last transition.
  private let rest: PosixZone?

  /// A zone that never changes.
  init(fixed offset: Int32) {
    transitions = []
    offsets = []
    first = offset
    rest = nil
  }

  /// Reads a TZif file of version 2 or later; nil when it is none.
  public init?(tzif bytes: [UInt8]) {
    guard bytes.count >= 44, bytes.starts(with: "TZif".utf8), bytes[4] >= UInt8(ascii: "2") else {
      return nil
    }
    // The first block has 32-bit times; the second one, which is read here, has 64-bit times.
    guard let start = ZoneRules.counts(bytes, 0).map({ 44 + $0.length(timeSize: 4) }),
      let counts = ZoneRules.counts(bytes, start), bytes.count >= start + 44 + counts.length(timeSize: 8)
    else { return nil }
    let times = start + 44
    let kinds = times + counts.transitions * 8
    let types = kinds + counts.transitions
    func offset(of type: Int) -> Int32? {
      guard type < counts.types else { return nil }
      return Int32(truncatingIfNeeded: ZoneRules.integer(bytes, types + type * 6, size: 4))
    }
    var transitions: [Int64] = []
    var offsets: [Int32] = []
    for index in 0..<counts.transitions {
      guard let offset = offset(of: Int(bytes[kinds + index])) else { return nil }
      transitions.append(ZoneRules.integer(bytes, times + index * 8, size: 8))
      offsets.append(offset)
    }
    guard let first = offset(of: 0) else { return nil }
    self.transitions = transitions
    self.offsets = offsets
    self.first = first
    let footer = bytes[(start + 44 + counts.length(timeSize: 8))...].split(separator: UInt8(ascii: "\n"))
    rest = footer.first.flatMap { PosixZone(String(decoding: $0, as: UTF8.self)) }
  }

  private struct Counts {
    let universal, standard, leaps, transitions, types, characters: Int

    func length(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standard + universal
    }
  }

  private static func counts(_ bytes: [UInt8], _ start: Int) -> Counts? {
    guard bytes.count >= start + 44, bytes[start...].starts(with: "TZif".utf8) else { return nil }
    let values = (0..<6).map { Int(integer(bytes, start + 20 + $0 * 4, size: 4)) }
    guard values.allSatisfy({ 0...100_000 ~= $0 }) else { return nil }
    return Counts(
      universal: values[0], standard: values[1], leaps: values[2], transitions: values[3], types: values[4],
      characters: values[5])
  }

  /// A big-endian integer in two's complement.
  private static func integer(_ bytes: [UInt8], _ start: Int, size: Int) -> Int64 {
    let value = bytes[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  /// Seconds east of UTC at a moment given in seconds of UTC since 1970.
  public func offset(at instant: Int64) -> Int {
    guard let last = transitions.last else { return rest?.offset(at: instant) ?? Int(first) }
    if instant >= last, let rest { return rest.offset(at: instant) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? Int(first) : Int(offsets[low - 1])
  }

  /// Seconds east of UTC for a local time; of two that are possible in autumn the first, and in the hour that spring skips
  /// the offset before it.
  func offset(atLocal local: Int64) -> Int {
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    if before == after || offset(at: local - Int64(before)) == before { return before }
    return offset(at: local - Int64(after)) == after ? after : before
  }

  /// Seconds east of UTC at the second of two moments of a local time; nil where there is one.
  func laterOffset(atLocal local: Int64) -> Int? {
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    guard before != after, offset(at: local - Int64(before)) == before,
      offset(at: local - Int64(after)) == after
    else { return nil }
    return after
  }
}
