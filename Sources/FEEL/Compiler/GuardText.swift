/// A string that guards compare with.
struct GuardText: Sendable {
  let words: String.Words
  private let text: String

  init(_ text: String) {
    self.text = text
    words = text.words
  }

  /// Whether both are the same sequence of code points.
  @inline(__always)
  func isSame(as value: String) -> Bool {
    words == value.words || looksSame(as: value)
  }

  /// The same, for strings whose words differ.
  @inline(never)
  func looksSame(as value: String) -> Bool {
    value.hasSameCodePoints(as: text)
  }
}

extension String {
  /// The two words a string is kept in: its text when that is short, else where the text is.
  ///
  /// The same words are the same string, as long as both are alive: then neither text can be moved, changed or freed. The
  /// reverse needs a look, as a short text may be kept elsewhere too. The standard library begins `==` so. On machines of
  /// other than 64 bits a string is no two words, and the cast stops the program.
  @inline(__always)
  var words: Words {
    let (first, second) = unsafeBitCast(self, to: (UInt, UInt).self)
    return Words(first: first, second: second)
  }

  struct Words: Sendable, Equatable {
    let first: UInt
    let second: UInt
  }
}
