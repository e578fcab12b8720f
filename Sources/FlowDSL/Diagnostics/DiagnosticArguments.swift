extension DiagnosticCode {
  /// Names of what the words of the code may mention, in `{braces}`. One that is empty drops the `[[optional part]]`
  /// that mentions it.
  public var arguments: [String] {
    switch self {
    case .fileTooLarge, .scalarTooLong, .tooManyRows, .tooManySteps, .tooManyFacts: ["limit", "found"]
    case .nestedTooDeep, .tooManyNodes: ["limit"]
    case .invalidUTF8, .tab, .emptyFile, .severalDocuments, .merge, .keyNotText: []
    case .listNotClosed, .mapNotClosed, .quoteNotClosed, .colonMissing, .dashNotAllowed: []
    case .wrongIndentation: ["spaces"]
    case .yamlNotUnderstood, .colonInWords: []
    case .controlCharacter, .wordsStartWithSign, .unknownEscape, .directive: ["found"]
    case .anchor, .alias, .tag: ["name"]
    case .duplicateKey: ["key"]
    case .fileUnreadable: ["file", "reason"]
    case .folderWithoutFlows: ["folder"]
    case .apostropheEndsQuote: ["found"]
    case .dashMissing: ["kind"]

    case .unknownKey: ["key", "nearest", "known"]
    case .missingKey, .expectedMap, .expectedList, .expectedWords, .emptyValue: ["key", "example"]
    case .expectedBoolean, .expectedNumber: ["key", "found"]
    case .badName, .badFactName: ["name", "suggestion"]
    case .badLanguage: ["found", "nearest"]
    case .badVersion, .calendarDuration, .badDate, .badDateTime, .badChoiceValue: ["found"]
    case .badDuration: ["found", "suggestion"]
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
    case .sectionEmpty, .criterionShape, .ownLevelShape: []
    case .badRounds: ["found", "limit"]
    case .oneRoleAgrees: ["name"]
    case .bracesUnpaired, .placeholderNotFact: ["found", "example"]
    case .riskBelowZero, .safetyAboveZero: ["name", "found"]
    case .badPosition: ["found"]
    case .commaInWords, .cutByHash, .quotesPrinted: ["found", "instead"]
    case .alwaysInWords: ["found"]
    case .otherFolder: ["folder", "suggestion"]
    case .neverHolds: ["condition"]
    case .nothingAllowed: ["name", "found", "instead"]
    case .levelNeverGiven: ["level", "condition", "above", "most"]
    case .levelsReversed: ["level", "above"]
    case .askedTwice, .categoryWithoutService, .serviceWithoutNumber: ["name"]
    case .passedOverGoesOn: ["name", "next", "to"]
    case .readsOtherBranch: ["name", "branch"]
    case .oneLanguage: ["instead"]
    case .labelsMissing: ["name", "values", "example"]
    case .titleMissing: ["names"]
    case .duplicateItem, .wordsMissing, .alwaysTask: ["name"]
    case .misplacedFile: ["kind", "folder"]
    case .otherEnding: ["file", "suggestion"]
    case .badDay: ["found", "nearest"]
    case .badHours, .badZone: ["found"]
    case .dayTwice: ["name"]

    case .unknownFact, .unknownType, .unknownStep, .unknownFlow, .unknownDueStart: ["name", "nearest"]
    case .unknownSharedInterrupt: ["name", "nearest"]
    case .notInSentence: ["name", "found"]
    case .duplicateStep, .duplicateFlow, .unusedFact, .unusedType, .factNeverSet, .factReadBeforeSet: ["name"]
    case .duplicateName, .sharedAlready: ["name"]
    case .misnamed: ["name", "used", "count"]
    case .recursiveType, .recursiveFlow: ["chain"]
    case .unknownInput, .unknownOutput: ["name", "flow", "nearest", "known"]
    case .missingInput: ["name", "flow"]
    case .unknownStepOfPath: ["name", "flow", "nearest", "known"]
    case .valueWithoutQuotes: ["name", "fact", "instead"]
    case .booleanAsWord: ["name", "boolean", "instead"]
    case .foreignSign, .foreignQuotes: ["found", "instead"]
    case .clockRead: ["name"]
    case .unknownName, .unknownFunction, .unknownExpressionType: ["name", "nearest"]
    case .unknownField: ["name", "type", "nearest"]
    case .unknownArgument: ["name", "function", "nearest"]

    case .expressionTooLong, .expressionTooDeep: ["limit"]
    case .invalidCharacter, .invalidEscape, .invalidTemporal, .conditionNotBoolean, .labelsNotChoice:
      ["found"]
    case .textNotClosed, .commentNotClosed: []
    case .unexpectedToken, .resultType: ["expected", "found"]
    case .notAFunction: ["found"]
    case .argumentCount: ["function", "expected", "found"]
    case .missingArgument: ["name", "function"]
    case .argumentType: ["function", "parameter", "expected", "found"]
    case .operandType: ["operation", "expected", "found"]
    case .operandsDiffer: ["operation", "left", "right"]
    case .notOrdered: ["operation", "found"]
    case .notAChoice: ["found", "allowed", "nearest"]
    case .choiceOrdered: ["operation", "allowed", "instead"]
    case .conditionUndecided: ["facts", "fact", "as_no", "as_yes"]
    case .factType, .resultChoice, .inputType, .outputType: ["name", "expected", "found"]
    case .levelNotChoice, .notAnswerable: ["name", "found"]
    case .notInScale: ["found", "nearest", "known"]
    case .unknownLabel: ["name", "nearest", "known"]

    case .tableGap: ["case", "row", "hit", "rows"]
    case .tableOpen: ["case", "row"]
    case .tableOverlap, .tableMayOverlap: ["first", "second", "case", "hit"]
    case .tableTooLarge: []
    case .rowNeverReached, .rowNeverHolds: ["row", "masks"]
    case .routeGap, .levelGap: ["case"]
    case .routeOpen, .levelOpen: ["names"]
    case .levelNeverReached: ["level"]
    case .unknownNotSaid: ["name"]
    case .setInTwoBranches: ["name", "first", "second"]
    case .priorityWithoutScale, .aggregatesSeveral: ["hit"]
    case .overrideOfSeveral: []
    case .directionWithoutScale: ["found"]
    case .precautionLost: ["name", "fact"]
    case .unaskedNotSaid: ["name", "factors"]

    case .unreachableStep: ["name", "before", "to"]
    case .lastStepNotEnd: ["name", "ends"]
    case .endInBranch, .dueFromLaterStep: ["name"]
    case .endWithThen: []
    case .routeBackward, .routeOutOfBlock: ["name", "known"]
    case .tooManyFlows, .flowsTooDeep, .programTooLarge: ["limit", "found"]

    case .missingTranslation: ["languages"]
    case .unknownSource: ["name", "nearest"]
    case .missingLabel: ["missing"]
    case .uncited: ["name", "sources"]
    case .articleMissing: ["name", "nearest"]
    case .articleNotCited: ["name"]
    case .articleReadLongAgo: ["name", "read", "text", "today"]
    case .articleNotInForce: ["name", "until", "today"]

    case .unknownRole, .unknownCategory, .unknownRecipient, .unknownService: ["name", "nearest"]
    case .notToBeSeen: ["name", "recipient"]
    case .duplicateService: ["name"]
    case .duplicateNumber: ["number"]
    case .unknownDocument: ["name", "nearest"]
    case .documentNotToBeSeen: ["name", "recipient", "document"]
    case .documentNotShared: ["name", "document", "step"]
    case .documentNotUsed: ["name"]
    case .documentWithoutGround: ["name", "recipient"]
    case .countedNeverReached, .countedNeverWalked: ["name", "cases"]
    case .nothingAsked, .unknownOutcome, .unknownInterrupt, .notReportable: ["name", "nearest"]
    case .replyDoesNotFit: ["name", "expected", "example"]
    case .valueDoesNotFit: ["name", "expected", "found", "example"]

    case .stepRunsNoFlow: ["name"]
    case .timeTooShort: ["name", "found", "limit", "first", "last"]
    case .timeNotPromised: ["name", "steps", "first", "last"]
    case .neverInThisOrder: ["name", "first", "last"]

    // DMN models.
    case .markupLimit: ["bytes", "depth", "elements", "attributes"]
    case .doctype, .outsideRoot, .markupCharacter: []
    case .unknownEntity, .unknownPrefix, .duplicateAttribute, .elementNotClosed, .unknownReference,
      .missingImport, .duplicateIdentifier, .unknownItemType, .recursiveItemType:
      ["name"]
    case .wrongEndTag: ["expected", "found"]
    case .markupUnexpected: ["expected"]
    case .notDMN: ["element", "namespace"]
    case .attributeMissing, .elementMissing: ["name", "element"]
    case .unknownWord: ["found", "attribute"]
    case .entryCount: ["row", "expected", "found"]
    case .requirementCycle: ["chain"]
    case .requirementsTooDeep: ["limit"]
    case .unknownModel: ["name", "nearest", "known"]
    case .unknownDecision: ["name", "model", "nearest", "known"]
    case .unknownModelInput, .unknownEntry: ["name", "decision", "nearest", "known"]
    case .modelInputMissing: ["name", "decision", "fact"]
    case .foreignLogic: ["kind"]
    case .modelInputType: ["name", "expected", "found"]
    case .modelResultType: ["name", "decision", "expected", "found"]
    case .resultMayBeNull: ["decision", "name"]
    case .resultTypeUnknown: ["decision"]
    case .resultWithoutEntries: ["decision", "found"]
    case .ambiguousImport: ["name", "files"]
    case .namespaceMissing: ["name", "suggestion"]
    case .undeclaredName: ["name", "decision", "nearest"]
    case .modelTextTooLong, .modelTextTooDeep: ["limit"]
    case .calendarMissing: []
    case .dueShape, .interruptShape: []
    case .neverLate: ["name"]
    case .badHoliday: ["found"]
    case .outputValuesMissing: ["hit"]
    }
  }

  /// How grave the code is unless a diagnostic says otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .otherEnding: .warning
    case .documentNotUsed: .warning
    case .unusedFact, .unusedType, .factNeverSet, .factReadBeforeSet: .warning
    case .tableMayOverlap, .tableOpen, .tableTooLarge, .rowNeverReached, .rowNeverHolds: .warning
    case .precautionLost, .levelNeverReached, .unreachableStep, .missingTranslation, .missingLabel: .warning
    case .uncited, .resultMayBeNull, .undeclaredName: .warning
    case .cutByHash, .quotesPrinted, .alwaysInWords, .otherFolder, .neverHolds, .levelNeverGiven: .warning
    case .levelsReversed, .askedTwice, .passedOverGoesOn, .readsOtherBranch, .oneLanguage: .warning
    case .articleMissing, .articleNotCited, .articleReadLongAgo, .articleNotInForce: .warning
    case .labelsMissing, .titleMissing, .categoryWithoutService, .serviceWithoutNumber: .warning
    case .timeTooShort, .timeNotPromised, .neverInThisOrder: .warning
    default: .error
    }
  }
}
