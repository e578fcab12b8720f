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
}
