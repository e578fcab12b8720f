/// What is looked for in the directory.
public struct ServiceQuery: Sendable, Hashable {
  /// A category of the directory.
  public var category: String
  /// From where; without it, distance does not count.
  public var position: GeographicPosition?
  /// When, in seconds of UTC since 1970.
  public var moment: Int64
  /// A language that has to be spoken (BCP 47); without it, languages do not count.
  public var language: String?
  /// Who it is for, in words looked for in what services say of themselves; without it, that does not count.
  public var audience: String?

  /// A search for a category at a moment.
  public init(
    category: String, position: GeographicPosition? = nil, moment: Int64, language: String? = nil,
    audience: String? = nil
  ) {
    self.category = category
    self.position = position
    self.moment = moment
    self.language = language
    self.audience = audience
  }
}
