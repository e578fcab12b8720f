/// Why a text is not XML that is read here, with its place.
public struct MarkupFault: Error, Sendable, Hashable {
  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let place: TextPlace

  /// What is wrong, as data.
  public enum Kind: Sendable, Hashable {
    /// The text is not UTF-8.
    case notUTF8
    /// More bytes than are read.
    case tooLarge(limit: Int)
    /// Elements inside elements, deeper than are read.
    case tooDeep(limit: Int)
    /// More elements than are read.
    case tooManyElements(limit: Int)
    /// More attributes in one element than are read.
    case tooManyAttributes(limit: Int)
    /// A document type declaration: it could define entities and name files.
    case doctype
    /// An entity that is neither one of XML's five nor a character.
    case unknownEntity(String)
    /// A prefix that no namespace is declared for.
    case unknownPrefix(String)
    /// An attribute given twice.
    case duplicateAttribute(String)
    /// An end tag that is not that of the open element.
    case wrongEndTag(expected: String, found: String)
    /// An element that is never closed.
    case notClosed(String)
    /// Something else was expected here.
    case expected(Expectation)
    /// Text or an element outside the one outermost element.
    case outsideRoot
    /// A character that XML does not allow.
    case invalidCharacter
  }
}

extension MarkupFault {
  /// What should have stood at a place.
  public enum Expectation: Sendable, Hashable {
    /// An element.
    case element
    /// A name.
    case name
    /// The value of an attribute, in quotes.
    case valueInQuotes
    /// The quote that ends a value.
    case closingQuote
    /// These very characters.
    case sign(String)
  }
}

extension MarkupFault.Expectation: CustomStringConvertible {
  /// What was expected, in English.
  public var description: String {
    switch self {
    case .element: "an element"
    case .name: "a name"
    case .valueInQuotes: "a value in quotes"
    case .closingQuote: "the closing quote"
    case .sign(let sign): "“\(sign)”"
    }
  }
}

extension MarkupFault: CustomStringConvertible {
  /// The fault in English, with its place.
  public var description: String { "\(place): \(kind)" }
}

extension MarkupFault.Kind: CustomStringConvertible {
  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .tooDeep(let limit): "elements are nested deeper than \(limit)"
    case .tooManyElements(let limit): "there are more than \(limit) elements"
    case .tooManyAttributes(let limit): "the element has more than \(limit) attributes"
    case .doctype: "a document type declaration (<!DOCTYPE …>) is not allowed; remove it"
    case .unknownEntity(let name):
      "the entity &\(name); is not known; write the character itself, or its number as &#…;"
    case .unknownPrefix(let prefix): "no xmlns:\(prefix) says which namespace the prefix stands for"
    case .duplicateAttribute(let name): "the attribute \(name) is given twice"
    case .wrongEndTag(let expected, let found): "</\(found)> stands where </\(expected)> was expected"
    case .notClosed(let name): "<\(name)> is never closed"
    case .expected(let what): "\(what) was expected here"
    case .outsideRoot: "nothing but comments may stand outside the outermost element"
    case .invalidCharacter: "this character is not allowed in XML"
    }
  }
}
