/// Language codes (BCP 47, RFC 5646).
package enum Languages {
  /// Whether a text is a code: a language of ISO 639-1, or one of three letters that has no shorter code, then a script,
  /// a region or variants.
  package static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, isLanguage(String(language)) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count) && part.isAlphanumeric
    }
  }

  /// The code that a word stands for: `french`, `fra` and `français` give `fr`.
  package static func code(for word: String) -> String? { named[word.lowercased()] }

  private static func isLanguage(_ text: String) -> Bool {
    if text.count == 2 { return twoLetters.contains(text) }
    return text.utf8.count == 3 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) } && named[text] == nil
  }

  /// ISO 639-1.
  private static let twoLetters = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es \
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv \
    ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))

  /// Words and three-letter codes that authors write for common languages.
  private static let named: [String: String] = [
    "french": "fr", "français": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
    "english": "en", "anglais": "en", "eng": "en",
    "arabic": "ar", "arabe": "ar", "ara": "ar",
    "spanish": "es", "espagnol": "es", "español": "es", "spa": "es", "esp": "es",
    "portuguese": "pt", "portugais": "pt", "por": "pt",
    "german": "de", "allemand": "de", "deutsch": "de", "ger": "de", "deu": "de",
    "italian": "it", "italien": "it", "ita": "it",
    "romanian": "ro", "roumain": "ro", "ron": "ro", "rum": "ro",
    "turkish": "tr", "turc": "tr", "tur": "tr",
    "russian": "ru", "russe": "ru", "rus": "ru",
    "ukrainian": "uk", "ukrainien": "uk", "ukr": "uk",
    "chinese": "zh", "chinois": "zh", "zho": "zh", "chi": "zh",
    "persian": "fa", "persan": "fa", "fas": "fa", "per": "fa",
    "polish": "pl", "polonais": "pl", "pol": "pl",
  ]
}
