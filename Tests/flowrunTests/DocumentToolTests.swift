import Foundation
import Testing

@testable import flowrun

/// `flowrun document`: what can be made, in which form, and that nothing is replaced or half written.
@Suite struct DocumentToolTests {
  private func walked(_ scenario: String = "complaint-not-wished") throws -> (tool: Tool, name: String) {
    let tool = try Tool()
    let output = try tool.run("run", "--answers", TestFlows.protocols + "/scenarios/\(scenario).yaml")
    #expect(output.status == 0, "\(output.errors)")
    return (tool, try tool.onlyCase())
  }

  @Test("Without a name, what can be made is listed")
  func list() throws {
    let (tool, name) = try walked()
    let list = try tool.run("document", name)
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.text.contains("rights-sheet"))
    let before = try tool.run("document", name, "--at", "1")
    #expect(before.status == 0)
    #expect(!before.text.contains("rights-sheet"))
  }

  @Test("The same journal gives the same document, on the screen and in a file that is never replaced")
  func file() throws {
    let (tool, name) = try walked()
    let shown = try tool.run("document", name, "rights-sheet", "--language", "fr")
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try tool.run("document", name, "rights-sheet", "--language", "fr", "-o", "sheet.txt").status == 0)
    #expect(try tool.file("sheet.txt") == shown.text)
    let again = try tool.run("document", name, "rights-sheet", "--language", "en", "-o", "sheet.txt")
    #expect(again.status == 73)
    #expect(try tool.file("sheet.txt") == shown.text)
    #expect(
      try tool.run("document", name, "rights-sheet", "--format", "html").text.hasPrefix("<!DOCTYPE html>"))
  }

  @Test("What is handed to the person is in the language they read, whatever that of the walk")
  func personLanguage() throws {
    let (tool, name) = try walked("sheets-in-their-language")
    let sheet = try tool.run(
      "document", name, "victim-protection/rights-and-complaint/rights-sheet", "--format", "html")
    #expect(sheet.status == 0, "\(sheet.errors)")
    #expect(sheet.text.contains(#"<html lang="ar" dir="rtl">"#))
    let french = try tool.run(
      "document", name, "victim-protection/rights-and-complaint/rights-sheet", "--language", "fr")
    #expect(french.text.hasPrefix("Vos droits"))
    let list = try tool.run("document", name, "--language", "en").text.replacing("\n", with: " ")
    #expect(list.contains("(for: the person, in Arabic)"))
    #expect(list.contains("(for: Person who assesses)"))
    // The file that is proposed stands in the folder at hand.
    #expect(
      list.contains(
        "flowrun document \(name) victim-protection/rights-and-complaint/rights-sheet --format pdf -o rights-sheet.pdf"
      ))
    // What is handed to colleagues is in the language of the walk.
    #expect(try tool.run("document", name, "follow-up/follow-up-card").text.hasPrefix("Fiche de suivi"))
  }

  @Test(
    "A sheet in another language than the person reads says so, in the list and as it is made",
    arguments: [("tr", "Turkish"), ("other", "nother language")])
  func foreign(code: String, name language: String) throws {
    let tool = try Tool()
    let scenario = try String(
      contentsOfFile: TestFlows.protocols + "/scenarios/sheets-in-their-language.yaml", encoding: .utf8)
    try scenario.prefix(upTo: try #require(scenario.firstRange(of: "expect:")).lowerBound)
      .replacing("person_language: ar", with: "person_language: " + code)
      .write(toFile: tool.folder + "/sheets.yaml", atomically: true, encoding: .utf8)
    #expect(try tool.run("run", "--answers", "sheets.yaml").status == 0)
    let name = try tool.onlyCase()
    let list = try tool.run("document", name, "--language", "en").text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(list.contains("\(language)), but in French: have it read by the interpreter."), "\(list)")
    let sheet = try tool.run("document", name, "victim-protection/rights-and-complaint/rights-sheet")
    #expect(sheet.status == 0 && sheet.text.hasPrefix("Vos droits"))
    #expect(sheet.errors.contains("victim-protection/rights-and-complaint/rights-sheet"), "\(sheet.errors)")
    // What colleagues are handed is in theirs.
    #expect(try tool.run("document", name, "follow-up/follow-up-card").errors.isEmpty)
  }

  @Test("Who asks for another language than the person reads is told so")
  func otherLanguage() throws {
    let (tool, name) = try walked("sheets-in-their-language")
    #expect(
      try tool.run("document", name, "victim-protection/rights-and-complaint/rights-sheet").errors.isEmpty)
    let sheet = try tool.run(
      "document", name, "victim-protection/rights-and-complaint/rights-sheet", "--language", "en")
    let errors = sheet.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(errors.contains("is in English, as asked") && errors.contains("(Arabic)"), "\(errors)")
  }

  @Test("A proposed command finds the same journal and the same place")
  func repeatsOptions() throws {
    let (tool, name) = try walked()
    let list = try tool.run(
      "document", name, "--journal", tool.journal, "--position", "47.50,2.50", "--language", "en")
    // A long path is wrapped.
    let words = list.text.filter { !$0.isWhitespace }
    #expect(words.contains("rights-sheet--journal\(tool.journal)--position47.50,2.50--formatpdf"), "\(words)")
    #expect("a b's".asArgument == "'a b'\\''s'" && "/var/j.db".asArgument == "/var/j.db")
  }

  /// Past midnight all three are closed: the two that speak Arabic come first, the nearer before the other, then the third,
  /// which speaks French only.
  @Test("From a position, the services to call first come first", arguments: [true, false])
  func position(isOfStation: Bool) throws {
    let (found, name) = try walked("sheets-in-their-language")
    var tool = found
    let booklet = "victim-protection/referral/resource-booklet"
    let plain = try tool.run("document", name, booklet, "--language", "fr")
    if isOfStation { tool.environment["FLOWRUN_POSITION"] = "47.49,2.51" }
    let near =
      isOfStation
      ? try tool.run("document", name, booklet, "--language", "fr")
      : try tool.run("document", name, booklet, "--language", "fr", "--position", "47.49,2.51")
    #expect(near.status == 0, "\(near.errors)")
    let shown = [plain.text, near.text].map { page in
      page.replacing("\u{A0}", with: " ").matches(of: /02 61 91 00 0[1-3]\n/).map {
        String($0.output.suffix(3).prefix(2))
      }
    }
    #expect(shown[0].prefix(3) == ["01", "02", "03"])
    #expect(shown[1].prefix(3) == ["03", "01", "02"])
    #expect(near.text.contains("parle arabe"))
    #expect(near.text.contains("km"))
    let wrong = try tool.run("document", name, booklet, "--position", "91,2")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("91,2"))
  }

  @Test("A document that is not there is named, with those that are")
  func unknown() throws {
    let (tool, name) = try walked()
    let output = try tool.run("document", name, "right-sheet")
    #expect(output.status == 66)
    #expect(output.errors.contains("rights-sheet"))
    #expect(try tool.run("document", name, "rights-sheet", "--language", "xx").status == 64)
  }

  @Test("PDF is made by WeasyPrint; without it the package is named and no file is left")
  func pdf() throws {
    let (found, name) = try walked()
    let isThere = FileManager.default.fileExists(atPath: "/usr/bin/weasyprint")
    let made = try found.run("document", name, "rights-sheet", "--format", "pdf", "-o", "sheet.pdf")
    #expect(made.status == (isThere ? 0 : 69), "\(made.errors)")
    if isThere {
      let bytes = try Data(contentsOf: URL(filePath: found.folder + "/sheet.pdf"))
      #expect(bytes.starts(with: Data("%PDF-".utf8)))
      #expect(bytes.suffix(16).contains(Data("%%EOF".utf8)))
    }

    var without = found
    without.environment["PATH"] = found.folder
    let missing = try without.run("document", name, "rights-sheet", "--format", "pdf", "-o", "other.pdf")
    #expect(missing.status == 69)
    #expect(missing.errors.contains("weasyprint"))
    #expect(!FileManager.default.fileExists(atPath: found.folder + "/other.pdf"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: found.folder).filter { $0.contains("other") } == [])
  }
}
