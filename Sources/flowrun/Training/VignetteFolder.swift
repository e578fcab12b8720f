import FlowDSL
import FlowRuntime

/// The vignettes of a protocol folder.
struct VignetteFolder {
  let path: String
  private let syntax: ProtocolSyntax

  /// The vignettes of the folder at a path.
  init(_ path: String) {
    self.path = path
    syntax = ProtocolFolder.read(path)
  }

  /// By level, from the simplest up, then by name.
  var vignettes: [VignetteSyntax] {
    VignetteSyntax.Level.allCases.flatMap { level in
      syntax.vignettes.filter { $0.level.value == level }.sorted { $0.name.value < $1.name.value }
    }
  }

  /// The vignette of a name, ready to be walked.
  func exercise(_ name: String, _ desk: Desk) throws(Failure) -> Exercise {
    guard let vignette = syntax.vignettes.first(where: { $0.name.value == name }) else {
      let broken = syntax.diagnostics.filter { $0.place.file == "training/\(name).yaml" }
      if !broken.isEmpty { try desk.render(broken, sources: syntax.sources, toError: true) }
      let known = vignettes.map(\.name.value)
      throw Failure(
        .unknownVignette, .noInput,
        ["name": name, "folder": path, "known": known.isEmpty ? "-" : known.joined(separator: ", ")])
    }
    return Exercise(vignette, of: try syntax.program(vignette.flow.value, desk))
  }

  /// The vignettes by level; for the trainer with what each trains, which gives its answers away.
  func list(_ words: Wording, forTrainer: Bool = false) -> Screen {
    let language = words.language.rawValue
    var screen = Screen()
    for level in VignetteSyntax.Level.allCases {
      let some = vignettes.filter { $0.level.value == level }
      if some.isEmpty { continue }
      screen.space()
      screen.add(words(level.phrase), .title)
      for vignette in some {
        screen.add(
          [Run(vignette.name.value, .key), Run("  " + vignette.title.words(language))], indent: 2)
        if forTrainer { screen.add(vignette.trains.words(language), .quiet, indent: 4) }
      }
    }
    screen.space()
    screen.add(words(vignettes.isEmpty ? .trainNone : .trainHow, ["folder": path]), .quiet)
    if !vignettes.isEmpty, !forTrainer { screen.add(words(.trainListTrainer), .quiet) }
    return screen
  }
}

extension VignetteSyntax.Level {
  fileprivate var phrase: Phrase {
    switch self {
    case .basic: .trainBasic
    case .intermediate: .trainIntermediate
    case .advanced: .trainAdvanced
    }
  }
}
