import FEEL
import FlowDSL

extension State {
  /// The code of the language that the person reads, as far as it is known: the fact that documents name as theirs
  /// (grammar, section 13.6), in the main flow first. `nil` where what is known is no code, such as "another language".
  public var personLanguage: String? {
    let names = Set(
      program.flows.flatMap { flow in
        flow.productions.compactMap { $0.document.language.map { slot in flow.facts[slot].name } }
      })
    for frame in frames {
      let facts = program.flows[frame.flow].facts
      for slot in facts.indices where names.contains(facts[slot].name) && frame.standings[slot] == .known {
        if let code = frame.slots[slot].languageCode { return code }
      }
    }
    return nil
  }
}

extension DocumentStanding {
  /// What is known of the language that the person reads, in a document for them; `nil` where nothing is.
  public func languageRead(of program: Program) -> FactStanding? {
    guard document.recipient == Document.person, let slot = document.language else { return nil }
    let standing = fact(slot, of: program)
    return standing.standing == .known ? standing : nil
  }

  /// The code of the language that the person reads, in a document for them that names the fact of it; `nil` in any other:
  /// what others are handed says nothing of it.
  public func personLanguage(of program: Program) -> String? {
    guard document.recipient == Document.person, let slot = document.language else { return nil }
    return fact(slot, of: program).value.languageCode
  }
}

extension Value {
  /// A text that begins as the code of a language does (BCP 47: two or three letters), else `nil`.
  fileprivate var languageCode: String? {
    guard case .string(let text) = self else { return nil }
    let primary = text.prefix { $0 != "-" }
    return 2...3 ~= primary.count && primary.allSatisfy { $0.isASCII && $0.isLetter } ? text : nil
  }
}
