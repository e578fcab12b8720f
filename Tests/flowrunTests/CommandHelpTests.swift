import FlowDSL
import Foundation
import Testing

@testable import flowrun

/// One language at a time: help, mistakes in a command and the system's reasons are in the language that was asked for.
@Suite struct CommandHelpTests {
  /// The tool's commands with the words that name them.
  private static func commands(_ command: CommandInfo, _ path: [String] = []) -> [(
    path: [String], command: CommandInfo
  )] {
    [(path, command)] + command.subcommands.flatMap { commands($0, path + [$0.name]) }
  }

  @Test("Every text of every command's help has French words")
  func complete() throws {
    let tool = try #require(CommandInfo.tool())
    let french = try CommandWords(.french)
    var missing: [String] = []
    func need(_ english: String) {
      if !english.isEmpty, french(english) == english { missing.append(english) }
    }
    for (_, command) in Self.commands(tool) {
      need(command.abstract)
      for argument in command.arguments { need(argument.abstract) }
      for line in command.discussion.split(separator: "\n") {
        guard line.hasPrefix("  ") else {
          need(String(line))
          continue
        }
        guard let gap = line.dropFirst(2).firstRange(of: "  ") else { continue }
        need(line[gap.upperBound...].trimmingCharacters(in: .whitespaces))
      }
    }
    #expect(missing == [])
  }

  @Test("No word of French help has stayed English", arguments: ["run", "check", "report", "dmn eval", ""])
  func helpInFrench(_ words: String) throws {
    let tool = try Tool()
    let path = words.split(separator: " ").map(String.init)
    let french = try tool.start(path + ["--help", "--language", "fr"]).finish()
    let english = try tool.start(path + ["--help"]).finish()
    #expect(french.status == 0 && english.status == 0)
    #expect(french.text.contains("Emploi") && french.text.contains("OPTIONS"))
    #expect(english.text.contains("Usage: flowrun"))
    for word in ["Usage", "Default", "default", " the ", "Show", "Examples"] {
      #expect(!french.text.contains(word), "\(word) in\n\(french.text)")
    }
  }

  @Test(
    "A mistake in a command is told in French, with how it is written, and ends with 64",
    arguments: [
      (["show"], "Il manque l'argument « <case> »"), (["cases", "--al"], "Vouliez-vous écrire « --all »"),
      (["cases", "--format", "xml"], "ne convient pas à"), (["replay"], "Nommez un dossier ou une trace"),
      (["check", "--wrong"], "L'option « --wrong » n'est pas connue"), (["due", "extra"], "est de trop"),
    ])
  func mistakes(_ typed: [String], _ told: String) throws {
    var tool = try Tool()
    tool.environment["LANG"] = "fr_FR.UTF-8"
    let output = try tool.start(typed).finish()
    let errors = output.errors.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
      .replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(output.status == 64)
    #expect(errors.contains(told), "\(output.errors)")
    #expect(errors.contains("Emploi : flowrun \(typed[0])"), "\(output.errors)")
    #expect(!errors.contains("Error") && !errors.contains("Usage"))
  }

  @Test("What the system says is said in French")
  func reasons() throws {
    var tool = try Tool()
    tool.environment["LANG"] = "fr_FR.UTF-8"
    let output = try tool.start(["export", "X", "--journal", tool.folder]).finish()
    #expect(output.status != 0)
    #expect(
      !output.errors.contains("Is a directory") && !output.errors.contains("No such file"), "\(output.errors)"
    )
    let words = try CommandWords(.french)
    for code in [ENOENT, EACCES, EEXIST, ENOSPC, EISDIR, ENOTDIR, EROFS, EIO] {
      let english = String(cString: strerror(code))
      #expect(words(english) != english, "\(english)")
    }
  }
}
