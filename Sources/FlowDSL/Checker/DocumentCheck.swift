/// Documents: what they name beside facts exists, and their words are there in each of their languages.
enum DocumentCheck {
  /// Diagnostics on documents, whatever step produces them.
  static func check(_ documents: [DocumentSyntax], _ surroundings: Surroundings) -> [Diagnostic] {
    let roles = surroundings.roles.union(
      surroundings.signatures.values.flatMap { $0.flow.roles.map(\.name.value) })
    let recipients = roles.union(surroundings.categories).union([Document.person])
    var diagnostics: [Diagnostic] = []
    for document in documents {
      let recipient = document.recipient
      if !recipients.contains(recipient.value) {
        diagnostics.append(
          Diagnostic(
            .unknownRecipient, at: recipient.place,
            [
              "name": recipient.value,
              "nearest": Nearest.name(to: recipient.value, among: recipients) ?? "",
            ]))
      }
      for category in document.sections.flatMap(\.services)
      where !surroundings.categories.contains(category.value) {
        diagnostics.append(
          Diagnostic(
            .unknownCategory, at: category.place,
            [
              "name": category.value,
              "nearest": Nearest.name(to: category.value, among: surroundings.categories) ?? "",
            ]))
      }
      diagnostics += TranslationCheck.missing(document.texts, of: document.languages.map(\.value))
    }
    return diagnostics
  }

  /// A warning for each document that no step produces.
  static func unused(_ documents: [DocumentSyntax], of flows: [FlowSyntax]) -> [Diagnostic] {
    let used = Set(flows.flatMap { $0.steps.flatMap(\.all).flatMap { $0.documents.map(\.value) } })
    return documents.filter { !used.contains($0.name.value) }.map {
      Diagnostic(.documentNotUsed, at: $0.name.place, ["name": $0.name.value])
    }
  }
}
