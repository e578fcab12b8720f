import FEEL

/// Why a file is no decision model, with its place.
public enum ModelFault: Error, Sendable, Hashable {
  /// The file is not well-formed XML, or passes a limit.
  case markup(MarkupFault)
  /// The outermost element is not `definitions` of a DMN version that is known.
  case notDMN(element: String, namespace: String, TextPlace)
  /// An element lacks an attribute.
  case missingAttribute(String, element: String, TextPlace)
  /// An element lacks a part.
  case missingElement(String, element: String, TextPlace)
  /// A hit policy, aggregation or function kind that DMN does not have.
  case unknownWord(String, attribute: String, TextPlace)
  /// A table's rule has not one entry for each column.
  case wrongEntryCount(rule: Int, expected: Int, found: Int, TextPlace)
  /// A reference to an element that is not there.
  case unknownReference(String, TextPlace)
  /// A reference without a namespace to an element of an imported model, and the reference with it.
  case namespaceMissing(String, String, TextPlace)
  /// An import of a namespace that models of several files have, by the names of the files.
  case ambiguousImport(namespace: String, files: [String], TextPlace)
  /// An import whose model was not handed over.
  case missingImport(namespace: String, TextPlace)
  /// Elements that require one another in a circle, by name.
  case cycle([String], TextPlace)
  /// A chain of requirements that is longer than is followed.
  case tooDeep(limit: Int, TextPlace)
  /// Two elements of the same identifier.
  case duplicateIdentifier(String, TextPlace)
}

extension ModelFault {
  /// Where it is.
  public var place: TextPlace {
    switch self {
    case .markup(let fault): fault.place
    case .notDMN(_, _, let place), .missingAttribute(_, _, let place), .missingElement(_, _, let place),
      .unknownWord(_, _, let place), .wrongEntryCount(_, _, _, let place), .unknownReference(_, let place),
      .namespaceMissing(_, _, let place), .ambiguousImport(_, _, let place), .missingImport(_, let place),
      .cycle(_, let place), .tooDeep(_, let place),
      .duplicateIdentifier(_, let place):
      place
    }
  }
}

extension ModelFault: CustomStringConvertible {
  /// The fault in English, with its place.
  public var description: String {
    switch self {
    case .markup(let fault): fault.description
    case .notDMN(let element, let namespace, let place):
      "\(place): <\(element)> of “\(namespace)” is not the <definitions> of DMN 1.1 to 1.5"
    case .missingAttribute(let name, let element, let place): "\(place): <\(element)> lacks \(name)=\"…\""
    case .missingElement(let name, let element, let place): "\(place): <\(element)> lacks <\(name)>"
    case .unknownWord(let word, let attribute, let place): "\(place): \(attribute) cannot be “\(word)”"
    case .wrongEntryCount(let rule, let expected, let found, let place):
      "\(place): rule \(rule) has \(found) entries for \(expected) columns"
    case .unknownReference(let reference, let place): "\(place): nothing has the identifier “\(reference)”"
    case .namespaceMissing(let reference, let whole, let place):
      "\(place): “\(reference)” names an element of an imported model, whose reference is “\(whole)”"
    case .ambiguousImport(let namespace, let files, let place):
      "\(place): the imported model “\(namespace)” is in several files: " + files.joined(separator: ", ")
    case .missingImport(let namespace, let place): "\(place): the imported model “\(namespace)” is not there"
    case .cycle(let names, let place): "\(place): " + names.joined(separator: " requires ")
    case .tooDeep(let limit, let place):
      "\(place): more than \(limit) decisions require one another in a chain"
    case .duplicateIdentifier(let id, let place): "\(place): the identifier “\(id)” is given twice"
    }
  }
}
