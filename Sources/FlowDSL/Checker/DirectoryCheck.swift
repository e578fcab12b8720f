/// Directories: categories that exist, services named once and within reach, words in all languages of the folder.
enum DirectoryCheck {
  /// Warnings for steps that go to a category without any service, each category once.
  static func unreachable(_ flows: [FlowSyntax], _ directories: [DirectorySyntax]) -> [Diagnostic] {
    let categories = Set(directories.flatMap { $0.categories.map(\.name.value) })
    let served = Set(directories.flatMap { $0.services.flatMap { $0.categories.map(\.value) } })
    var told = served
    var diagnostics: [Diagnostic] = []
    for step in flows.flatMap(\.steps).flatMap(\.all) {
      let to: Located<String>
      switch step.kind {
      case .contact(let contact): to = contact.to ?? step.name
      case .refer(let refer): to = refer.to
      default: continue
      }
      guard categories.contains(to.value), told.insert(to.value).inserted else { continue }
      diagnostics.append(Diagnostic(.categoryWithoutService, at: to.place, ["name": to.value]))
    }
    return diagnostics
  }

  /// Diagnostics on the directories of a folder.
  static func check(_ directories: [DirectorySyntax], languages: [String]) -> [Diagnostic] {
    let categories = Set(directories.flatMap { $0.categories.map(\.name.value) })
    var services: [String: Place] = [:]
    var diagnostics: [Diagnostic] = []
    for directory in directories {
      for service in directory.services {
        for category in service.categories where !categories.contains(category.value) {
          diagnostics.append(
            Diagnostic(
              .unknownCategory, at: category.place,
              [
                "name": category.value,
                "nearest": Nearest.name(to: category.value, among: categories) ?? "",
              ]))
        }
        if service.phone == nil, service.sms == nil, service.web == nil {
          diagnostics.append(
            Diagnostic(.serviceWithoutNumber, at: service.name.place, ["name": service.name.value]))
        }
        if let first = services[service.name.value] {
          diagnostics.append(
            Diagnostic(
              .duplicateService, at: service.name.place, ["name": service.name.value],
              related: [.init(.first, at: first)]))
        } else {
          services[service.name.value] = service.name.place
        }
      }
      let texts =
        directory.categories.map(\.text)
        + directory.services.flatMap { [$0.title] + [$0.hours?.text, $0.audience].compactMap(\.self) }
      diagnostics += TranslationCheck.missing(texts, of: languages)
    }
    return diagnostics
  }
}
