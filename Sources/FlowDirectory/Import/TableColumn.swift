/// A column of a table of services; its header may be written in French or in English.
public enum TableColumn: String, Sendable, Hashable, CaseIterable {
  case name
  case title, titleFrench, titleEnglish
  case category
  case phone, sms, web
  case hours, zone
  case area, latitude, longitude
  case languages
  case audience, audienceFrench, audienceEnglish
  case free, anonymous
  case source, checked

  /// Its headers, the English one first, without accents.
  var headers: [String] {
    switch self {
    case .name: ["name", "nom"]
    case .title: ["title", "titre", "intitule"]
    case .titleFrench: ["title_fr", "titre_fr"]
    case .titleEnglish: ["title_en", "titre_en"]
    case .category: ["category", "categorie", "categories"]
    case .phone: ["phone", "telephone", "tel"]
    case .sms: ["sms"]
    case .web: ["web", "site"]
    case .hours: ["hours", "horaires"]
    case .zone: ["zone", "fuseau"]
    case .area: ["area", "lieu", "secteur"]
    case .latitude: ["latitude", "lat"]
    case .longitude: ["longitude", "lon", "lng"]
    case .languages: ["languages", "langues"]
    case .audience: ["audience", "public"]
    case .audienceFrench: ["audience_fr", "public_fr"]
    case .audienceEnglish: ["audience_en", "public_en"]
    case .free: ["free", "gratuit"]
    case .anonymous: ["anonymous", "anonyme"]
    case .source: ["source"]
    case .checked: ["checked", "verifie", "verifie_le"]
    }
  }

  /// The column of a header, whatever its case, accents and spaces.
  init?(header: String) {
    let plain = header.plain.map { " -".contains($0) ? "_" : $0 }
    guard let column = Self.allCases.first(where: { $0.headers.contains(String(plain)) }) else { return nil }
    self = column
  }
}

extension String {
  /// In lower case, without accents, without spaces around.
  var plain: String {
    var plain = ""
    for character in lowercased() {
      switch character {
      case "à", "â", "ä": plain += "a"
      case "é", "è", "ê", "ë": plain += "e"
      case "î", "ï": plain += "i"
      case "ô", "ö": plain += "o"
      case "û", "ü", "ù": plain += "u"
      case "ç": plain += "c"
      default: plain.append(character)
      }
    }
    return plain.trimmed
  }

  /// Without white space around; a line break or a tab inside is a space.
  var trimmed: String {
    String(split(whereSeparator: { $0.isWhitespace }).joined(separator: " "))
  }
}
