/// Writes a picture in the DOT language of Graphviz.
struct DOTWriter {
  /// The size of the smallest words of a picture that is shown in its own size, in points.
  static let smallestText = 9.0

  private var lines: [String] = []

  /// The text that `dot` lays out.
  static func text(of picture: Picture) -> String {
    var writer = DOTWriter()
    writer.write(picture)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ picture: Picture) {
    let title = picture.title.isEmpty ? "" : ", label=\(quoted(picture.title))"
    lines = [
      "digraph flow {",
      "  graph [rankdir=TB, nodesep=0.3, ranksep=0.24, margin=0.2, bgcolor=white, compound=true,",
      "    fontname=\"Helvetica\", fontsize=16, fontcolor=\"\(Palette.text)\", labelloc=t\(title)]",
      "  node [fontname=\"Helvetica\", fontsize=12, fontcolor=\"\(Palette.text)\", color=\"\(Palette.line)\",",
      "    style=filled, fillcolor=\"\(Palette.plain)\", margin=\"0.2,0.05\"]",
      "  edge [fontname=\"Helvetica\", fontsize=10, fontcolor=\"\(Palette.text)\", color=\"\(Palette.line)\", arrowsize=0.7]",
    ]
    for node in picture.nodes { write(node, indent: "  ") }
    for cluster in picture.clusters { write(cluster, indent: "  ") }
    for edge in picture.edges { write(edge) }
    writeLegend(picture)
    lines.append("}")
  }

  private mutating func write(_ node: Picture.Node, indent: String) {
    // A shape with slanting sides grows with what stands in it: many lines stand in a box with its corners cut.
    var attributes =
      node.content.count > 1
      ? ["shape=box", "style=\"filled,diagonals\""] : Self.attributes(of: node.shape)
    switch node.shape {
    case .start: attributes.append("label=\"\"")
    case .join: attributes.append("label=\"\"")
    default: attributes.append("label=\(label(of: node))")
    }
    if let colour = node.colour { attributes.append("fillcolor=\"\(Palette.fill(colour))\"") }
    if let link = node.link { attributes.append("URL=\"\(link)\"") }
    if node.isVisited { attributes += ["color=\"\(Palette.visited)\"", "penwidth=3"] }
    lines.append("\(indent)\(node.identifier) [\(attributes.joined(separator: ", "))]")
  }

  private mutating func write(_ cluster: Picture.Cluster, indent: String) {
    lines.append("\(indent)subgraph cluster_\(cluster.identifier) {")
    let style = cluster.isDashed ? "dashed" : "rounded"
    lines.append(
      "\(indent)  label=\(quoted(cluster.title)); labelloc=t; fontsize=12; margin=9; style=\(style); color=\"\(Palette.line)\""
    )
    for node in cluster.nodes { write(node, indent: indent + "  ") }
    for inner in cluster.clusters { write(inner, indent: indent + "  ") }
    lines.append("\(indent)}")
  }

  private mutating func write(_ edge: Picture.Edge) {
    var attributes: [String] = []
    if let label = edge.label {
      let wrapped = LineWrapping.lines(label, width: 26).map { " \(escaped($0)) " }
        .joined(separator: "<br align=\"left\"/>")
      attributes.append("label=<\(wrapped)<br align=\"left\"/>>")
    }
    if edge.isDashed { attributes.append("style=dashed") }
    if edge.isHidden { attributes.append("style=invis") }
    if edge.isVisited { attributes += ["color=\"\(Palette.visited)\"", "penwidth=3"] }
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    lines.append("  \(edge.from) -> \(edge.to)\(list)")
  }

  private mutating func writeLegend(_ picture: Picture) {
    guard !picture.legend.isEmpty else { return }
    let rows = picture.legend.enumerated().map { place, role in
      let words = LineWrapping.lines(role, width: 32).map { "  \(escaped($0))  " }.joined(separator: "<br/>")
      return "<tr><td bgcolor=\"\(Palette.fill(place))\" border=\"1\">\(words)</td></tr>"
    }
    let title = "<tr><td align=\"left\"><b>\(escaped(picture.legendTitle))</b></td></tr>"
    lines.append(
      "  legend [shape=plain, style=solid, label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"3\">"
        + title + rows.joined() + "</table>>]")
    lines.append("  { rank=min; start; legend }")
  }

  private func label(of node: Picture.Node) -> String {
    // Wide and flat: a page holds more steps of a flow that goes straight down.
    let isBrief = node.shape == .elsewhere
    var parts = LineWrapping.lines(node.heading, width: isBrief ? 26 : 60)
      .map { "<font point-size=\"9\">\(escaped($0))</font>" }
    if !node.title.isEmpty || !isBrief {
      parts += LineWrapping.lines(node.title, width: isBrief ? 22 : 46).map { title in
        isBrief ? "<font point-size=\"10\">\(escaped(title))</font>" : "<b>\(escaped(title))</b>"
      }
    }
    parts += (self.details(of: node) + node.content).flatMap { LineWrapping.lines($0, width: 60) }
      .map { "<font point-size=\"10\">\(escaped($0))</font>" }
    return "<\(parts.joined(separator: "<br/>"))>"
  }

  /// What stands below the title, on one line where it fits; a time limit or an article is never cut in two.
  private func details(of node: Picture.Node) -> [String] {
    if node.details.isEmpty { return [] }
    let parts = node.details.map { $0.count > 24 ? $0 : $0.replacing(" ", with: "\u{a0}") }
    return [parts.joined(separator: " ·\u{a0}")]
  }

  private static func attributes(of shape: Picture.Shape) -> [String] {
    switch shape {
    case .start: ["shape=circle", "width=0.22", "fixedsize=true", "fillcolor=\"\(Palette.text)\""]
    case .ask: ["shape=box", "style=\"filled,rounded\""]
    case .assess: ["shape=octagon", "margin=\"0.06,0.04\""]
    case .decide: ["shape=hexagon", "margin=\"0.02,0.04\""]
    case .do: ["shape=box"]
    case .contact: ["shape=component"]
    case .refer: ["shape=folder", "margin=\"0.2,0.1\""]
    case .inform: ["shape=note"]
    case .run: ["shape=box", "peripheries=2"]
    case .each: ["shape=box3d"]
    case .together: ["shape=box", "style=\"filled,diagonals\""]
    case .join: ["shape=box", "height=0.08", "width=1.6", "fixedsize=true", "fillcolor=\"\(Palette.line)\""]
    case .wait: ["shape=ellipse"]
    case .end: ["shape=box", "style=\"filled,rounded\"", "penwidth=2.5"]
    case .interrupt: ["shape=box", "style=\"filled,dashed\"", "peripheries=2"]
    case .elsewhere: ["shape=cds", "style=\"filled,dashed\"", "margin=\"0.1,0.06\""]
    }
  }

  private func quoted(_ text: String) -> String {
    "<" + escaped(text) + ">"
  }

  /// Safe inside an HTML-like label.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
