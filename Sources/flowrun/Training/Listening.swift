import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows the story of an exercise, until Enter; `false` when the trainee leaves.
  func tellStory() -> Bool {
    guard let exercise else { return true }
    var body = exercise.story(words)
    if exercise.vignette.reference.otherwise?.value == .false {
      body.space()
      body.add(words(.trainSilence), .quiet, indent: 2)
    }
    let page = Page(body: body, menu: Menu(takesWords: true), hint: words(.trainIntro))
    return (try? read(page)) != nil
  }

  /// Adds to a page of an exercise what the person answers in their own words.
  func hear(at open: OpenStep, on page: inout Page) {
    guard let says = exercise?.says(at: open) else { return }
    page.body.space()
    page.body.add(
      label: .trainSays, [Run(words(.quoted, ["words": says(words.language.rawValue)]), .quoted)], words)
  }
}
