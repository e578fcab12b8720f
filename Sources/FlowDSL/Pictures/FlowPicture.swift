/// Pictures of a flow, as text for a program that lays them out.
public enum FlowPicture {
  /// The flow in the DOT language, for `dot -Tsvg`: shapes by kind of step, a colour for each role with a legend, guards on
  /// the arrows, branches in frames, interrupts dashed.
  ///
  /// - Parameters:
  ///   - flow: the flow's index in the program.
  ///   - words: the words of the picture, in the language to show.
  ///   - visited: what one case has passed, drawn bold.
  public static func dot(
    of flow: Int = 0, in program: Program, words: PictureWords, visited: Visited? = nil
  ) -> String {
    DOTWriter.text(
      of: PictureBuilder(flow: flow, of: program, words: words, visited: visited).picture())
  }

  /// The same picture as a Mermaid flowchart.
  public static func mermaid(
    of flow: Int = 0, in program: Program, words: PictureWords, visited: Visited? = nil
  ) -> String {
    MermaidWriter.text(
      of: PictureBuilder(flow: flow, of: program, words: words, visited: visited).picture())
  }

  /// The flow drawn for paper, in as many parts as it takes for each to fit a sheet with its words legible. Each part says
  /// where it goes on; boxes bear the numbers of their steps, and lead to them and to the flows that they run.
  ///
  /// - Parameter layout: lays a text in the DOT language out.
  public static func parts<Fault: Error>(
    of flow: Int, in program: Program, words: PictureWords, on sheet: PictureSheet = .a4,
    layout: (String) throws(Fault) -> Drawing
  ) throws(Fault) -> [Drawing] {
    var picture = PictureBuilder(
      flow: flow, of: program, words: words, visited: nil, links: PictureLinks(flow: flow)
    ).picture()
    picture.title = ""
    return try PictureCut(picture, words: words).parts(on: sheet, layout)
  }
}
