import FlowDSL
import FlowDirectory

/// The services of a directory, by category.
struct DirectoryReport {
  let directory: Directory
  let words: Wording

  private var language: String { words.language.rawValue }

  /// Each service under its first category; what nobody has checked is marked.
  func page() -> Screen {
    var screen = Screen()
    if directory.services.isEmpty { screen.add(words(.directoryEmpty)) }
    let names = directory.services.compactMap(\.categories.first)
    var seen: Set<String> = []
    for category in names where seen.insert(category).inserted {
      screen.space()
      let title = directory.categories[category]?(language) ?? category
      screen.add([Run(title, .title), Run("  " + category, .quiet)])
      for service in directory.services where service.categories.first == category {
        add(service, to: &screen)
      }
    }
    let unchecked = directory.services.count { $0.checked == nil }
    screen.space()
    screen.add(
      words(
        .directoryCount,
        [
          "services": words.count(directory.services.count, one: .serviceOne, many: .serviceMany),
          "unchecked": String(unchecked),
        ]), .quiet)
    return screen
  }

  private func add(_ service: Service, to screen: inout Screen) {
    let number = words.services.numbers(service).joined(separator: ", ")
    let marker = number.isEmpty ? [] : [Run(number + "  ", .key)]
    screen.add([Run(service.title(language))], indent: 2, marker: marker, hang: 2)
    var details: [String] = []
    if let hours = service.hours { details.append(words.services.hours(hours)) }
    if service.area != "national" { details.append(service.area) }
    if !service.languages.isEmpty {
      details.append(service.languages.map(words.languageName).joined(separator: ", "))
    }
    if let audience = service.audience { details.append(audience(language)) }
    details.append(
      service.checked.map { words(.directoryChecked, ["date": $0]) } ?? words(.directoryUnchecked))
    screen.add([Run(details.joined(separator: " · "), .quiet)], indent: 4)
  }

  /// The list for programs.
  func json() -> JSON {
    .array(
      directory.services.map { service in
        .object([
          ("service", .string(service.name)), ("title", .string(service.title(language))),
          ("categories", .array(service.categories.map { .string($0) })),
          ("phone", .optional(service.phone)), ("sms", .optional(service.sms)),
          ("web", .optional(service.web)),
          ("hours", .optional(service.hours.map { words.services.hours($0) })),
          ("area", .string(service.area)),
          ("position", position(service)), ("languages", .array(service.languages.map { .string($0) })),
          ("audience", .optional(service.audience?(language))), ("source", .string(service.source)),
          ("checked", .optional(service.checked)),
        ])
      })
  }

  private func position(_ service: Service) -> JSON {
    guard let latitude = service.latitude, let longitude = service.longitude else { return .null }
    return .array([.string("\(latitude)"), .string("\(longitude)")])
  }
}
