/// A picture that Graphviz has laid out, to stand inside a page.
public struct Drawing: Sendable, Hashable {
  /// The element `svg`, without the names by which Graphviz calls its parts: several stand in one page.
  public let svg: String
  /// In points.
  public let width: Double
  /// In points.
  public let height: Double

  /// The drawing that `dot -Tsvg` wrote; `nil` where the text is none.
  public init?(_ text: String) {
    guard let start = text.firstRange(of: "<svg"), let end = text.firstRange(of: "</svg>"),
      let size = text.firstMatch(of: #/<svg width="([0-9.]+)pt" height="([0-9.]+)pt"/#),
      let width = Double(size.output.1), let height = Double(size.output.2), width > 0, height > 0
    else { return nil }
    self.width = width
    self.height = height
    svg = String(text[start.lowerBound..<end.upperBound])
      .replacing(#/<!--.*?-->\n?/#.dotMatchesNewlines(), with: "")
      .replacing(#/<title>.*?</title>\n?/#.dotMatchesNewlines(), with: "")
      .replacing(#/ id="[^"]*"/#, with: "")
      .replacing(#/ xlink:title="[^"]*"/#, with: "")
  }
}

extension Drawing {
  /// The element `svg` at a part of its size.
  public func svg(scaled scale: Double) -> String {
    let size = [width, height].map { String((($0 * scale) * 10).rounded() / 10) }
    return svg.replacing(
      #/<svg width="[0-9.]+pt" height="[0-9.]+pt"/#,
      with: "<svg width=\"\(size[0])pt\" height=\"\(size[1])pt\"", maxReplacements: 1)
  }
}

/// The room for a picture on a page.
public struct PictureSheet: Sendable, Hashable {
  /// In points.
  public let width: Double
  /// In points.
  public let height: Double
  /// How small the smallest words may become, in points.
  public let smallestText: Double

  /// Room of a size.
  public init(width: Double, height: Double, smallestText: Double) {
    self.width = width
    self.height = height
    self.smallestText = smallestText
  }

  /// A page of A4 with the margins of a print, below a line of words. 7 points are the least that is read on paper.
  public static let a4 = PictureSheet(width: 490, height: 690, smallestText: 7)

  /// How much a drawing is made smaller to fit; at most 1.
  public func scale(of drawing: Drawing) -> Double {
    min(1, width / drawing.width, height / drawing.height)
  }

  /// Whether it fits with all its words legible.
  func fits(_ drawing: Drawing) -> Bool { scale(of: drawing) * DOTWriter.smallestText >= smallestText }
}
