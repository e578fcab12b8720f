import FEEL
import FlowDSL
import FlowRuntime

/// The reference work as a flow, written in YAML and compiled as any other: three questions at the reception, the 24
/// factors, the assessment, where danger is high three steps with the prosecutor, then custody, shelter and two referrals.
enum ReferenceFlow {
  static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(main: "reference", sources: sources)
    guard let program else { throw NotCompiled(diagnostics: diagnostics.map { "\($0)" }) }
    return program
  }

  struct NotCompiled: Error {
    let diagnostics: [String]
  }

  static let sources = [
    SourceText(path: "reference.yaml", text: flow), SourceText(path: "roles.yaml", text: roles),
  ]

  private static let roles = """
    roles:
      officer: Police officer
      prosecutor: Prosecutor

    """

  private static let flow = """
    flow: reference
    version: 1.0.0
    title: Reference
    languages: [en]
    takes: [immediate]
    facts:
      immediate: {type: boolean, about: victim}
      r1: boolean
      r2: boolean
      r3: boolean
    \(ReferenceWork.weights.map { "  \($0.name): {type: boolean, about: victim}\n" }.joined())\
      danger: {type: [low, medium, high, extreme]}
      measures: {type: [custody, seize-weapon, prosecutor, social-worker, information]}
      hearing: boolean
      phone: boolean
    steps:
      - ask: reception
        by: officer
        questions:
          r1: Is the room quiet?
          r2: Is an interpreter needed?
          r3: Is there an emergency?
      - ask: factors
        questions:
    \(ReferenceWork.weights.map { "      \($0.name): Is \($0.name) so?\n" }.joined())\
      - assess: danger
        risk:
    \(ReferenceWork.weights.filter { $0.weight > 0 }.map { "      \($0.name): \($0.weight)\n" }.joined())\
        safety:
    \(ReferenceWork.weights.filter { $0.weight < 0 }.map { "      \($0.name): \($0.weight)\n" }.joined())\
        unknown: as risk
        level:
    \(ReferenceWork.rules.map { "      - ['\(condition($0))', \($0.level)]\n" }.joined())\
      - decide: measures
        hit: first
        on: [danger, p0]
        outputs: [measures]
        rules:
          - ['"extreme"', '-', '"custody"']
          - ['"high"', 'true', '"seize-weapon"']
          - ['"high"', '-', '"prosecutor"']
          - ['"medium"', '-', '"social-worker"']
          - ['-', '-', '"information"']
      - contact: prosecutor
        to: prosecutor
        when: danger in ["high", "extreme"]
        asks:
          hearing: Is there a hearing?
          phone: Is there a phone?
      - do: custody
        tick: {custody: Custody}
      - do: shelter
        tick: {shelter: Shelter}
      - do: referral-1
        tick: {referral-1: First referral}
      - do: referral-2
        tick: {referral-2: Second referral}
      - end: done

    """

  /// A row of the reference table as a condition; the flags that are factors are read as these.
  private static func condition(_ rule: ReferenceWork.Rule) -> String {
    let names = ["immediate", "p0", "v0", "v3"]
    let parts =
      (rule.score.map { ["score >= \($0)"] } ?? [])
      + zip(names, rule.flags).compactMap { name, flag in flag.map { "\(name) = \($0)" } }
    return parts.isEmpty ? "-" : parts.joined(separator: " and ")
  }
}
