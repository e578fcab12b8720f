/// Services and their categories, national and local.
public struct Directory: Sendable {
  /// Category name to words.
  public var categories: [String: Words]
  /// In the order of the files.
  public var services: [Service]

  /// A directory of categories and services.
  public init(categories: [String: Words] = [:], services: [Service] = []) {
    self.categories = categories
    self.services = services
  }
}

/// One service of the directory (grammar, section 13.2).
public struct Service: Sendable, Hashable {
  public var name: String
  public var title: Words
  public var categories: [String]
  public var phone: String?
  public var sms: String?
  public var web: String?
  public var hours: Words?
  /// `national`, or a place.
  public var area: String
  /// Degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?
  public var languages: [String]
  public var audience: Words?
  public var isFree: Bool?
  public var isAnonymous: Bool?
  public var source: String
  /// The date it was checked, `YYYY-MM-DD`.
  public var checked: String

  /// A service with what was written of it.
  public init(
    name: String, title: Words, categories: [String], phone: String? = nil, sms: String? = nil, web: String? = nil,
    hours: Words? = nil, area: String = "national", latitude: Double? = nil, longitude: Double? = nil,
    languages: [String] = [], audience: Words? = nil, isFree: Bool? = nil, isAnonymous: Bool? = nil,
    source: String, checked: String
  ) {
    self.name = name
    self.title = title
    self.categories = categories
    self.phone = phone
    self.sms = sms
    self.web = web
    self.hours = hours
    self.area = area
    self.latitude = latitude
    self.longitude = longitude
    self.languages = languages
    self.audience = audience
    self.isFree = isFree
    self.isAnonymous = isAnonymous
    self.source = source
    self.checked = checked
  }
}
