/// The edition of the language by which a text is read: what a program means, whatever later editions made of the same words.
///
/// A case is pinned to its program, and a program to its edition: the number in the first line of its canonical form, so
/// that its hash says which. A text of today is of the current edition; one out of a journal keeps its own, for ever.
public enum Edition: Int, Sendable, Hashable, Comparable, CaseIterable {
  case first = 1
  case second = 2

  /// The edition of what is written today.
  public static let current = Edition.second

  /// Whether one came before the other.
  public static func < (left: Edition, right: Edition) -> Bool { left.rawValue < right.rawValue }
}

extension DiagnosticCode {
  /// The edition in which this became a fault. A program out of a journal is of the edition in which it was walked: what
  /// became a fault later is no fault of it.
  var since: Edition { Self.sinceSecond.contains(self) ? .second : .first }

  /// Errors that editions before the second did not know.
  private static let sinceSecond: Set<DiagnosticCode> = [
    .nothingAllowed, .unaskedNotSaid, .spaceMissing, .oneFactTwice, .spanMiswritten, .rangeReversed,
  ]
}

extension [Diagnostic] {
  /// Whether something keeps a text of that edition from being a program.
  func keepFromBeingWalked(in edition: Edition) -> Bool {
    contains { $0.severity == .error && $0.code.since <= edition }
  }
}
