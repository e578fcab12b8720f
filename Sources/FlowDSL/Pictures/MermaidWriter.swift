/// Writes a picture as a Mermaid flowchart.
struct MermaidWriter {
  private var lines: [String] = []
  private var visited: [String] = []
  private var edgeCount = 0
  private var visitedEdges: [Int] = []

  /// The text that Mermaid lays out.
  static func text(of picture: Picture) -> String {
    var writer = MermaidWriter()
    writer.write(picture)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ picture: Picture) {
    lines = ["---", "title: \(Self.yaml(picture.title))", "---", "flowchart TD"]
    for node in picture.nodes { write(node, indent: "  ") }
    for cluster in picture.clusters { write(cluster, indent: "  ") }
    for edge in picture.edges { write(edge) }
    if !picture.legend.isEmpty {
      lines.append("  subgraph legend[\(quoted(picture.legendTitle))]")
      for (place, role) in picture.legend.enumerated() {
        lines.append("    role\(place)[\(quoted(role))]:::colour\(place)")
      }
      lines.append("  end")
    }
    lines.append("  classDef default fill:\(Palette.plain),stroke:\(Palette.line),color:\(Palette.text)")
    for place in picture.legend.indices {
      lines.append(
        "  classDef colour\(place) fill:\(Palette.fill(place)),stroke:\(Palette.line),color:\(Palette.text)")
    }
    if !visited.isEmpty {
      lines.append("  classDef visited stroke:\(Palette.visited),stroke-width:3px")
      lines.append("  class \(visited.joined(separator: ",")) visited")
    }
    if !visitedEdges.isEmpty {
      let list = visitedEdges.map(String.init).joined(separator: ",")
      lines.append("  linkStyle \(list) stroke:\(Palette.visited),stroke-width:3px")
    }
  }

  private mutating func write(_ node: Picture.Node, indent: String) {
    let (open, close) = Self.brackets(of: node.shape)
    let parts =
      (node.heading.isEmpty ? [] : LineWrapping.lines(node.heading, width: 36))
      + (node.title.isEmpty ? [] : LineWrapping.lines(node.title, width: 28))
      + (node.details + node.content).flatMap { LineWrapping.lines($0, width: 34) }
    let label = parts.isEmpty ? "\" \"" : "\"" + parts.map(escaped).joined(separator: "<br/>") + "\""
    let colour = node.colour.map { ":::colour\($0)" } ?? ""
    lines.append("\(indent)\(node.identifier)\(open)\(label)\(close)\(colour)")
    if node.isVisited { visited.append(node.identifier) }
  }

  private mutating func write(_ cluster: Picture.Cluster, indent: String) {
    lines.append("\(indent)subgraph cluster_\(cluster.identifier)[\(quoted(cluster.title))]")
    for node in cluster.nodes { write(node, indent: indent + "  ") }
    for inner in cluster.clusters { write(inner, indent: indent + "  ") }
    lines.append("\(indent)end")
    if cluster.isDashed { lines.append("\(indent)style cluster_\(cluster.identifier) stroke-dasharray:5 5") }
  }

  private mutating func write(_ edge: Picture.Edge) {
    let arrow = edge.isDashed ? "-.->" : "-->"
    let label = edge.label.map { "|\(quoted($0))|" } ?? ""
    lines.append("  \(edge.from) \(arrow)\(label) \(edge.to)")
    if edge.isVisited { visitedEdges.append(edgeCount) }
    edgeCount += 1
  }

  private static func brackets(of shape: Picture.Shape) -> (String, String) {
    switch shape {
    case .start: ("((", "))")
    case .ask: ("(", ")")
    case .assess, .decide: ("{{", "}}")
    case .do: ("[", "]")
    case .contact: (">", "]")
    case .refer: ("[/", "\\]")
    case .inform: ("[/", "/]")
    case .run, .each, .interrupt: ("[[", "]]")
    case .together, .join: ("[", "]")
    case .wait, .end, .elsewhere: ("([", "])")
    }
  }

  /// A double-quoted YAML scalar.
  private static func yaml(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// Safe inside a quoted Mermaid label.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\"": result += "#quot;"
      case "#": result += "#35;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "&": result += "#amp;"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
