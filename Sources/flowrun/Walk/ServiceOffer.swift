import FlowDSL
import FlowDirectory

extension ServiceOrder {
  /// Services in this order, each with what speaks for it in words.
  ///
  /// - Parameter spoken: the language of those at the station, which every service speaks.
  func offered(_ services: [Service], spoken: String, _ words: Wording) -> [OfferedService] {
    let service = ServiceWords(words: words, now: .init(milliseconds: moment * 1000), spoken: language)
    return candidates(services).map { candidate in
      OfferedService(
        service: candidate.service, number: service.name(candidate.service).number,
        reasons: reasons(for: candidate, service, spoken: spoken))
    }
  }

  private func reasons(
    for candidate: ServiceCandidate, _ service: ServiceWords, spoken: String
  ) -> [String] {
    let words = service.words
    var reasons: [String] = []
    if let distance = candidate.distance { reasons.append(words.services.distance(distance)) }
    if let language, language != spoken, !candidate.service.languages.isEmpty, candidate.speaks == .stated {
      reasons.append(words(.reasonSpeaks, ["language": words.languageName(language)]))
    }
    if position != nil, !candidate.mayAnswer { reasons.append(service.opening(candidate)) }
    if let hours = candidate.service.hours { reasons.append(words.services.hours(hours)) }
    if let audience = candidate.service.audience { reasons.append(audience(words.language.rawValue)) }
    return reasons
  }
}
