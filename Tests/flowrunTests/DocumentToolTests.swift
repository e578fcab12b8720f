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
