import FlowDSL
import FlowDirectory

extension Screen {
  /// Adds a service: its number first, then who it is, what speaks for calling it, and when it answers.
  mutating func add(_ service: OfferedService, _ words: Wording) {
    let details = [service.service.title(words.language.rawValue)] + service.reasons
    let number = service.number
    let marker = number.isEmpty ? "" : number + "  "
    add([Run(details.joined(separator: " · "))], indent: 4, marker: [Run(marker, .title)])
  }
}

/// A service that a page offers, with the reasons for its place in the list, in words.
struct OfferedService: Sendable {
  var service: Service
  /// How far it is and whether it is closed, where a position is known; whether it speaks the person's language; its hours
  /// and whom it is for.
  var reasons: [String]

  /// As dialled.
  var number: String {
    [service.phone, service.sms.map { "SMS " + $0 }].compactMap { $0 }.joined(separator: ", ")
  }
}

extension ServiceOrder {
  /// Services in this order.
  ///
  /// - Parameter spoken: the language of those at the station, which every service speaks.
  func offered(_ services: [Service], spoken: String, _ words: Wording) -> [OfferedService] {
    let reasons = ServiceWords(words: words, now: .init(milliseconds: moment * 1000), spoken: language)
    return candidates(services).map { candidate in
      let service = candidate.service
      var parts: [String] = []
      if let distance = candidate.distance { parts.append(reasons.distance(distance)) }
      if let language, language != spoken, !service.languages.isEmpty, candidate.speaks == .stated {
        parts.append(words(.reasonSpeaks, ["language": words.languageName(language)]))
      }
      if position != nil, !candidate.mayAnswer { parts.append(reasons.opening(candidate)) }
      if let hours = service.hours { parts.append(words.hours(hours)) }
      if let audience = service.audience { parts.append(audience(words.language.rawValue)) }
      return OfferedService(service: service, reasons: parts)
    }
  }
}
