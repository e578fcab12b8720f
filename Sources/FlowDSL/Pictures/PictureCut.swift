/// Cuts a picture into parts that fit a sheet each, every part saying where it goes on and where it comes from.
struct PictureCut {
  /// A step; or a `together` with where its branches meet, and the branches unless they are drawn in parts of their own.
  private struct Unit {
    var nodes: [Picture.Node]
    var clusters: [Picture.Cluster] = []
  }

  /// Some steps that follow one another.
  private struct Part {
    /// The branch they are in.
    var title: String?
    var units: [Unit]
    /// How many marks of where it goes on stand beside one another; all of them where nothing is said.
    var columns: Int?

    var nodes: [Picture.Node] { units.flatMap { $0.nodes + $0.clusters.flatMap(\.allNodes) } }
  }

  let picture: Picture
  let words: PictureWords
  private let titles: [String: Picture.Node]
  /// What stands in the first part only: the start, the interrupts.
  private let opening: Unit

  init(_ picture: Picture, words: PictureWords) {
    self.picture = picture
    self.words = words
    titles = Dictionary(
      (picture.nodes + picture.clusters.flatMap(\.allNodes)).map { ($0.identifier, $0) }
    ) { first, _ in first }
    opening = Unit(
      nodes: picture.nodes.filter { $0.shape == .start },
      clusters: picture.clusters.filter { $0.identifier == Picture.Cluster.interrupts })
  }

  /// The parts, laid out: one where the whole fits.
  func parts<Fault: Error>(
    on sheet: PictureSheet, _ layout: (String) throws(Fault) -> Drawing
  ) throws(Fault) -> [Drawing] {
    let whole = try layout(DOTWriter.text(of: picture))
    if sheet.fits(whole) { return [whole] }
    var parts: [Part] = []
    try cut(
      units(picture.nodes.filter { $0.shape != .start }, picture.clusters), title: nil, into: &parts
    ) { part, isFirst throws(Fault) in
      let own = Set(part.nodes.map(\.identifier))
      return sheet.fits(
        try layout(
          DOTWriter.text(
            of: self.picture(of: part, at: isFirst ? 0 : 1) { own.contains($0) ? (isFirst ? 0 : 1) : 98 })))
    }
    var places: [String: Int] = [:]
    for (place, part) in parts.enumerated() {
      for node in part.nodes { places[node.identifier] = place }
    }
    var drawings: [Drawing] = []
    for (place, part) in parts.enumerated() {
      drawings.append(try layout(DOTWriter.text(of: self.picture(of: part, at: place) { places[$0] ?? 0 })))
    }
    return drawings
  }

  private func units(_ nodes: [Picture.Node], _ clusters: [Picture.Cluster]) -> [Unit] {
    var units: [Unit] = []
    for node in nodes {
      if node.shape == .join {
        units[units.count - 1].nodes.append(node)
      } else {
        units.append(
          Unit(nodes: [node], clusters: clusters.filter { $0.identifier.hasPrefix(node.identifier + "_") }))
      }
    }
    return units
  }

  /// Takes as many units as fit, again and again. A `together` that does not fit alone is parted: where it begins, each of its
  /// branches, where they meet. Of a step alone that does not fit, the marks of where it goes on stand below one another.
  private func cut<Fault: Error>(
    _ units: [Unit], title: String?, into parts: inout [Part], _ fits: (Part, Bool) throws(Fault) -> Bool
  ) throws(Fault) {
    var rest = units
    while !rest.isEmpty {
      let isFirst = parts.isEmpty
      func takes(_ count: Int) throws(Fault) -> Bool {
        try fits(Part(title: title, units: Array(rest.prefix(count))), isFirst)
      }
      var (fitting, tooMany) = (0, rest.count + 1)
      while tooMany - fitting > 1 {
        let middle = fitting == 0 && tooMany == rest.count + 1 ? rest.count : (fitting + tooMany) / 2
        if try takes(middle) { fitting = middle } else { tooMany = middle }
      }
      var part = Part(title: title, units: Array(rest.prefix(max(fitting, 1))))
      rest.removeFirst(part.units.count)
      let branches = fitting == 0 ? part.units[0].clusters : []
      if !branches.isEmpty {
        rest.insert(Unit(nodes: Array(part.units[0].nodes.dropFirst())), at: 0)
        part.units = [Unit(nodes: Array(part.units[0].nodes.prefix(1)))]
      }
      if fitting == 0 {
        for columns in [nil, 3, 2, 1] as [Int?] {
          part.columns = columns
          if try fits(part, isFirst) { break }
        }
      }
      parts.append(part)
      for branch in branches {
        try cut(
          self.units(branch.nodes, branch.clusters), title: branch.title, into: &parts, fits)
      }
    }
  }

  /// A part as a picture of its own; `places` says in which part a step is drawn.
  private func picture(of part: Part, at place: Int, _ places: (String) -> Int) -> Picture {
    let hasOpening = place == 0
    var shown = Picture(
      title: part.title ?? "", language: picture.language, nodes: part.units.flatMap(\.nodes),
      clusters: part.units.flatMap(\.clusters), edges: [], legend: hasOpening ? picture.legend : [],
      legendTitle: picture.legendTitle)
    if hasOpening {
      shown.nodes = opening.nodes + shown.nodes
      shown.clusters += opening.clusters
    }
    let own = Set((part.nodes + (hasOpening ? opening.nodes : [])).map(\.identifier))
    var arrivals: [(target: String, from: [Int])] = []
    var departures: Set<String> = []
    for edge in picture.edges {
      switch (own.contains(edge.from), own.contains(edge.to)) {
      case (true, true): shown.edges.append(edge)
      case (true, false):
        var leaving = edge
        leaving.to = "to_" + edge.to
        shown.edges.append(leaving)
        guard departures.insert(edge.to).inserted else { continue }
        shown.nodes.append(connector(leaving.to, "goes-on", [places(edge.to)], title: title(of: edge.to)))
      case (false, true) where edge.from != "start":
        let from = places(edge.from)
        if let known = arrivals.firstIndex(where: { $0.target == edge.to }) {
          if !arrivals[known].from.contains(from) { arrivals[known].from.append(from) }
        } else {
          arrivals.append((edge.to, [from]))
        }
      default: break
      }
    }
    if let columns = part.columns {
      let marks = shown.nodes.filter { $0.shape == .elsewhere }.map(\.identifier)
      for (above, below) in zip(marks, marks.dropFirst(columns)) {
        shown.edges.append(Picture.Edge(below: above, below))
      }
    }
    for arrival in arrivals {
      let node = connector("from_" + arrival.target, "comes-from", arrival.from.sorted(), title: "")
      shown.nodes.append(node)
      shown.edges.append(
        Picture.Edge(from: node.identifier, to: arrival.target, label: nil, isDashed: false, isVisited: false)
      )
    }
    return shown
  }

  private func connector(_ identifier: String, _ key: String, _ parts: [Int], title: String) -> Picture.Node {
    let numbers = parts.map { String($0 + 1) }.joined(separator: ", ")
    return Picture.Node(
      identifier: identifier, shape: .elsewhere, heading: words(key, ["part": numbers]), title: title,
      details: [], colour: nil, isVisited: false)
  }

  /// The number and title of a step; of where branches meet, those of the step that they belong to.
  private func title(of identifier: String) -> String {
    guard let node = titles[identifier] else { return "" }
    if node.shape == .join, let owner = titles[String(identifier.prefix { $0 != "_" })] {
      return words(
        "branches-meet", ["step": [owner.number, owner.title].compactMap { $0 }.joined(separator: " ")])
    }
    return [node.number, node.title].compactMap { $0 }.joined(separator: " ")
  }
}

extension Picture.Cluster {
  /// The frame of what may fire at any step.
  static let interrupts = "interrupts"

  /// The nodes inside, also those of the frames inside.
  var allNodes: [Picture.Node] { nodes + clusters.flatMap(\.allNodes) }
}
