import FEEL

@testable import DMN

/// Small models, written as their elements.
enum Model {
  static func text(_ elements: String, namespace: String = "urn:test", name: String = "test") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="\(name)" namespace="\(namespace)">
    \(elements)
    </definitions>
    """
  }

  static func definitions(_ elements: String, namespace: String = "urn:test") throws -> Definitions {
    try Definitions(dmn: Array(text(elements, namespace: namespace).utf8))
  }

  static func compiled(_ elements: String) throws -> DecisionModel {
    try DecisionModel(definitions(elements))
  }

  /// A decision of one expression of FEEL.
  static func decision(
    _ name: String, _ text: String, type: String? = nil, requires: [String] = []
  ) -> String {
    let type = type.map { " typeRef=\"\($0)\"" } ?? ""
    let requirements = requires.map {
      "<\($0.hasPrefix("f") ? "knowledgeRequirement" : "informationRequirement")>"
        + "<\(element($0)) href=\"#\($0)\"/>"
        + "</\($0.hasPrefix("f") ? "knowledgeRequirement" : "informationRequirement")>"
    }.joined()
    return "<decision id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\"\(type)/>\(requirements)"
      + "<literalExpression><text>\(escaped(text))</text></literalExpression></decision>"
  }

  static func input(_ name: String, type: String? = nil) -> String {
    let type = type.map { " typeRef=\"\($0)\"" } ?? ""
    return "<inputData id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\"\(type)/></inputData>"
  }

  static func escaped(_ text: String) -> String {
    text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
  }

  /// `i…` are inputs, `f…` functions, all else decisions.
  private static func element(_ name: String) -> String {
    name.hasPrefix("i") ? "requiredInput" : name.hasPrefix("f") ? "requiredKnowledge" : "requiredDecision"
  }
}
