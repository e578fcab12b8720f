/// Directories: categories that exist, services named once, words in all languages of the folder.
enum DirectoryCheck {
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
