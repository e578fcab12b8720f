/// Which characters an atom of a regular expression matches.
indirect enum CharacterSet: Sendable {
  case only(Unicode.Scalar)
  case range(ClosedRange<Unicode.Scalar>)
  /// `.` without flag `s`: all but line ends.
  case anyButLineEnd
  case any
  case digit, space, word, nameStart, namePart
  case category(String)
  case union([CharacterSet])
  case not(CharacterSet)
  case difference(CharacterSet, CharacterSet)
  /// The same, whatever the case of letters.
  case ignoringCase(CharacterSet)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .only(let one): scalar == one
    case .range(let range): range.contains(scalar)
    case .anyButLineEnd: scalar != "\n" && scalar != "\r"
    case .any: true
    case .digit: scalar.properties.generalCategory == .decimalNumber
    case .space: [" ", "\t", "\n", "\r"].contains(scalar)
    case .word: !CharacterSet.isOutsideWords(scalar.properties.generalCategory)
    case .nameStart: scalar == ":" || (scalar.isNameStart && scalar != "?")
    case .namePart: scalar == ":" || scalar == "-" || scalar == "." || (scalar.isNamePart && scalar != "?")
    case .category(let name): scalar.properties.generalCategory.letters.hasPrefix(name)
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .not(let set): !set.contains(scalar)
    case .difference(let set, let other): set.contains(scalar) && !other.contains(scalar)
    case .ignoringCase(let set):
      set.contains(scalar) || CharacterSet.otherCases(scalar).contains { set.contains($0) }
    }
  }

  private static func otherCases(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap {
      $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
    }
  }

  /// Punctuation, separators and others (XML Schema part 2, appendix F: `\w`).
  private static func isOutsideWords(_ category: Unicode.GeneralCategory) -> Bool {
    ["P", "Z", "C"].contains(category.letters.prefix(1))
  }
}

extension Unicode.GeneralCategory {
  /// The standard's two letters: `Lu`, `Nd` …
  fileprivate var letters: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
