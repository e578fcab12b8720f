import FlowDSL

extension Screen {
  /// Adds a service: its number first, then who it is, what speaks for calling it, and when it answers.
  mutating func add(_ service: OfferedService, _ words: Wording) {
    let details = [service.service.title(words.language.rawValue)] + service.reasons
    let marker = service.number.isEmpty ? "" : service.number + "  "
    add([Run(details.joined(separator: " · "))], indent: 4, marker: [Run(marker, .title)])
  }
}
