/// From libyaml's marks, which count characters, to UTF-8 offsets.
///
/// Notes the offset of every 64th character, so that a look-up costs at most 64 steps and a file at most 1/16 of its size.
struct CharacterOffsets {
  private static let stride = 64
  private let bytes: UnsafeBufferPointer<UInt8>
  /// UTF-8 offsets of characters 0, 64, 128, …; empty where every character is one byte.
  private let marks: [Int]

  /// Valid as long as the bytes are.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      marks = []
      return
    }
    var marks: [Int] = []
    var character = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if character % Self.stride == 0 { marks.append(offset) }
      character += 1
    }
    self.marks = marks
  }

  /// The UTF-8 offset of a character; the end of the file for any character past it.
  func offset(ofCharacter character: Int) -> Int {
    if marks.isEmpty { return min(character, bytes.count) }
    guard character / Self.stride < marks.count else { return bytes.count }
    var offset = marks[character / Self.stride]
    for _ in 0..<character % Self.stride where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
