/// Something that was done at the keyboard.
enum KeyPress: Sendable, Hashable {
  /// Characters, typed or pasted; a line break in them is a space.
  case text(String)
  /// A line break with more behind it, or inside what is pasted: it ends no line.
  case lineBreak
  /// Enter; whether nothing came with it.
  case enter(isAlone: Bool)
  case backspace, delete, eraseWord, eraseLine, eraseToEnd
  case left, right, home, end
  /// Ctrl-D.
  case endOfInput
  /// Ctrl-L.
  case redraw
}

/// Bytes of a terminal as keys (ECMA-48; bracketed paste as xterm sends it).
///
/// What comes in one burst was not typed key by key. A line break that has more behind it in the same burst is part of something
/// pasted, also where a terminal does not mark what is pasted.
struct KeyDecoder {
  private var bytes: ArraySlice<UInt8> = []
  private var isPasting = false
  /// Whether this burst brought anything but line breaks.
  private var burstHasMore = false

  private static let pasteBegins: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnds: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Whether everything was decoded.
  var isEmpty: Bool { bytes.isEmpty }

  /// Takes bytes that came; a new burst begins where there was a pause before them.
  mutating func take(_ new: some Sequence<UInt8>, afterPause: Bool) {
    if afterPause { burstHasMore = false }
    bytes += new
  }

  /// The next key; `nil` where more bytes are needed, or may change what it is.
  ///
  /// - Parameter isOver: nothing more comes in this burst.
  mutating func next(isOver: Bool) -> KeyPress? {
    while let first = bytes.first {
      if first == 0x1B {
        switch sequence(isOver: isOver) {
        case .needsMore: return nil
        case .nothing: continue
        case .key(let key):
          burstHasMore = true
          return key
        }
      }
      if first == 0x0A || first == 0x0D {
        if isPasting {
          bytes = bytes.dropFirst()
          return .lineBreak
        }
        let hasMore = bytes.dropFirst().contains { $0 != 0x0A && $0 != 0x0D }
        guard hasMore || isOver else { return nil }
        bytes = bytes.dropFirst()
        if hasMore {
          burstHasMore = true
          return .lineBreak
        }
        return .enter(isAlone: !burstHasMore)
      }
      if first < 0x20 || first == 0x7F {
        bytes = bytes.dropFirst()
        if let key = Self.control(first) {
          burstHasMore = true
          return isPasting && key != .text(" ") ? .text("") : key
        }
        continue
      }
      guard let text = text(isOver: isOver) else { return nil }
      burstHasMore = true
      return .text(text)
    }
    return nil
  }

  /// Characters up to the next control character; `nil` where the last is not whole yet.
  private mutating func text(isOver: Bool) -> String? {
    let end = bytes.firstIndex { $0 < 0x20 || $0 == 0x7F } ?? bytes.endIndex
    var piece = bytes[..<end]
    if end == bytes.endIndex, !isOver {
      // The last character may be half here: it begins at the last byte that is no continuation.
      if let start = piece.lastIndex(where: { $0 & 0xC0 != 0x80 }),
        piece.endIndex - start < Self.length(of: piece[start])
      {
        piece = piece[..<start]
      }
    }
    guard !piece.isEmpty else { return nil }
    bytes = bytes[piece.endIndex...]
    let text = String(decoding: piece, as: UTF8.self)
    // C1 controls steer some terminals.
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x80..<0xA0 ~= $0.value) }))
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private enum Found {
    case key(KeyPress), nothing, needsMore
  }

  /// A sequence that begins with escape.
  private mutating func sequence(isOver: Bool) -> Found {
    if bytes.starts(with: Self.pasteEnds) {
      bytes = bytes.dropFirst(Self.pasteEnds.count)
      isPasting = false
      return .nothing
    }
    if bytes.starts(with: Self.pasteBegins) {
      bytes = bytes.dropFirst(Self.pasteBegins.count)
      isPasting = true
      return .nothing
    }
    guard bytes.count > 1 else {
      guard isOver else { return .needsMore }
      bytes = []
      return .nothing
    }
    let rest = bytes.dropFirst()
    guard rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O") else {
      // Alt and a key.
      bytes = rest.dropFirst()
      return .nothing
    }
    guard let last = rest.dropFirst().firstIndex(where: { 0x40...0x7E ~= $0 }) else {
      guard isOver else { return .needsMore }
      bytes = []
      return .nothing
    }
    let parameters = String(decoding: rest.dropFirst()[..<last], as: UTF8.self)
    let final = bytes[last]
    bytes = bytes[(last + 1)...]
    return Self.key(final, parameters).map(Found.key) ?? .nothing
  }

  private static func key(_ final: UInt8, _ parameters: String) -> KeyPress? {
    switch (
      UInt8(ascii: "A")...UInt8(ascii: "~") ~= final ? Character(UnicodeScalar(final)) : " ", parameters
    ) {
    case ("C", _): .right
    case ("D", _): .left
    case ("H", _), ("~", "1"), ("~", "7"): .home
    case ("F", _), ("~", "4"), ("~", "8"): .end
    case ("~", "3"): .delete
    default: nil
    }
  }

  private static func control(_ byte: UInt8) -> KeyPress? {
    switch byte {
    case 0x01: .home
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x08, 0x7F: .backspace
    case 0x09: .text(" ")
    case 0x0B: .eraseToEnd
    case 0x0C: .redraw
    case 0x15: .eraseLine
    case 0x17: .eraseWord
    default: nil
    }
  }
}
