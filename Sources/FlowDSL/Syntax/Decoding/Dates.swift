/// Dates of ISO 8601 and decimal numbers, as texts.
package enum Dates {
  /// `YYYY-MM-DD`, a day that exists.
  package static func isDate(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], parts.allSatisfy(\.isDigits),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  /// `YYYY-MM-DDThh:mm[:ss[.fff]]` and `Z` or an offset, a moment.
  static func isMoment(_ text: String) -> Bool {
    guard let separator = text.firstIndex(of: "T"), isDate(text[..<separator]) else { return false }
    var time = text[text.index(after: separator)...]
    if time.last == "Z" {
      time = time.dropLast()
    } else {
      guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }),
        clock(time[time.index(after: sign)...], count: 2...2)
      else { return false }
      time = time[..<sign]
    }
    let parts = time.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, clock(parts[0], count: parts.count == 2 ? 3...3 : 2...3) else { return false }
    return parts.dropFirst().allSatisfy { (1...3).contains($0.count) && $0.isDigits }
  }

  private static func clock(_ text: Substring, count: ClosedRange<Int>) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(parts.count), parts.allSatisfy({ $0.count == 2 && $0.isDigits }) else {
      return false
    }
    return zip(parts, [23, 59, 59]).allSatisfy { (Int($0) ?? 99) <= $1 }
  }
}

/// Decimal numbers (grammar, section 2).
enum Decimals {
  /// `12`, `-2`, `0.5`; at most 34 digits.
  static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && digits.count <= 35
      && parts.allSatisfy(\.isDigits)
  }
}
