/// Vignettes: their words are there in the languages of their flow, and stand at something that is asked (grammar, section
/// 13.5). What the reference answers is checked as a scenario.
enum VignetteCheck {
  /// Diagnostics on vignettes; on one whose flow is missing, nothing more than ``ScenarioCheck`` says.
  static func check(_ vignettes: [VignetteSyntax], _ surroundings: Surroundings) -> [Diagnostic] {
    var names: [String: ScenarioNames] = [:]
    return vignettes.flatMap { vignette -> [Diagnostic] in
      guard let flow = surroundings.signatures[vignette.flow.value] else { return [] }
      let known = names[vignette.flow.value] ?? ScenarioNames(flow, surroundings.signatures)
      names[vignette.flow.value] = known
      let asked = Set(known.asked.keys)
      return TranslationCheck.missing(vignette.texts, of: flow.flow.languages.map(\.value))
        + unknown(vignette.says, among: asked)
        + unknown(vignette.teaches, among: asked.union(known.steps))
    }
  }

  private static func unknown(_ texts: [NamedTextSyntax], among known: Set<String>) -> [Diagnostic] {
    texts.compactMap { text in
      let name = ScenarioNames.plain(text.name.value)
      if known.contains(name) { return nil }
      return Diagnostic(
        .nothingAsked, at: text.name.place,
        ["name": text.name.value, "nearest": Nearest.name(to: name, among: known) ?? ""])
    }
  }
}
