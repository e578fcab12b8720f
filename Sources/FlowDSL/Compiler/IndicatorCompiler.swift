extension FlowCompiler {
  /// What a protocol folder counts.
  ///
  /// - Returns: the indicators, `nil` where the file has an error or there is none; and what is wrong with the file, by
  ///   place. Faults of other files are not told: what they declare is taken as it is.
  public static func indicators(
    _ folder: ProtocolSyntax
  ) -> (indicators: Indicators?, diagnostics: [Diagnostic]) {
    // Types that flows take from the shared file are not known where it cannot be read.
    let files = [ProtocolFolder.indicatorsFile] + (folder.isSharedBroken ? [ProtocolFolder.sharedFile] : [])
    var diagnostics = folder.diagnostics.filter { files.contains($0.place.file) }
    guard let syntax = folder.indicators, !folder.isSharedBroken else { return (nil, diagnostics) }
    var checker = FolderChecker(folder, indices: folder.flows.map(\.name.value))
    checker.checkIndicators()
    diagnostics = (diagnostics + checker.diagnostics.filter { $0.place.file == syntax.file }).sortedByUrgency
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    let source = folder.sources.filter { $0.path == syntax.file }
    return (syntax.indicators(shared: folder.shared, hash: ContentHash.hash(of: source)), diagnostics)
  }
}

extension IndicatorsSyntax {
  fileprivate func indicators(shared: SharedSyntax?, hash: String) -> Indicators {
    let published = Dictionary(
      (sources + (shared?.sources ?? [])).map { ($0.name.value, $0.publication.words) }
    ) { first, _ in first }
    return Indicators(
      name: name.value, notice: notice?.words, cases: cases.map(\.value),
      counts: counts.map { count in
        Indicators.Count(
          name: count.name.value, number: count.number?.value, title: count.title.words,
          summary: count.summary.words, sources: count.source.compactMap { published[$0.value] },
          any: count.any.map(\.criterion), of: count.of.map(\.criterion))
      }, hash: hash)
  }
}

extension CriterionSyntax {
  fileprivate var criterion: Indicators.Criterion {
    switch self {
    case .referred(let names): .referred(names.map(\.value))
    case .shared(let names): .shared(names.map(\.value))
    case .walked(let flows): .walked(flows.map(\.value))
    case .condition(let flow, let when): .condition(flow: flow.value, when: when.text)
    }
  }
}
