import FlowDSL

/// Reads rows of a table as services, and collects what is wrong with them.
struct RowReader {
  private let headers: [TableColumn: String]
  private let known: Directory
  private(set) var faults: [RowFault] = []
  /// Names given so far, with their rows; 0 for those that the directory has already.
  private var names: [String: Int]

  init(_ table: ServiceTable, known: Directory) {
    headers = table.headers
    self.known = known
    names = Dictionary(known.services.map { ($0.name, 0) }) { first, _ in first }
  }

  /// A service; `nil` where something is wrong with the row.
  mutating func service(_ row: ServiceTable.Row) -> Service? {
    let count = faults.count
    let title = words(.title, .titleFrench, .titleEnglish, row, isRequired: true)
    let categories = categories(row)
    let zone = zone(row)
    let hours = hours(row, zone: zone)
    let area = required(.area, row)
    let (latitude, longitude) = position(row)
    let languages = languages(row)
    let audience = words(.audience, .audienceFrench, .audienceEnglish, row, isRequired: false)
    let (free, anonymous) = (boolean(.free, row), boolean(.anonymous, row))
    let source = required(.source, row)
    let checked = date(row)
    let name = name(row, title: title)
    guard faults.count == count, let name, let title, let area, let source else { return nil }
    return Service(
      name: name, title: title, categories: categories, phone: row.cells[.phone], sms: row.cells[.sms],
      web: row.cells[.web], hours: hours, area: area, latitude: latitude, longitude: longitude,
      languages: languages, audience: audience, isFree: free, isAnonymous: anonymous, source: source,
      checked: checked)
  }

  private mutating func report(
    _ kind: RowFault.Kind, _ column: TableColumn, _ row: ServiceTable.Row, _ arguments: [String: String] = [:]
  ) {
    faults.append(
      RowFault(
        kind, row: row.number, column: headers[column]?.trimmed ?? column.headers[0],
        found: row.cells[column], arguments))
  }

  private mutating func required(_ column: TableColumn, _ row: ServiceTable.Row) -> String? {
    guard let cell = row.cells[column] else {
      report(.emptyCell, column, row, ["example": column.rawValue])
      return nil
    }
    return cell
  }

  /// Words in one column for all languages, or in one for each.
  private mutating func words(
    _ all: TableColumn, _ french: TableColumn, _ english: TableColumn, _ row: ServiceTable.Row,
    isRequired: Bool
  ) -> Words? {
    switch (row.cells[french], row.cells[english]) {
    case (let french?, let english?): return Words(["fr": french, "en": english])
    case (nil, nil):
      if let cell = row.cells[all] { return Words(["": cell]) }
      if isRequired { report(.emptyCell, headers[all] == nil ? french : all, row, ["example": all.rawValue]) }
    case (let cell, _):
      if row.cells[all] == nil {
        report(.emptyCell, cell == nil ? french : english, row, ["example": all.rawValue])
      } else {
        return row.cells[all].map { Words(["": $0]) }
      }
    }
    return nil
  }

  /// The name as written, else made of the title.
  private mutating func name(_ row: ServiceTable.Row, title: Words?) -> String? {
    if let name = row.cells[.name] {
      guard Names.isName(name) else {
        let suggestion = Names.suggestion(for: name, joint: "-")
        report(
          .badName, .name, row, ["suggestion": suggestion.isEmpty ? "service-\(row.number)" : suggestion])
        return nil
      }
      if let first = names[name] {
        report(first == 0 ? .nameKnown : .nameTwice, .name, row, ["first": String(first)])
        return nil
      }
      names[name] = row.number
      return name
    }
    guard let title else { return nil }
    let made = Names.suggestion(for: title("en"), joint: "-")
    let stem = made.isEmpty ? "service" : made
    var name = stem
    var number = 2
    while names[name] != nil {
      name = "\(stem)-\(number)"
      number += 1
    }
    names[name] = row.number
    return name
  }

  private mutating func categories(_ row: ServiceTable.Row) -> [String] {
    guard let cell = required(.category, row) else { return [] }
    let plain = cell.plain
    // Where several categories have the same words, the first by name, so that a table always makes the same file.
    let named = known.categories.filter { $0.value.byLanguage.values.contains { $0.plain == plain } }
    if let name = named.keys.min() { return [name] }
    let names = Self.items(cell)
    for name in names where known.categories[name] == nil {
      report(
        .unknownCategory, .category, row, ["known": known.categories.keys.sorted().joined(separator: ", ")])
      return []
    }
    if Set(names).count < names.count { report(.categoryTwice, .category, row) }
    return names
  }

  private mutating func hours(_ row: ServiceTable.Row, zone: String) -> Hours? {
    guard let cell = row.cells[.hours] else { return nil }
    let hours = HoursCell.hours(cell, zone: zone)
    if hours == nil { report(.badHours, .hours, row) }
    return hours
  }

  private mutating func zone(_ row: ServiceTable.Row) -> String {
    guard let cell = row.cells[.zone] else { return WeeklyHours.usualZone }
    if !HoursParser.isZone(cell) { report(.badZone, .zone, row) }
    return cell
  }

  private mutating func position(_ row: ServiceTable.Row) -> (Double?, Double?) {
    let latitude = degrees(.latitude, row, limit: 90)
    let longitude = degrees(.longitude, row, limit: 180)
    if (row.cells[.latitude] == nil) != (row.cells[.longitude] == nil) {
      report(.halfPosition, row.cells[.latitude] == nil ? .latitude : .longitude, row)
    }
    return (latitude, longitude)
  }

  /// Degrees to the millionth, which is a tenth of a metre.
  private mutating func degrees(_ column: TableColumn, _ row: ServiceTable.Row, limit: Double) -> Double? {
    guard let cell = row.cells[column] else { return nil }
    let text = String(cell.map { $0 == "," ? "." : $0 })
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.first?.isNumber == true, digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }),
      let value = Double(text), abs(value) <= limit
    else {
      report(.badDegrees, column, row, ["example": column.rawValue])
      return nil
    }
    return (value * 1_000_000).rounded() / 1_000_000
  }

  private mutating func languages(_ row: ServiceTable.Row) -> [String] {
    guard let cell = row.cells[.languages] else { return [] }
    let codes = Self.items(cell).map { Languages.isCode($0) ? $0 : Languages.code(for: $0) }
    guard !codes.contains(nil) else {
      report(.badLanguage, .languages, row)
      return []
    }
    let known = codes.compactMap { $0 }
    if Set(known).count < known.count { report(.languageTwice, .languages, row) }
    return known
  }

  private mutating func boolean(_ column: TableColumn, _ row: ServiceTable.Row) -> Bool? {
    guard let cell = row.cells[column] else { return nil }
    switch cell.plain {
    case "yes", "oui", "true", "vrai", "1", "x": return true
    case "no", "non", "false", "faux", "0": return false
    default:
      report(.badBoolean, column, row)
      return nil
    }
  }

  /// `2026-11-24`, or `24/11/2026`.
  private mutating func date(_ row: ServiceTable.Row) -> String? {
    guard let cell = row.cells[.checked] else { return nil }
    let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
    let date = parts.count == 3 ? parts.reversed().joined(separator: "-") : cell
    if Dates.isDate(date) { return date }
    report(.badDate, .checked, row)
    return nil
  }

  /// Names with spaces, commas or semicolons between them.
  private static func items(_ cell: String) -> [String] {
    cell.split(whereSeparator: { " ,;|/".contains($0) }).map(String.init)
  }
}
