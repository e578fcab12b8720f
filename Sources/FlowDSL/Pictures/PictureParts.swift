/// Shapes of the kinds of step, and the frame of interrupts.
extension PictureBuilder {
  /// The shape of a kind of step and the key of the words that name it.
  func shape(of kind: Step.Kind) -> (Picture.Shape, String) {
    switch kind {
    case .ask: (.ask, "ask")
    case .assess: (.assess, "assess")
    case .decide: (.decide, "decide")
    case .do: (.do, "do")
    case .contact: (.contact, "contact")
    case .refer: (.refer, "refer")
    case .inform: (.inform, "inform")
    case .run: (.run, "run")
    case .each: (.each, "each")
    case .together: (.together, "together")
    case .wait: (.wait, "wait")
    case .end: (.end, "end")
    }
  }

  /// A frame with what may fire at any step; `nil` where nothing may.
  func interruptCluster() -> Picture.Cluster? {
    guard !flow.interrupts.isEmpty else { return nil }
    let nodes = flow.interrupts.enumerated().map { place, interrupt in
      Picture.Node(
        identifier: "i\(place)", shape: .interrupt, heading: words("interrupt"),
        title: parts.title(of: interrupt),
        details: parts.causes(of: interrupt),
        content: [words("runs", ["flow": program.flows[interrupt.call.flow].title(language)])]
          + parts.ends(of: interrupt),
        link: links?.link(toFlow: interrupt.call.flow), colour: nil,
        isVisited: visited?.steps.contains(interrupt.name) ?? false)
    }
    return Picture.Cluster(
      identifier: Picture.Cluster.interrupts, title: words("at-any-step"), nodes: nodes, clusters: [],
      isDashed: true)
  }

}
