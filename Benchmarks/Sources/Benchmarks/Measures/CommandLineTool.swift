import Foundation

/// The tool as a person meets it: how soon it asks, what it takes, how long a check lasts.
struct CommandLineTool {
  let tool: String
  let protocols: String
  /// For journals.
  let folder: String

  struct Figures {
    /// Seconds until the first question stands on the screen.
    let firstQuestion: Double
    /// Seconds of processor time until then.
    let processorTime: Double
    /// Resident memory then, in bytes.
    let memory: Double
    /// Seconds of `flowrun check`.
    let check: Double
  }

  func measure(rounds: Int = 9) throws -> Figures {
    let question = try firstQuestion()
    let sights = try (0...rounds).map { round in
      try Terminal(tool: tool).firstSight(
        of: question,
        arguments: [
          "run", "reception", "--protocols", protocols, "--journal", "\(folder)/run-\(round).journal",
          "--language", "en",
          "--person", "officer-12", "--role", "officer",
        ],
        environment: ["TERM": "xterm-256color", "LANG": "en_GB.UTF-8"])
    }
    let warm = sights.dropFirst()
    return Figures(
      firstQuestion: warm.map(\.time).sorted()[rounds / 2],
      processorTime: warm.compactMap(\.processorTime).sorted().dropFirst(rounds / 2).first ?? .infinity,

      memory: warm.compactMap(\.memory).max() ?? .infinity,
      check: try Stopwatch.elapsed { _ = try Command(tool, "check", protocols).output() })
  }

  /// What the screen shows of the first question: the beginning of its English words, before a line could break.
  private func firstQuestion() throws -> String {
    let text = try String(contentsOfFile: "\(protocols)/reception.yaml", encoding: .utf8)
    guard let steps = text.range(of: "questions:"), let english = text[steps.upperBound...].range(of: "en: ")
    else {
      throw Command.Failed(description: "\(protocols)/reception.yaml has no question in English")
    }
    let words = text[english.upperBound...].prefix { $0 != "}" && $0 != "\n" && $0 != "," && $0 != ":" }
    return words.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")).split(separator: " ").prefix(3)
      .joined(separator: " ")
  }
}
