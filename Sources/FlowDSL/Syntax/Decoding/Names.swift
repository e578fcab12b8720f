/// The shapes of names (grammar, section 2).
package enum Names {
  /// Lower-case ASCII letters, digits and `-`, beginning with a letter.
  package static func isName(_ text: String) -> Bool { has(text, joint: "-") }

  /// The same with `_`.
  static func isFactName(_ text: String) -> Bool { has(text, joint: "_") }

  /// A value of a choice: letters, digits, `-` and `_`, beginning with a letter.
  static func isChoiceValue(_ text: String) -> Bool { isName(text.replacing("_", with: "-")) }

  /// Words of FEEL, which no fact can have as its name (DMN 1.5, 10.3.1.2).
  static let reserved: Set<String> = [
    "and", "or", "not", "between", "in", "if", "then", "else", "for", "return", "some", "every", "satisfies",
    "instance", "of", "function", "true", "false", "null",
  ]

  /// A name made of any words: `Évaluation du danger` gives `evaluation-du-danger`.
  package static func suggestion(for text: String, joint: Character) -> String {
    var result = ""
    for character in text.prefix(60).lowercased() {
      if let plain = plain(character) {
        result += plain
      } else if !result.isEmpty, result.last != joint {
        result.append(joint)
      }
    }
    while result.last == joint { result.removeLast() }
    while let first = result.first, !first.isLetter { result.removeFirst() }
    return result
  }

  private static func has(_ text: String, joint: Unicode.Scalar) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == joint
    }
  }

  /// The ASCII letters or digit that a character is nearest to.
  private static func plain(_ character: Character) -> String? {
    switch character {
    case "a"..."z", "0"..."9": character.isASCII ? String(character) : nil
    case "à", "â", "ä", "á", "ã", "å": "a"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï", "í", "ì": "i"
    case "ô", "ö", "ó", "ò", "õ": "o"
    case "û", "ü", "ù", "ú": "u"
    case "ç": "c"
    case "ñ": "n"
    case "ÿ": "y"
    case "œ": "oe"
    case "æ": "ae"
    default: nil
    }
  }
}
