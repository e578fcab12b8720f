import FEEL
import FlowDSL
import FlowRuntime

/// What could change a level, in words.
struct Level {
  private(set) var missing: [AdvicePage.Missing] = []
  private(set) var withoutPrecautions: String?

  /// What could change a level; nothing where it comes from no grid.
  init(_ sensitivity: Sensitivity?, fact: Fact?, _ names: ProgramWords, _ words: Wording) {
    guard let sensitivity, let fact else { return }
    missing = sensitivity.missing.map { answer in
      AdvicePage.Missing(
        fact: names.fact(answer.fact), absence: words.absence(answer.absence),
        cases: answer.cases.map { (names.value($0.value, of: answer.fact), names.value($0.level, of: fact)) })
    }
    if sensitivity.withoutPrecautions != sensitivity.level {
      withoutPrecautions = names.value(sensitivity.withoutPrecautions, of: fact)
    }
  }
}

extension Wording {
  /// Why something is not known.
  func absence(_ absence: Absence) -> String {
    switch absence {
    case .unknown: self(.unknown)
    case .declined: self(.declined)
    case .unasked: self(.notAsked)
    }
  }

  /// Why a factor counts although nobody said so; `nil` where somebody did.
  func precaution(_ ground: Recommendation.Ground) -> String? {
    guard case .precaution(let absence) = ground else { return nil }
    return precaution(absence)
  }

  /// The same, of a factor that counts by precaution.
  func precaution(_ absence: Absence?) -> String {
    absence.map { self(.adviceCountsThough, ["absence": self.absence($0)]) } ?? self(.adviceAsUnknown)
  }
}
