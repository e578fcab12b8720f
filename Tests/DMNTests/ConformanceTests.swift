import FEEL
import Testing

@testable import DMN

/// The kit of the standard, run whole: the number of passing cases never falls.
@Suite struct ConformanceTests {
  @Test(.enabled(if: Kit.folder != nil && Kit.zones != nil, "needs ../shared/dmn-tck and Debian's tzdata"))
  func `no case that passed fails`() throws {
    Kit.useZones()
    let date = try #require(CalendarDate(year: 2026, month: 5, day: 1))
    let time = try #require(ClockTime(hour: 3, minute: 4, second: 5, zone: .utc))
    let report = ConformanceReport(try Kit.folders().flatMap { $0.run(now: DateTime(date, time)) })
    for outcome in report.outcomes where outcome.status == .error {
      Issue.record("\(outcome)")
    }
    let recorded = try Kit.recorded()
    #expect(recorded.count == 3)
    for (level, count) in recorded {
      #expect(report.count(.success, in: level + "/") >= count, "\(level)")
    }
    // Only what needs a Java machine is left out.
    #expect(
      Set(report.outcomes.filter { $0.status == .ignored }.map(\.folder))
        == ["compliance-level-3/0076-feel-external-java"])
  }

  @Test func `a wrong result fails, and says what was found`() throws {
    let outcomes = try run(expecting: "<value xsi:type=\"xsd:decimal\">4</value>")
    #expect(outcomes.map(\.status) == [.error])
    #expect(outcomes[0].detail == "Sum: expected 4, found 3")
  }

  @Test(arguments: [
    ("<value xsi:type=\"xsd:decimal\">3</value>", ConformanceOutcome.Status.success),
    ("<value xsi:type=\"xsd:decimal\">3.000000001</value>", .success),
    ("<value xsi:type=\"xsd:decimal\">3.0001</value>", .error),
    ("<value xsi:type=\"xsd:string\">3</value>", .error), ("<value>3</value>", .success),
    ("<value xsi:nil=\"true\"/>", .error), ("<list><item><value>3</value></item></list>", .error),
    ("<component name=\"a\"><value>3</value></component>", .error),
  ])
  func `results are compared by type and value`(expected: String, status: ConformanceOutcome.Status) throws {
    #expect(try run(expecting: expected).map(\.status) == [status])
  }

  @Test func `a decision with a Java function is not applicable`() throws {
    let outcomes = try run(
      expecting: "<value xsi:nil=\"true\"/>",
      logic:
        "<literalExpression><text>(function(a) external {java: {class: \"x\"}})(1)</text></literalExpression>"
    )
    #expect(outcomes.map(\.status) == [.ignored])
  }

  @Test func `the report counts by folder and level, and writes the kit's file`() {
    let report = ConformanceReport([
      ConformanceOutcome(folder: "level-2/a", testFile: "t", id: "1", status: .success, detail: ""),
      ConformanceOutcome(folder: "level-2/b", testFile: "t", id: "2", status: .error, detail: "\"x\""),
      ConformanceOutcome(folder: "level-3/c", testFile: "t", id: "3", status: .ignored, detail: "n/a"),
    ])
    #expect(report.count(.success) == 1)
    #expect(report.count(.error, in: "level-3/") == 0)
    #expect(report.table.split(separator: "\n").count == 7)
    #expect(
      report.csv == """
        "level-2/a","t","1","SUCCESS",""
        "level-2/b","t","2","ERROR","\"\"x\"\""
        "level-3/c","t","3","IGNORED","n/a"

        """)
  }

  private func run(
    expecting expected: String, logic: String = "<literalExpression><text>1 + 2</text></literalExpression>"
  ) throws -> [ConformanceOutcome] {
    let model = Model.text("<decision id=\"d\" name=\"Sum\"><variable name=\"Sum\"/>\(logic)</decision>")
    let test = """
      <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <modelName>m.dmn</modelName><testCase id="1"><resultNode name="Sum" type="decision"><expected>\(expected)
      </expected></resultNode></testCase></testCases>
      """
    return ConformanceFolder(
      name: "level/folder", models: ["m.dmn": Array(model.utf8)], tests: ["t.xml": Array(test.utf8)]
    ).run(now: nil)
  }
}
