extension String {
  /// Lower case without accents, typographic apostrophes or spaces at the ends, to compare what was typed with what is shown.
  var folded: String {
    var text = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar {
      case "à", "â", "ä", "á", "ã", "å": text += "a"
      case "ç": text += "c"
      case "é", "è", "ê", "ë": text += "e"
      case "î", "ï", "í": text += "i"
      case "ô", "ö", "ó", "õ": text += "o"
      case "ù", "û", "ü", "ú": text += "u"
      case "ÿ": text += "y"
      case "ñ": text += "n"
      case "œ": text += "oe"
      case "æ": text += "ae"
      case "’": text += "'"
      case "\u{300}"..."\u{36F}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.trimmed
  }

  /// Without spaces and line breaks at its ends.
  var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
