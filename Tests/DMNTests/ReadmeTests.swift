import DMN
import FEEL
import Foundation
import Testing

/// The example in the README is this one, builds, and does what it says.
@Suite struct ReadmeTests {
  private static func example(_ bytes: [UInt8], _ print: (Value) -> Void) throws {
    let scope = Scope([Variable(name: "score", type: .number, mayBeNull: false)])
    let condition = try FEELCompiler.compile(expression: "score >= 12", in: scope)
    print(condition.evaluate([15]))

    let model = try DecisionModel(Definitions(dmn: bytes))
    let result = model.evaluate(decision: "Approval", inputs: Context(["Score": 700]))
    print(result?.value ?? .null)
  }

  @Test func `the example runs`() throws {
    let model = Model.text(
      """
      <inputData id="s" name="Score"><variable name="Score" typeRef="number"/></inputData>
      <decision id="a" name="Approval"><informationRequirement><requiredInput href="#s"/></informationRequirement>
      <literalExpression><text>if Score &gt; 650 then "approved" else "declined"</text></literalExpression></decision>
      """)
    var printed: [Value] = []
    try Self.example(Array(model.utf8)) { printed.append($0) }
    #expect(printed == [.boolean(true), .string("approved")])
  }

  @Test func `the example is the README's`() throws {
    let here = URL(fileURLWithPath: #filePath)
    let package = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: package.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## FEEL and DMN as libraries\n").last)
    let code = try #require(
      section.components(separatedBy: "```swift\n").dropFirst().first?.components(separatedBy: "\n```").first)
    let own = try String(contentsOf: here, encoding: .utf8)
    let indented = code.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(code.isEmpty == false)
    #expect(own.contains(indented))
  }
}
