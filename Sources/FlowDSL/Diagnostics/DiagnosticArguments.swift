extension DiagnosticCode {
  /// Names of what the words of the code may mention, in `{braces}`. One that is empty drops the `[[optional part]]`
  /// that mentions it.
  public var arguments: [String] {
    switch self {
    case .fileTooLarge, .scalarTooLong, .tooManyRows, .tooManySteps, .tooManyFacts: ["limit", "found"]
    case .nestedTooDeep, .tooManyNodes: ["limit"]
    case .invalidUTF8, .tab, .emptyFile, .severalDocuments, .merge, .keyNotText: []
    case .listNotClosed, .mapNotClosed, .quoteNotClosed, .colonMissing, .wrongIndentation, .dashNotAllowed: []
    case .yamlNotUnderstood, .colonInWords: []
    case .controlCharacter, .wordsStartWithSign, .unknownEscape, .directive: ["found"]
    case .anchor, .alias, .tag: ["name"]
    case .duplicateKey: ["key"]
    case .fileUnreadable: ["file", "reason"]
    case .folderWithoutFlows: ["folder"]

    case .unknownKey: ["key", "nearest", "known"]
    case .missingKey, .expectedMap, .expectedList, .expectedWords, .emptyValue: ["key", "example"]
    case .expectedBoolean, .expectedNumber: ["key", "found"]
    case .badName, .badFactName: ["name", "suggestion"]
    case .badLanguage: ["found", "nearest"]
    case .badVersion, .badDuration, .calendarDuration, .badDate, .badDateTime, .badChoiceValue: ["found"]
    case .notOneOf: ["key", "found", "nearest", "allowed"]
    case .unknownFileKind: ["found", "nearest"]
    case .fileNamedOtherwise: ["name", "file"]
    case .unknownStepKind: ["found", "nearest", "known"]
    case .severalStepKinds: ["first", "second"]
    case .stepKindNotFirst: ["kind", "found"]
    case .reservedName: ["name"]
    case .rowLength: ["expected", "found"]
    case .groundMissing, .waitWithoutEnd, .decideTwice, .decideNothing, .elseNotLast, .guaranteeShape,
      .actShape:
      []
    case .riskBelowZero, .safetyAboveZero: ["name", "found"]
    case .badPosition, .commaInWords: ["found"]
    case .duplicateItem, .wordsMissing: ["name"]
    case .misplacedFile: ["kind", "folder"]
    case .otherEnding: ["file", "suggestion"]
    }
  }

  /// How grave the code is unless a diagnostic says otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .otherEnding: .warning
    default: .error
    }
  }
}
