/// The generator MT19937 as Python's `random.Random(seed)` seeds and reads it, so that the reference cases are the same in
/// both languages.
///
/// Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
/// generator", 1998; seeding by array as in their revision of 2002.
struct MersenneTwister {
  private var state: [UInt32]
  private var next = 624

  init(seed: UInt32) {
    state = [19_650_218]
    for index in 1..<624 {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index))
    }
    var place = 1
    for _ in 0..<624 {
      let last = state[place - 1]
      state[place] = (state[place] ^ (last ^ last >> 30) &* 1_664_525) &+ seed
      advance(&place)
    }
    for _ in 0..<623 {
      let last = state[place - 1]
      state[place] = (state[place] ^ (last ^ last >> 30) &* 1_566_083_941) &- UInt32(place)
      advance(&place)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advance(_ place: inout Int) {
    place += 1
    if place == 624 {
      state[0] = state[623]
      place = 1
    }
  }

  private mutating func twist() {
    for index in 0..<624 {
      let joined = state[index] & 0x8000_0000 | state[(index + 1) % 624] & 0x7FFF_FFFF
      state[index] = state[(index + 397) % 624] ^ joined >> 1 ^ (joined & 1 == 1 ? 0x9908_B0DF : 0)
    }
    next = 0
  }

  private mutating func word() -> UInt32 {
    if next == 624 { twist() }
    var value = state[next]
    next += 1
    value ^= value >> 11
    value ^= value << 7 & 0x9D2C_5680
    value ^= value << 15 & 0xEFC6_0000
    return value ^ value >> 18
  }

  /// A number from 0 up to 1, of 53 bits.
  mutating func unit() -> Double {
    let high = Double(word() >> 5)
    let low = Double(word() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }
}
