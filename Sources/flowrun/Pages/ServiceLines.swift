import FlowDSL

extension Screen {
  /// Adds a service: its number first, then who it is and when it answers.
  mutating func add(_ service: Service, _ words: Wording) {
    let language = words.language.rawValue
    let number = [service.phone, service.sms.map { "SMS " + $0 }].compactMap { $0 }.joined(separator: ", ")
    var details = [service.title(language)]
    if let hours = service.hours { details.append(words.hours(hours)) }
    if let audience = service.audience { details.append(audience(language)) }
    let marker = number.isEmpty ? "" : number + "  "
    add([Run(details.joined(separator: " · "))], indent: 4, marker: [Run(marker, .title)])
  }
}
