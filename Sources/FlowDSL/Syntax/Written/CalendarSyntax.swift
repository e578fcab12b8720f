/// The file `calendar.yaml` as written (grammar, section 13.8).
public struct CalendarSyntax: Sendable, Hashable {
  /// The file it is read from.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// The days on which people work, and where that is published.
  public let calendar: WorkCalendar
}
