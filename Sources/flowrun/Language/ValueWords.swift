import FEEL
import FlowDSL

extension Wording {
  /// Values of facts in words: labels, `yes`, a local date, the items of a list.
  func values(in names: ProgramNames) -> ValueWording {
    ValueWording(
      names, yes: self(.yes), no: self(.no), none: self(.nothingListed), unknown: self(.unknown),
      decimal: self(.decimalMark))
  }

  /// A number with the decimal mark of the language.
  func number(_ number: Number) -> String { number.written(decimal: self(.decimalMark)) }
}
