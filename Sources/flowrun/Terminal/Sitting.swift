#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal as long as somebody sits at it: where pages are shown and keys are read.
final class Sitting {
  let console: any Console
  private let keyConsole: KeyConsole?
  private let keys: KeyInput?

  /// Takes the standard streams over until `end` is called.
  init(_ desk: Desk, plain: Bool) {
    let terminal = Terminal.current(environment: desk.environment, plain: plain)
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      let lines = LineInput()
      console = LineConsole(terminal: terminal, next: { () throws(Leaving) in try lines.next() })
      (keyConsole, keys) = (nil, nil)
      return
    }
    let keys = KeyInput()
    let console = KeyConsole(
      terminal: terminal,
      words: .init(more: desk.words(.pressEnter), early: desk.words(.typedEarly, ["typed": "{typed}"])),
      keys: keys,
      untilNextMinute: { Int(60_000 - SystemClock.now().milliseconds % 60_000) })
    (self.console, keyConsole, self.keys) = (console, console, keys)
  }

  /// Gives screen and keyboard back as they were.
  func end() {
    keyConsole?.close()
    keys?.restore()
  }
}
