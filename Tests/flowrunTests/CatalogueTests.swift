import DMN
import FEEL
import FlowDSL
import FlowDirectory
import FlowRuntime
import FlowStore
import Testing

@testable import flowrun

@Suite struct CatalogueTests {
  /// Columns of which an example is given.
  static let cells: [TableColumn] = [.title, .category, .area, .latitude, .longitude, .source]
  static let expected =
    Phrase.allCases.map { "words." + $0.rawValue } + Refusal.identifiers.map { "refusals." + $0 }
    + Failure.Name.allCases.map { "failures." + $0.rawValue }
    + Notice.Name.allCases.map { "notices." + $0.rawValue }
    + (StoreError.identifiers + TraceFault.identifiers).map { "journal." + $0 }
    + MendedFault.allCases.map { "mended." + $0.rawValue }
    + ChainFault.Kind.names.map { "chain." + $0 } + ScenarioFailure.Kind.identifiers.map { "scenario." + $0 }
    + (Warning.Kind.identifiers + TableWarning.identifiers + Misfit.identifiers).map { "warnings." + $0 }
    + RowFault.Kind.allCases.map { "table." + $0.rawValue } + cells.map { "cells." + $0.rawValue }
    + Wording.languageCodes.map { "languages." + $0 }

  @Test(
    "Everything that is said has words in every language, and no catalogue has more",
    arguments: Language.allCases)
  func complete(language: Language) throws {
    let catalogue = try TestWords.catalogue(language)
    #expect(catalogue.language == language.rawValue)
    #expect(Set(Self.expected).subtracting(catalogue.keys) == [])
    #expect(catalogue.keys.subtracting(Self.expected) == [])
  }

  @Test("The languages leave the same blanks", arguments: expected)
  func sameBlanks(key: String) throws {
    let french = try #require(try TestWords.catalogue(.french)[key])
    let english = try #require(try TestWords.catalogue(.english)[key])
    #expect(Set(Template(french).placeholders) == Set(Template(english).placeholders))
  }

  @Test(
    "Lengths of time to the minute",
    arguments: [(0, "1 min"), (59, "59 min"), (90, "1 h 30 min"), (3000, "2 d 2 h")])
  func lengths(minutes: Int64, text: String) throws {
    let words = try Wording(.english)
    #expect(words.length(milliseconds: minutes * 60_000) == text)
  }

  @Test(
    "The language of the machine, English without",
    arguments: [
      (["LANG": "fr_FR.UTF-8"], Language.french), (["LANG": "C.UTF-8"], .english), ([:], .english),
      (["LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"], .english),
      (["LC_ALL": "", "LANG": "fr_BE"], .french),
    ])
  func machineLanguage(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
