/// In which language a model writes its expressions and tests (DMN 1.5, 6.3.2, 7.3.1, 8.3.1 to 8.3.3).
extension MarkupElement {
  /// The language of the text in this element, where one is given that is not FEEL.
  var foreignLanguage: String? {
    guard let language = self["expressionLanguage"]?.trimmed, !language.isEmpty,
      !language.lowercased().contains("feel")
    else { return nil }
    return language
  }

  /// The element, in which each text without a language of its own is in the language that the element gives.
  func withLanguageInside() -> MarkupElement {
    foreignLanguage.map { inheriting($0) } ?? self
  }

  /// The element with all its texts in FEEL.
  func withoutLanguages() -> MarkupElement {
    var element = self
    element.attributes.removeAll { $0.name == "expressionLanguage" }
    element.children = children.map { $0.withoutLanguages() }
    return element
  }

  private func inheriting(_ language: String) -> MarkupElement {
    var element = self
    if self["expressionLanguage"] == nil, child("text") != nil {
      element.attributes.append(Attribute(namespace: "", name: "expressionLanguage", value: language))
    }
    element.children = children.map { $0.inheriting(language) }
    return element
  }
}
