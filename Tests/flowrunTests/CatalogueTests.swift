import Testing

@testable import flowrun

@Suite struct CatalogueTests {
  @Test("Every phrase has words in every language, and no catalogue has more", arguments: Language.allCases)
  func complete(language: Language) throws {
    let words = try Catalogue.load(language, from: WordsFolder.path)
    for phrase in Phrase.allCases {
      #expect(words.text(named: phrase.rawValue) != nil, "\(language): \(phrase)")
    }
    #expect(words.names.isSubset(of: Set(Phrase.allCases.map(\.rawValue))))
  }

  @Test("The languages leave the same blanks")
  func sameBlanks() throws {
    let french = try Catalogue.load(.french, from: WordsFolder.path)
    let english = try Catalogue.load(.english, from: WordsFolder.path)
    for phrase in Phrase.allCases {
      #expect(french(phrase).blanks == english(phrase).blanks, "\(phrase)")
    }
  }

  @Test("Blanks are filled; one that is not given stays visible")
  func fills() throws {
    let words = Catalogue(language: .english, words: ["headerStep": "step {n} of {count}"])
    #expect(words(.headerStep, ["n": "2", "count": "9"]) == "step 2 of 9")
    #expect(words(.headerStep, ["n": "2"]) == "step 2 of {count}")
  }

  @Test("A missing and a damaged catalogue are errors that name the file")
  func faults() throws {
    #expect(throws: Catalogue.Fault.missing(path: "/nowhere/fr.yaml")) {
      try Catalogue.load(.french, from: "/nowhere")
    }
  }

  @Test(
    "Lengths of time to the minute",
    arguments: [(0, "1 min"), (59, "59 min"), (90, "1 h 30 min"), (3000, "2 d 2 h")])
  func lengths(minutes: Int64, text: String) throws {
    let words = try Catalogue.load(.english, from: WordsFolder.path)
    #expect(words.length(milliseconds: minutes * 60_000) == text)
  }
}

extension String {
  /// The names between braces.
  fileprivate var blanks: Set<Substring> {
    Set(split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
  }
}
