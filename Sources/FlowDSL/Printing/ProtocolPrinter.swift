import FEEL

/// Prints a program: roles, each flow once with its flowchart, then the documents.
public struct ProtocolPrinter {
  let program: Program
  let words: PrintWords

  /// A printer of a program, in the language of the words.
  public init(_ program: Program, words: PrintWords) {
    self.program = program
    self.words = words
  }

  /// The protocol as it is printed.
  ///
  /// - Parameters:
  ///   - charts: the flowchart of each flow in its parts, in the order of the flows (`FlowPicture.parts`).
  ///   - sheet: the room that they were cut for.
  public func printed(charts: [[Drawing]], on sheet: PictureSheet = .a4) -> PrintedProtocol {
    let main = program.flows[0]
    let names = ProgramNames(program, language: words.language)
    var chapters = [roles(names)].compactMap { $0 }
    for index in program.flows.indices {
      let printer = FlowPrinter(flow: index, of: program, words: words)
      chapters.append(printer.chapter(charts: index < charts.count ? charts[index] : [], on: sheet))
    }
    if let documents = documents(names) { chapters.append(documents) }
    if let calendar = program.calendar {
      chapters.append(CalendarPrinter(words: words).section(calendar))
    }
    return PrintedProtocol(
      title: names(main.title), language: words.language, colon: words.pictures("colon"),
      notice: main.notice.map { names($0) },
      head: [
        PrintedRow(words("head.name"), main.name), PrintedRow(words("head.version"), main.version),
        PrintedRow(words("head.languages"), main.languages.joined(separator: ", ")),
        PrintedRow(words("head.flows"), String(program.flows.count)),
        PrintedRow(words("head.hash"), program.hash),
      ], contents: words("contents"), chapters: chapters)
  }

  /// Who acts in the program.
  private func roles(_ names: ProgramNames) -> PrintedSection? {
    var acting: [String: [Int]] = [:]
    for (index, flow) in program.flows.enumerated() {
      for role in flow.actingRoles where !(acting[role]?.contains(index) ?? false) {
        acting[role, default: []].append(index)
      }
    }
    guard !acting.isEmpty else { return nil }
    let rows = acting.keys.sorted().map { role in
      PrintedRow(
        names.recipient(role),
        (acting[role] ?? []).map { index in
          PrintedText(
            text: "\(index + 1) \(names(program.flows[index].title))",
            link: PictureLinks.anchor(flow: index))
        })
    }
    return PrintedSection(anchor: "roles", heading: words("roles"), blocks: [.rows(rows)])
  }

  /// The documents that steps produce, each once.
  private func documents(_ names: ProgramNames) -> PrintedSection? {
    var printed: [String: PrintedSection] = [:]
    for (index, flow) in program.flows.enumerated() {
      let printer = DocumentPrinter(flow: index, of: program, words: words)
      for production in flow.productions where printed[production.document.name] == nil {
        printed[production.document.name] = printer.section(production.document)
      }
    }
    guard !printed.isEmpty else { return nil }
    return PrintedSection(
      anchor: "documents", heading: words("documents"),
      sections: printed.keys.sorted().compactMap { printed[$0] })
  }
}

extension Flow {
  /// Roles that do something in the flow, or may decide otherwise or have to agree in it, in the order of the text.
  fileprivate var actingRoles: [String] {
    steps.flatMap { step -> [String] in
      let inside: [String] =
        switch step.kind {
        case .together(let branches): branches.compactMap(\.by)
        case .assess(let assessment): assessment.override?.roles ?? []
        case .decide(let decision): decision.override?.roles ?? []
        default: []
        }
      let tasks = [step.task] + step.kind.allQuestions.map(\.task) + step.kind.allTicks.map(\.task)
      return [step.by].compactMap { $0 } + inside + (step.concurrence?.roles ?? [])
        + tasks.compactMap { $0?.by }
    }
  }
}
