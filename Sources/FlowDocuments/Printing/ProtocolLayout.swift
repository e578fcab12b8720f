import FlowDSL
import Mustache

/// Lays out a printed protocol as a page that needs nothing beside it, for a screen or for A4.
public enum ProtocolLayout {
  /// The page as HTML.
  public static func html(
    _ printed: PrintedProtocol, templates: CatalogueFolder = Filling.words
  ) throws(LayoutFailure) -> String {
    let name = "protocol.html.mustache"
    guard let source = templates.file(name) else { throw .templateMissing(name: name) }
    MustacheContentTypes.register(MarkupText(), named: "MARKUP")
    let template: MustacheTemplate
    do { template = try MustacheTemplate(string: source.text) } catch {
      throw .templateUnreadable(name: name, reason: "\(error)")
    }
    return template.render(ProtocolView(printed).values)
  }
}
