import ArgumentParser

/// The languages that the tool itself speaks. A flow may have more.
enum Language: String, ExpressibleByArgument, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"

  /// The language of a machine: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set; English without.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let tag = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = tag.lowercased().hasPrefix("fr") ? .french : .english
  }
}
