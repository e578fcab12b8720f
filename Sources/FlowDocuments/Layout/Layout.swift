import FlowDSL
import Mustache

/// Lays out documents by the two shipped Mustache templates.
public enum Layout: String, Sendable, CaseIterable {
  /// For a printer or a terminal: 80 columns.
  case text
  /// A page that needs nothing beside it; for a printer too, on A4.
  case html

  /// Columns of the text layout.
  public static let columns = 80

  /// A document laid out.
  public func render(
    _ document: FilledDocument, templates: CatalogueFolder = Filling.words
  ) throws(LayoutFailure) -> String {
    let name = "document.\(rawValue).mustache"
    guard let source = templates.file(name) else { throw .templateMissing(name: name) }
    // The template names it, and is read with it.
    MustacheContentTypes.register(MarkupText(), named: "MARKUP")
    let template: MustacheTemplate
    do { template = try MustacheTemplate(string: source.text) } catch {
      throw .templateUnreadable(name: name, reason: "\(error)")
    }
    switch self {
    case .text: return template.render(TextView(document).values)
    case .html: return template.render(MarkupView(document).values)
    }
  }
}

/// Why a document cannot be laid out.
public enum LayoutFailure: Error, Sendable, Hashable {
  /// The template is not beside the tool.
  case templateMissing(name: String)
  /// The template is not Mustache.
  case templateUnreadable(name: String, reason: String)
}

/// Text in HTML, escaped by Unicode scalar: a sign with an accent after it is one character, which a comparison of
/// characters would let through.
struct MarkupText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
