/// What a picture of a flow shows, before it is written in a notation.
struct Picture: Sendable {
  /// A step, or a mark such as the start.
  struct Node: Sendable {
    var identifier: String
    var shape: Shape
    /// The kind of step and who does it, in small letters.
    var heading: String
    var title: String
    /// Condition, due time, law.
    var details: [String]
    /// What stands below, each on lines of its own: what a grid or a table holds, what an interrupt runs.
    var content: [String] = []
    /// The number of the step in a print.
    var number: String?
    /// Where a click on it leads, such as `#f2`.
    var link: String?
    /// Place in the palette; `nil` without a role.
    var colour: Int?
    var isVisited: Bool
  }

  /// The shape says the kind of step.
  enum Shape: Sendable {
    case start, ask, assess, decide, `do`, contact, refer, inform, run, each, together, join, wait, end,
      interrupt
    /// The picture goes on in another part, or comes from there.
    case elsewhere
  }

  struct Edge: Sendable {
    var from: String
    var to: String
    /// The guard, or why the step is passed over.
    var label: String?
    var isDashed: Bool
    var isVisited: Bool
    /// Not drawn: it only holds one node below another.
    var isHidden = false
  }

  /// Nodes drawn inside a frame: the branches of a `together`, the interrupts.
  struct Cluster: Sendable {
    var identifier: String
    var title: String
    var nodes: [Node]
    var clusters: [Cluster]
    var isDashed = false
  }

  var title: String
  var language: String
  var nodes: [Node]
  var clusters: [Cluster]
  var edges: [Edge]
  /// Words for each role that has a colour, in the order of the palette.
  var legend: [String]
  var legendTitle: String
}

extension Picture.Edge {
  /// Holds one node below another.
  init(below above: String, _ below: String) {
    self.init(from: above, to: below, label: nil, isDashed: false, isVisited: false, isHidden: true)
  }
}

/// The colours of a picture. Dark text on each fill has a contrast above 7:1 (WCAG 2.2, 1.4.6).
enum Palette {
  static let fills = [
    "#dbeafe", "#fef3c7", "#dcfce7", "#fce7f3", "#ede9fe", "#ffedd5", "#cffafe", "#ecfccb", "#e5e7eb",
    "#fee2e2",
  ]
  static let plain = "#ffffff"
  static let text = "#111827"
  static let line = "#374151"
  static let visited = "#1d4ed8"

  /// The fill of a role; roles beyond the palette share colours, and are told apart by their names.
  static func fill(_ role: Int?) -> String {
    role.map { fills[$0 % fills.count] } ?? plain
  }
}
