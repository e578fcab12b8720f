import Foundation
import Testing

@testable import flowrun

/// `flowrun directory`: whom to call, what there is, and a table taken.
@Suite struct DirectoryToolTests {
  private static let folder = TestFlows.repository + "Tests/flowrunTests/Board"

  @Test("The nearest that is open, and why; the national line where none is", arguments: Language.allCases)
  func near(language: Language) throws {
    let tool = try Tool(protocols: Self.folder)
    let questions = [
      ["--category", "housing", "--at", "47.50,2.50", "--time", "2026-11-24T10:00", "--speaks", "ar"],
      ["--category", "housing", "--at", "47.50,2.50", "--time", "2026-11-24T03:05", "--all"],
      ["--category", "housing", "--time", "2026-11-24T10:00", "--audience", "men"],
      ["--category", "town-hall", "--time", "2026-11-28T10:00"],
      ["--category", "health", "--speaks", "ar", "--time", "2026-11-24T10:00"],
      ["--category", "money-help", "--time", "2026-11-24T10:00"],
    ]
    let pages = try questions.map { question in
      let running = try tool.start(["directory", "near"] + question + ["--language", language.rawValue])
      let output = running.finish()
      #expect(output.status == 0, "\(output.errors)")
      return "$ " + question.joined(separator: " ") + "\n\n" + output.text
    }
    try Golden.expect(pages.joined(separator: "\n"), "near.\(language.rawValue).txt")
  }

  @Test("The list marks what nobody has checked", arguments: Language.allCases)
  func list(language: Language) throws {
    let tool = try Tool(protocols: Self.folder)
    let output = try tool.run("directory", "list", "--language", language.rawValue)
    #expect(output.status == 0)
    try Golden.expect(output.text, "directory.\(language.rawValue).txt")
    let unchecked = try tool.run("directory", "list", "--unchecked", "--format", "json").text
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(unchecked.utf8)) as? [[String: Any]])
    #expect(value.map { $0["service"] as? String } == ["flats", "housing-line", "hospital", "hall"])
  }

  @Test("A table becomes a file of the directory that checks clean, and is never overwritten")
  func imported() throws {
    let tool = try Tool(protocols: Self.folder)
    let folder = tool.folder + "/copy"
    try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
    let table = """
      \u{FEFF}nom;titre_fr;titre_en;catégorie;téléphone;horaires;lieu;langues;source;vérifié\r
      ;Foyer;Home;Hébergement;01 99 00 00 05;"lun-ven 9h-12h30; sam 20:00-02:00";Exampleville;fr arabe;exemple;24/11/2026\r

      """
    try table.write(toFile: tool.folder + "/foyer.csv", atomically: true, encoding: .utf8)
    let output = try tool.run("directory", "import", "foyer.csv", "-o", "copy/directory/foyer.yaml")
    #expect(output.status == 0, "\(output.errors)")
    let written = try tool.file("copy/directory/foyer.yaml")
    #expect(
      written == """
        directory: foyer
        services:
          home:
            title: {fr: "Foyer", en: "Home"}
            category: housing
            phone: "01 99 00 00 05"
            hours: {mon-fri: "09:00-12:30", sat: "20:00-02:00"}
            area: "Exampleville"
            languages: ["fr", "ar"]
            source: "exemple"
            checked: 2026-11-24

        """)
    let checked = try tool.run("check", "copy")
    #expect(checked.status == 0 && !checked.text.contains("directory/"), "\(checked.text)")
    let again = try tool.run("directory", "import", "foyer.csv", "-o", "copy/directory/foyer.yaml")
    #expect(again.status == ToolStatus.cannotCreate.rawValue)
    #expect(try tool.file("copy/directory/foyer.yaml") == written)
  }

  @Test("Of a table with faults each row is named, and nothing is written", arguments: Language.allCases)
  func faults(language: Language) throws {
    let tool = try Tool(protocols: Self.folder)
    let table = """
      name,title_fr,title_en,category,hours,area,latitude,longitude,languages,free,source,checked,colour
      A b,Titre,Title,houses,mon 9-12,Ici,91,2,klingon,perhaps,,2026-02-30,x
      house,Titre,,housing,le matin,,,3,fr fr,yes,Tests,,

      """
    try table.write(toFile: tool.folder + "/bad.csv", atomically: true, encoding: .utf8)
    let output = try tool.run("directory", "import", "bad.csv", "--language", language.rawValue)
    #expect(output.status == ToolStatus.data.rawValue)
    #expect(!FileManager.default.fileExists(atPath: tool.folder + "/bad.yaml"))
    try Golden.expect(output.errors, "import.\(language.rawValue).txt")
  }

  @Test("A fault in the directory is one sentence for the officer, one fault for the trainer")
  func faultyDirectory() throws {
    let tool = try Tool(protocols: Self.folder)
    let folder = tool.folder + "/copy"
    try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
    let path = folder + "/directory/town.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "daily:", with: "dayly:").write(
      toFile: path, atomically: true, encoding: .utf8)
    for command in [["run", "copy/board.yaml"], ["directory", "list", "--protocols", "copy"]] {
      let running = try tool.start(command)
      let output = running.finish()
      #expect(output.status == ToolStatus.data.rawValue)
      #expect(output.text == "")
      #expect(output.errors.contains("The directory of services has an error"))
      #expect(output.errors.contains("town.yaml"))
      #expect(!output.errors.contains("F2050"))
    }
    let checked = try tool.run("check", "copy")
    #expect(checked.status == 1)
    #expect(checked.text.contains("F2050"))
    #expect(checked.text.contains("1 error, "))
  }

  @Test(
    "Each command of the directory ends with its status",
    arguments: [
      (["near", "--category", "nothing"], ToolStatus.noInput), (["near"], .usage),
      (["near", "--category", "housing", "--at", "here"], .usage),
      (["near", "--category", "housing", "--time", "soon"], .usage),
      (["near", "--category", "housing", "--time", "2026-11-24T03:05:00Z", "--format", "json"], .ok),
      (["list", "--category", "nothing"], .noInput), (["import", "nothing.csv"], .noInput),
      (["import", "nothing.csv", "-o", "a.txt"], .usage), (["list", "--protocols", "nowhere"], .noInput),
    ])
  func statuses(arguments: [String], status: ToolStatus) throws {
    let running = try Tool(protocols: Self.folder).start(["directory"] + arguments)
    let output = running.finish()
    #expect(output.status == status.rawValue, "\(output.text)\(output.errors)")
    if status != .ok { #expect(!output.errors.isEmpty) }
  }
}
