import FEEL
import FlowDSL

/// Whom to call: the services of a category, the best first, and those left out.
public struct ServiceSearch: Sendable {
  /// Why a service is left out.
  public enum Reason: Sendable, Hashable {
    /// It is closed at that moment.
    case closed
    /// It does not speak the language.
    case language
  }

  /// A service left out.
  public struct LeftOut: Sendable, Hashable {
    /// The service, weighed.
    public let candidate: ServiceCandidate
    /// Why it is left out.
    public let reason: Reason
  }

  /// Services of an area that may answer, best first.
  public let local: [ServiceCandidate]
  /// National lines that may answer, best first: what remains where no local service does.
  public let national: [ServiceCandidate]
  /// In the order of the directory.
  public let leftOut: [LeftOut]
  /// Whether no service that may answer is known to speak the language asked for, or does not say: then none is left out
  /// for it.
  public let needsInterpreter: Bool

  /// Searches a directory. Of equals, the first of the directory comes first.
  ///
  /// - Parameter zones: the rules of a zone by its IANA name, for services that are not open day and night.
  public init(_ query: ServiceQuery, in directory: Directory, zones: (String) -> ZoneRules?) {
    let all = directory.services.filter { $0.categories.contains(query.category) }
      .map { service in
        ServiceCandidate(
          service, from: query.position, at: query.moment, language: query.language,
          audience: query.audience, zones: zones)
      }
    let answering = all.filter(\.mayAnswer)
    let needsInterpreter = !answering.isEmpty && answering.allSatisfy { $0.speaks == .other }
    let chosen = answering.filter { needsInterpreter || $0.speaks != .other }
    local = chosen.filter { !$0.isNational }.bestFirst
    national = chosen.filter(\.isNational).bestFirst
    leftOut = all.compactMap { candidate in
      if !candidate.mayAnswer { return LeftOut(candidate: candidate, reason: .closed) }
      guard candidate.speaks == .other, !needsInterpreter else { return nil }
      return LeftOut(candidate: candidate, reason: .language)
    }
    self.needsInterpreter = needsInterpreter
  }

  /// The services to call, in this order.
  public var choices: [ServiceCandidate] { local + national }

  /// The service left out that opens first, and when, in seconds of UTC since 1970; a local one where there is any.
  public var nextOpening: (candidate: ServiceCandidate, moment: Int64)? {
    let opening = leftOut.compactMap { left -> (candidate: ServiceCandidate, moment: Int64)? in
      guard case .closed(let opens?) = left.candidate.opening else { return nil }
      return (left.candidate, opens)
    }
    let local = opening.filter { !$0.candidate.isNational }
    return (local.isEmpty ? opening : local).min { $0.moment < $1.moment }
  }
}

extension [ServiceCandidate] {
  /// The best first; of equals, the one that stood first.
  var bestFirst: [ServiceCandidate] {
    enumerated().sorted { left, right in
      if left.element.isBetter(than: right.element) { return true }
      if right.element.isBetter(than: left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
