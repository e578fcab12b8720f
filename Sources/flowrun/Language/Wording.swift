import FlowDSL
import FlowDirectory

/// The words of the terminal in one language: the only one that is loaded.
struct Wording: Sendable {
  let language: Language
  /// Services: numbers, hours, distances.
  let services: ServiceWording
  private let catalogue: Catalogue
  /// Phrases that stand for others.
  private var replaced: [Phrase: Phrase] = [:]

  /// The words of a language, from the catalogue beside the tool.
  init(_ language: Language) throws(CatalogueFailure) {
    self.language = language
    catalogue = try CatalogueFolder(target: "flowrun").catalogue("terminal", language: language.rawValue)
    services = try ServiceWording(language: language.rawValue)
  }

  /// The words of a phrase with its `{blanks}` filled in.
  func callAsFunction(_ phrase: Phrase, _ blanks: [String: String] = [:]) -> String {
    catalogue("words." + (replaced[phrase] ?? phrase).rawValue, blanks)
  }

  /// The words of an exercise: where a case would be kept, that nothing is.
  var ofExercise: Wording {
    var words = self
    words.replaced = [.commandSave: .trainLeave, .laterSave: .trainLeave, .helpSave: .trainLeaveHelp]
    return words
  }

  /// Words by their key, such as `refusals.case-ended`; the key itself where the catalogue has none.
  func words(_ key: String, _ blanks: [String: String] = [:]) -> String { catalogue(key, blanks) }

  /// A number of things: French counts none as one, English as many.
  func count(_ count: Int, one: Phrase, many: Phrase) -> String {
    let isOne = count == 1 || (count == 0 && language == .french)
    return self(isOne ? one : many, ["count": String(count)])
  }

  /// A name before what it is: a colon after it, none after a question.
  func label(_ name: String) -> String {
    name.hasSuffix("?") ? name + " " : self(.labelled, ["label": name])
  }
}
