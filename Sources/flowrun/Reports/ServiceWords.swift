import FEEL
import FlowDSL
import FlowDirectory
import FlowRuntime

/// Services and the reasons for and against them, in words.
struct ServiceWords {
  let words: Wording
  /// The moment asked for.
  let now: Instant
  /// The language asked for (BCP 47); `nil` where none was.
  let spoken: String?

  private var language: String { words.language.rawValue }

  /// The number first, then who it is.
  func name(_ service: Service) -> (number: String, title: String) {
    (words.services.numbers(service).joined(separator: ", "), service.title(language))
  }

  /// All that speaks for or against calling it, in the order of weight.
  func reasons(_ candidate: ServiceCandidate) -> String {
    let service = candidate.service
    var reasons = [opening(candidate)]
    if let distance = candidate.distance {
      reasons.append(words(.reasonDistance, ["distance": words.services.distance(distance)]))
    }
    if candidate.isNational { reasons.append(words(.reasonNational)) }
    if let code = spoken { reasons.append(speaks(candidate.speaks, code)) }
    if let audience = service.audience {
      let phrase: Phrase = candidate.audience == .other ? .reasonAudienceOther : .reasonAudience
      reasons.append(words(phrase, ["audience": audience(language)]))
    }
    if service.checked == nil { reasons.append(words(.reasonUnchecked)) }
    return reasons.joined(separator: " · ")
  }

  /// Whether it answers at the moment asked for, and until when.
  func opening(_ candidate: ServiceCandidate) -> String {
    switch candidate.opening {
    case .open(until: nil): words(.reasonOpenAlways)
    case .open(let until?): words(.reasonOpenUntil, ["time": moment(until)])
    case .closed(opens: nil): words(.reasonClosed)
    case .closed(let opens?): words(.reasonClosedUntil, ["time": moment(opens)])
    case .unknown:
      candidate.service.hours.map { words(.reasonHours, ["hours": words.services.hours($0)]) }
        ?? words(.reasonHoursUnknown)
    }
  }

  /// A moment in seconds of UTC since 1970, as it is said now; with the day of the week where it is not today.
  func moment(_ seconds: Int64) -> String {
    let instant = Instant(milliseconds: seconds * 1000)
    let local = LocalTime(instant)
    guard !local.isSameDay(as: LocalTime(now)) else { return words.moment(instant, now: now) }
    // 1 January 1970 was a Thursday.
    let days = Int((seconds + Int64(local.offset)).floorDivided(by: 86_400))
    let day = (days + 3).floorModulo(7)
    return words.services.hours.day(day) + " " + words.moment(instant, now: now)
  }

  private func speaks(_ match: ServiceCandidate.Match, _ code: String) -> String {
    let name = words.languageName(code)
    return switch match {
    case .stated: words(.reasonSpeaks, ["language": name])
    case .notStated: words(.reasonSpeaksNotStated, ["language": name])
    case .other: words(.reasonSpeaksOther, ["language": name])
    }
  }
}

extension Wording {
  /// Languages that the catalogues have a name for (ISO 639-1).
  static let languageCodes = [
    "fr", "en", "ar", "es", "pt", "tr", "ro", "uk", "ru", "fa", "zh", "de", "it", "pl", "bn", "ur", "hi",
    "ta", "sq", "ka", "hy", "so", "ln", "wo", "ff", "bm", "vi", "ps", "ku", "bg",
  ]

  /// A language by its code; the code itself where the catalogue has no name for it.
  func languageName(_ code: String) -> String {
    let language = String(code.lowercased().prefix { $0 != "-" })
    return Self.languageCodes.contains(language) ? words("languages." + language) : code
  }
}
