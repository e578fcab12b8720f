/// What is wrong with a table of services, where, and what to write.
public struct RowFault: Error, Sendable, Hashable {
  /// What is wrong; the raw value is the name by which catalogues know it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case notUTF8 = "not-utf8"
    case tooLarge = "too-large"
    case empty
    case quoteNotClosed = "quote-not-closed"
    case quoteInside = "quote-inside"
    case tooManyRows = "too-many-rows"
    case unknownColumn = "unknown-column"
    case columnTwice = "column-twice"
    case missingColumn = "missing-column"
    case tooManyCells = "too-many-cells"
    case emptyCell = "empty-cell"
    case hiddenCharacter = "hidden-character"
    case tooLong = "too-long"
    case badName = "bad-name"
    case nameTwice = "name-twice"
    case nameKnown = "name-known"
    case unknownCategory = "unknown-category"
    case categoryTwice = "category-twice"
    case badHours = "bad-hours"
    case badZone = "bad-zone"
    case badDegrees = "bad-degrees"
    case halfPosition = "half-position"
    case badLanguage = "bad-language"
    case languageTwice = "language-twice"
    case badBoolean = "bad-boolean"
    case badDate = "bad-date"
    /// What came of the table is not read as a directory: a fault of this tool.
    case other
  }

  /// What is wrong.
  public let kind: Kind
  /// The row as a spreadsheet counts, 1 for the headers; 0 for the file as a whole.
  public let row: Int
  /// The header of the column, as written; `nil` for the row as a whole.
  public let column: String?
  /// What the cell holds.
  public let found: String?
  /// What the words mention, by name; `example` is the raw value of the column of which the words give an example.
  public let arguments: [String: String]

  init(
    _ kind: Kind, row: Int, column: String? = nil, found: String? = nil, _ arguments: [String: String] = [:]
  ) {
    self.kind = kind
    self.row = row
    self.column = column
    self.found = found
    self.arguments = arguments
  }
}

/// Why a table is not taken: all that is wrong with it, by row.
public struct ImportFailure: Error, Sendable, Hashable {
  /// In the order of the rows; never empty.
  public let faults: [RowFault]
}
