/// Every piece of words that the terminal shows, by name; the words are in `Words/terminal.*.yaml`.
enum Phrase: String, CaseIterable, Sendable {
  // The top of a page.
  case headerStep
  case headerCase
  case headerAlsoOpen
  case dueBy
  case overdueSince
  case overdueElsewhere
  case today
  case minutes
  case hoursAndMinutes
  case daysAndHours
  case interruptRunning

  // Around a question.
  case labelSay
  case labelWhy
  case labelLaw
  case labelSource
  case labelHelp
  case labelAnswered
  case labelNumber
  case labelHours
  case labelled
  case quoted
  case yes
  case yesKey
  case no
  case noKey
  case unknown
  case declined
  case notAsked
  case nothingListed

  // How to type.
  case typeChoice
  case typeNumber
  case typeNumberUnit
  case typeWords
  case typeDate
  case typeTime
  case typeDateAndTime
  case typeDuration
  case typeYears
  case typeList
  case typeScaleList
  case typeReason
  case typeNothingToGoBack
  case recordItem
  case recordAnother
  case recordNone
  case recordFirst
  case field

  // Keys and commands.
  case keyHelp
  case keyUnknown
  case keyDeclined
  case keyBack
  case keyNote
  case keyOverride
  case keyHandOver
  case keyReport
  case keySave
  case commandHelp
  case commandUnknown
  case commandDeclined
  case commandBack
  case commandNote
  case commandOverride
  case commandHandOver
  case commandReport
  case commandSave
  case helpTitle
  case helpHelp
  case helpUnknown
  case helpDeclined
  case helpBack
  case helpNote
  case helpOverride
  case helpHandOver
  case helpReport
  case helpSave
  case helpAnswers
  case helpSlash
  case helpReturn

  // Kinds of step.
  case tickProgress
  case tickDone
  case tickNotDone
  case tellDone
  case tellNotDone
  case tickAskReason
  case contactTitle
  case contactReached
  case contactNoAnswer
  case contactGiveUp
  case contactAskReason
  case contactTried
  case contactShares
  case referTitle
  case referTo
  case referDone
  case referNumber
  case referImpossible
  case referAskReason
  case referShares
  case referNothingShared
  case legalGround
  case consentGround
  case adviceTitle
  case adviceScore
  case adviceCounted
  case adviceAsUnknown
  case adviceNothingCounted
  case adviceDecides
  case confirm
  case informServices
  case waitTitle
  case waitUntil
  case waitLook
  case waitAnswer
  case togetherTitle
  case endTitle
  case endSaved
  case endKey
  case handedOverTo
  case abandonedTitle
  case pressEnter

  // Small conversations.
  case backTitle
  case backNothing
  case backMoved
  case backWithdrawn
  case backReinstated
  case backReason
  case backSame
  case noteTitle
  case noteSaved
  case overrideTitle
  case overrideReason
  case overrideRoles
  case overrideNotAllowed
  case overrideUp
  case overrideDown
  case handOverTitle
  case handOverRole
  case handOverReason
  case reportTitle
  case reportNothing
  case reportSaved

  // Leaving.
  case leaveSaved
  case leaveFinished
  case leaveStopped
  case leaveNothing

  // Typing that is no answer.
  case misreadNothing
  case misreadYesNo
  case misreadNumber
  case misreadDate
  case misreadTime
  case misreadDateAndTime
  case misreadDuration
  case misreadYears
  case misreadMoment
  case misreadChoice
  case misreadTooHigh
  case misreadAmbiguous
  case misreadKey
  case reasonNeeded
}
