import Testing

@testable import FlowDSL

/// Flowcharts cut for paper.
@Suite struct PictureCutTests {
  private func program() throws -> Program {
    try #require(FlowCompiler.compile(main: "intake", sources: try TestProtocol.sources()).program)
  }

  /// As if each box took so many points of height.
  private static func drawing(_ graph: String, pointsABox points: Int) throws -> Drawing {
    let boxes = graph.split(separator: "\n").count { $0.contains(" [shape=") }
    return try #require(Drawing("<svg width=\"300pt\" height=\"\(boxes * points)pt\"></svg>"))
  }

  @Test func aChartThatFitsIsOnePart() throws {
    let words = try PictureWords(language: "en")
    let parts = try FlowPicture.parts(of: 0, in: try program(), words: words) {
      try Self.drawing($0, pointsABox: 10)
    }
    #expect(parts.count == 1)
  }

  @Test(arguments: [60, 100, 140, 300])
  func everyStepIsDrawnOnceAndEveryRouteGoesOn(_ points: Int) throws {
    let program = try program()
    let words = try PictureWords(language: "en")
    var graphs: [String] = []
    let parts = try FlowPicture.parts(of: 0, in: program, words: words) { graph in
      graphs.append(graph)
      return try Self.drawing(graph, pointsABox: points)
    }
    #expect(parts.count > 1)
    // The last ones laid out are those that are printed.
    let printed = graphs.suffix(parts.count).map { $0.split(separator: "\n").map(String.init) }
    for index in program.flows[0].steps.indices {
      let places = printed.indices.filter { part in
        printed[part].contains { $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("s\(index) [") }
      }
      #expect(places.count == 1, "step \(index) stands in parts \(places)")
    }
    for (part, lines) in printed.enumerated() {
      for line in lines where line.contains(" -> ") {
        let target = line.split(separator: " ")[2]
        #expect(
          lines.contains { $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("\(target) [") },
          "part \(part + 1): \(line)")
        #expect(!line.contains("part 99"))
      }
    }
    let whole = FlowPicture.dot(in: program, words: words).split(separator: "\n").count {
      $0.contains(" -> ")
    }
    let leaving = printed.joined().count { $0.contains(" -> to_") }
    let arriving = printed.joined().count { $0.contains(" from_") && $0.contains(" -> ") }
    let drawn = printed.joined().count { $0.contains(" -> ") && !$0.contains("style=invis") }
    #expect(drawn - arriving == whole && leaving > 0)
  }

  /// As if all marks of where a part goes on stood beside one another, but for those that are held below others.
  private static func wide(_ graph: String) throws -> Drawing {
    let lines = graph.split(separator: "\n")
    let marks = lines.count { $0.contains("shape=cds") && $0.contains(" to_") }
    let held = lines.count { $0.contains("style=invis") }
    let boxes = lines.count { $0.contains(" [shape=") && !$0.contains("shape=cds") }
    return try #require(
      Drawing("<svg width=\"\(max(marks - held, 1) * 200)pt\" height=\"\(boxes * 300)pt\"></svg>"))
  }

  @Test func whatLeadsToManyPartsIsNoWiderThanASheet() throws {
    let ends = (1...6).map { "  - end: e\($0)\n" }.joined()
    let guards = (1...5).map { "{when: n = \($0), go: e\($0)}" }.joined(separator: ", ")
    let text = """
      flow: many
      version: 1.0.0
      title: {fr: Beaucoup, en: Many}
      languages: [fr, en]
      facts:
        n: number
      steps:
        - ask: count
          questions: {n: {fr: Combien ?, en: How many?}}
        - together: both
          branches:
            one: {steps: [{do: a, tick: {x: {fr: A, en: A}}}, {do: b, tick: {y: {fr: B, en: B}}}]}
            two: {steps: [{do: c, tick: {z: {fr: C, en: C}}}, {do: d, tick: {w: {fr: D, en: D}}}]}
          then: [\(guards), {else: e6}]
      \(ends)
      """
    let (program, found) = FlowCompiler.compile(
      main: "many", sources: [SourceText(path: "many.yaml", text: text)])
    let words = try PictureWords(language: "en")
    let parts = try FlowPicture.parts(
      of: 0, in: try #require(program, "\(found.map(\.code))"), words: words, layout: Self.wide)
    #expect(parts.count > 6)
    for part in parts { #expect(PictureSheet.a4.scale(of: part) * 9 >= 7, "\(part.width) by \(part.height)") }
  }

  @Test func aDrawingBearsNoNamesOfGraphviz() throws {
    let svg = """
      <?xml version="1.0"?>
      <svg width="10pt" height="20pt" viewBox="0 0 10 20"><g id="node1" class="node"><title>s0</title>
      <!-- s0 --><text>A</text></g></svg>
      """
    let drawing = try #require(Drawing(svg))
    #expect(
      drawing.svg
        == "<svg width=\"10pt\" height=\"20pt\" viewBox=\"0 0 10 20\"><g class=\"node\"><text>A</text></g></svg>"
    )
    #expect(drawing.svg(scaled: 0.5).hasPrefix("<svg width=\"5.0pt\" height=\"10.0pt\""))
    #expect(Drawing("nothing") == nil)
  }
}
