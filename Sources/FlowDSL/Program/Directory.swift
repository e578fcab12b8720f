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
  /// Its name, unique in the directory.
  public var name: String
  /// What people read.
  public var title: Words
  /// Categories it stands in.
  public var categories: [String]
  /// As dialled.
  public var phone: String?
  /// Number for messages.
  public var sms: String?
  /// Address of its pages.
  public var web: String?
  /// When it answers.
  public var hours: Hours?
  /// `national`, or a place.
  public var area: String
  /// Degrees, WGS 84.
  public var latitude: Double?
  /// Degrees, WGS 84.
  public var longitude: Double?
  /// Languages spoken, BCP 47.
  public var languages: [String]
  /// Who it is for.
  public var audience: Words?
  /// Whether it costs nothing.
  public var isFree: Bool?
  /// Whether no name is asked.
  public var isAnonymous: Bool?
  /// Where this is published.
  public var source: String
  /// The date the station checked it, `YYYY-MM-DD`; `nil` when it has not been checked yet.
  public var checked: String?

  /// A service with what was written of it.
  public init(
    name: String, title: Words, categories: [String], phone: String? = nil, sms: String? = nil,
    web: String? = nil,
    hours: Hours? = nil, area: String = "national", latitude: Double? = nil, longitude: Double? = nil,
    languages: [String] = [], audience: Words? = nil, isFree: Bool? = nil, isAnonymous: Bool? = nil,
    source: String, checked: String? = nil
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
