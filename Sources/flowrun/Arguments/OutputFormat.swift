import ArgumentParser

/// What a command writes: words for people, or JSON for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case json
}
