import FEEL
import FlowDSL
import FlowRuntime

extension Wording {
  /// What to say to what was typed.
  func words(of misreading: Misreading) -> String {
    switch misreading {
    case .nothing: self(.misreadNothing)
    case .notYesOrNo(let typed):
      self(
        .misreadYesNo,
        [
          "typed": typed, "yes": self(.yes), "yes_key": self(.yesKey), "no": self(.no),
          "no_key": self(.noKey),
        ])
    case .notANumber(let typed): self(.misreadNumber, ["typed": typed])
    case .notADate(let typed): self(.misreadDate, ["typed": typed])
    case .notATime(let typed): self(.misreadTime, ["typed": typed])
    case .notADateAndTime(let typed): self(.misreadDateAndTime, ["typed": typed])
    case .notADuration(let typed): self(.misreadDuration, ["typed": typed])
    case .notYearsAndMonths(let typed): self(.misreadYears, ["typed": typed])
    case .momentPassed(let typed): self(.misreadPassed, ["typed": typed])
    case .noSuchMoment(let typed): self(.misreadMoment, ["typed": typed])
    case .skippedHour(let typed): self(.misreadSkipped, ["typed": typed])
    case .hourTwice(let typed, let first, let second):
      self(.misreadTwice, ["typed": typed, "first": first, "second": second])
    case .notAChoice(let typed): self(.misreadChoice, ["typed": typed])
    case .noSuchNumber(let number, let last):
      self(.misreadTooHigh, ["n": String(number), "last": String(last)])
    case .ambiguous(let typed, let choices):
      self(.misreadAmbiguous, ["typed": typed, "choices": choices.joined(separator: ", ")])
    case .keyOrChoice(let typed, let choices, let key, let command):
      self(
        .misreadKeyOrChoice,
        ["typed": typed, "choices": choices.joined(separator: ", "), "key": key, "command": command])
    case .notSeenWhole(let typed): self(.misreadNotSeen, ["typed": typed.shortened(to: 40)])
    case .tooLong(let limit): self(.misreadTooLong, ["limit": number(Number(limit))])
    case .notFound(let typed): self(.misreadNotFound, ["typed": typed.shortened(to: 40)])
    case .notAWholeNumber(let typed): self(.misreadWhole, ["typed": typed])
    case .notAKey(let typed): self(.misreadKey, ["typed": typed])
    case .noSuchKey(let typed): self(.misreadNoKey, ["typed": typed])
    case .asksHow(let line): self(line.howPhrase)
    case .noReason: self(.reasonNeeded)
    case .notAnIdentifier(let typed): self(.misreadIdentifier, ["typed": typed.shortened(to: 40)])
    case .noWords(let typed): self(.misreadWords, ["typed": typed])
    }
  }

  /// Why the walk does not take an entry; roles in their words.
  ///
  /// - Parameter said: what was said, as people write it here.
  func words(of refusal: Refusal, roles: [String: Words], said: String = "") -> String {
    var arguments = refusal.arguments
    switch refusal {
    case .agreedAlready(let role), .samePersonAgreed(let role):
      arguments["role"] = roles[role]?(language.rawValue) ?? role
    default: break
    }
    if case .roleDoesNotAgree(_, let allowed) = refusal {
      arguments["allowed"] = allowed.map { roles[$0]?(language.rawValue) ?? $0 }.joined(separator: ", ")
    }
    if case .outsideAllowed = refusal, !said.isEmpty { arguments["value"] = said }
    if case .roleMayNotOverride(_, let allowed) = refusal {
      arguments["allowed"] = allowed.map { roles[$0]?(language.rawValue) ?? $0 }.joined(separator: ", ")
    }
    if case .outOfBounds(let bounds) = refusal {
      arguments["value"] = written(bounds.value)
      arguments["limit"] = written(bounds.end)
      if case .fact(let name, let title) = bounds.source {
        arguments["other"] = title?(language.rawValue) ?? name.replacing("_", with: " ")
      }
    }
    return words("refusals." + refusal.identifier, arguments)
  }

  /// A value as it is said where no fact's own words for it are at hand.
  private func written(_ value: Value) -> String {
    switch value {
    case .date(let date): "\(date.day.twoDigits)/\(date.month.twoDigits)/\(date.year)"
    case .dateTime: value.instant.map { LocalTime($0).moment } ?? value.text
    case .number(let number): self.number(number)
    default: value.text
    }
  }

  /// Why a result of an evaluation is null.
  func words(of warning: Warning.Kind) -> String {
    words("warnings." + warning.identifier, warning.arguments)
  }

  /// Why a command cannot do what was asked.
  func words(of failure: Failure) -> String {
    var arguments = failure.arguments
    // The system gives its reason in English, whatever language is read.
    if language != .english, let reason = arguments["reason"], let known = try? CommandWords(language) {
      arguments["reason"] = known(reason)
    }
    return words(failure.key, arguments)
  }

  /// What is said beside it all.
  func words(of notice: Notice) -> String { words("notices." + notice.name.rawValue, notice.arguments) }
}

extension LineReading {
  /// How to type the line.
  var howPhrase: Phrase {
    switch self {
    case .identifier: .howIdentifier
    case .note: .howNote
    case .mark: .howMark
    case .reason: .howReason
    case .remark: .howRemark
    }
  }
}
