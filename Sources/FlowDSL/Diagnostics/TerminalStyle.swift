/// Colours of a terminal (ECMA-48), or none.
struct TerminalStyle: Sendable {
  enum Tone: Int {
    case error = 31
    case warning = 33
    case note = 36
    case mark = 35
  }

  let isOn: Bool

  func strong(_ text: String, as tone: Tone) -> String {
    isOn ? "\u{1B}[1;\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  func quiet(_ text: String) -> String {
    isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
