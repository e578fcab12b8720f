/// Reads a protocol folder (grammar, section 1).
public enum ProtocolFolder {
  /// What a folder on the disk holds. What cannot be read is a diagnostic.
  public static func read(_ path: String) -> ProtocolSyntax {
    let (sources, diagnostics) = sources(of: path, subfolders + ["scenarios/", "training/"])
    var result = parse(sources).adding(diagnostics)
    if sources.allSatisfy(\.path.isModel), diagnostics.isEmpty {
      result.diagnostics = [Diagnostic(.folderWithoutFlows, at: Place(startOf: path), ["folder": path])]
    }
    return result
  }

  /// What a folder on the disk holds that one flow needs; the other flows, scenarios and vignettes are not looked into. What
  /// cannot be read is a diagnostic.
  public static func read(_ path: String, neededBy main: String) -> ProtocolSyntax {
    let (sources, diagnostics) = sources(of: path, subfolders)
    return parse(sources, neededBy: main).adding(diagnostics)
  }

  /// What the directory of a folder on the disk holds, without its flows.
  public static func read(directoryOf path: String) -> ProtocolSyntax {
    let (sources, diagnostics) = sources(of: path, ["directory/"])
    return parse(sources).adding(diagnostics)
  }

  /// What files in memory hold, such as those a journal carries.
  public static func parse(_ sources: [SourceText]) -> ProtocolSyntax {
    assemble(sources) { SyntaxReader.read($0) }
  }

  /// What the files hold that one flow needs: its own, those of the flows it runs, the documents these produce, and what the
  /// folder has for all. The others are not looked into: whoever waits at the counter does not wait for them.
  static func parse(_ sources: [SourceText], neededBy main: String) -> ProtocolSyntax {
    var reading = FileReading(sources)
    guard reading.has("\(main).yaml") else { return parse(sources) }
    reading.readCommon()
    var flows = [main]
    while let name = flows.popLast() {
      guard reading.isNew("\(name).yaml"), case .flow(let flow)? = reading.file("\(name).yaml") else {
        continue
      }
      for step in flow.steps.flatMap(\.all) {
        for document in step.documents { _ = reading.file("documents/\(document.value).yaml") }
      }
      flows += CallGraph([flow.taking(reading.shared)]).calls.values.joined().map(\.flow.value)
    }
    let results = reading.results
    let needed = sources.filter { $0.path.isModel || results[$0.path] != nil }
    return assemble(needed, forms: results.mapValues(\.form)) {
      results[$0.path].map { ($0.file, $0.diagnostics) } ?? (nil, [])
    }
  }

  /// A folder of files that are each read in a way of the caller's.
  static func assemble(
    _ sources: [SourceText], forms: [String: CanonicalForm] = [:],
    reading: (SourceText) -> (file: SyntaxReader.File?, diagnostics: [Diagnostic])
  ) -> ProtocolSyntax {
    var result = ProtocolSyntax(sources.sorted { $0.path < $1.path }, forms: forms)
    for source in result.sources where !source.path.isModel {
      let (file, diagnostics) = reading(source)
      result.diagnostics += diagnostics
      let misplaced = file.flatMap { misplacement($0, source) }
      if let misplaced { result.diagnostics.append(misplaced) }
      switch misplaced == nil ? file : nil {
      case .flow(let flow): result.flows.append(flow)
      case .roles(let roles): result.roles = roles
      case .shared(let shared): result.shared = shared
      case .calendar(let calendar): result.calendar = calendar
      case .directory(let directory): result.directories.append(directory)
      case .scenario(let scenario): result.scenarios.append(scenario)
      case .vignette(let vignette): result.vignettes.append(vignette)
      case .document(let document): result.documents.append(document)
      case .indicators(let indicators): result.indicators = indicators
      case .law(let law): result.law = law
      case nil:
        if case .directory? = file { result.hasBrokenDirectory = true }
        if case .roles? = file { result.hasBrokenRoles = true }
        if case .calendar? = file { result.hasBrokenCalendar = true }
        result.markBroken(source.path)
      }
    }
    result.share()
    return result
  }

  /// The file of what all flows share.
  static let sharedFile = "shared.yaml"
  /// The file of the days on which people work.
  static let calendarFile = "calendar.yaml"
  /// The file of what is counted.
  static let indicatorsFile = "indicators.yaml"
  /// The file of the articles that the flows cite.
  static let lawFile = "law.yaml"

  /// What is wrong with where a file lies, or how it is named.
  private static func misplacement(_ file: SyntaxReader.File, _ source: SourceText) -> Diagnostic? {
    let folder = source.path.split(separator: "/").dropLast().joined(separator: "/")
    let (expected, name): (String, String?) =
      switch file {
      case .flow(let flow): ("", "\(flow.name.value).yaml")
      case .roles: ("", "roles.yaml")
      case .shared: ("", sharedFile)
      case .calendar: ("", calendarFile)
      case .indicators: ("", indicatorsFile)
      case .law: ("", lawFile)
      case .directory: ("directory", nil)
      case .scenario: ("scenarios", nil)
      case .vignette: ("training", nil)
      case .document(let document): ("documents", "documents/\(document.name.value).yaml")
      }
    let place = place(of: file)
    if folder != expected {
      return Diagnostic(.misplacedFile, at: place, ["kind": file.kind, "folder": "\(expected)/"])
    }
    if let name, source.path != name {
      return Diagnostic(.fileNamedOtherwise, at: place, ["name": name, "file": source.path])
    }
    return nil
  }

  private static func place(of file: SyntaxReader.File) -> Place {
    switch file {
    case .flow(let flow): flow.name.place
    case .roles(let roles): Place(startOf: roles.file)
    case .shared(let shared): shared.name.place
    case .calendar(let calendar): calendar.name.place
    case .directory(let directory): directory.name.place
    case .scenario(let scenario): scenario.name.place
    case .vignette(let vignette): vignette.name.place
    case .document(let document): document.name.place
    case .indicators(let indicators): indicators.name.place
    case .law(let law): law.name.place
    }
  }

  /// Where the parts of programs lie.
  private static let subfolders = ["", "directory/", "documents/"]

  /// The texts of a folder, and what cannot be read of it.
  private static func sources(
    of path: String, _ subfolders: [String]
  ) -> (sources: [SourceText], diagnostics: [Diagnostic]) {
    var sources: [SourceText] = []
    var diagnostics: [Diagnostic] = []
    for name in files(of: path, subfolders, &diagnostics) {
      do throws(Diagnostic) {
        sources.append(try source(name, in: path))
      } catch {
        diagnostics.append(error)
      }
    }
    return (sources, diagnostics)
  }

  /// Paths of the YAML files and DMN models of a folder, inside it.
  private static func files(
    of path: String, _ subfolders: [String], _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    var files: [String] = []
    for subfolder in subfolders {
      switch FileReader.names(in: subfolder.isEmpty ? path : "\(path)/\(subfolder)") {
      case .failure(let failure):
        guard subfolder.isEmpty else { continue }
        diagnostics.append(
          Diagnostic(.fileUnreadable, at: Place(startOf: path), ["file": path, "reason": failure.reason]))
      case .success(let names):
        files += names.filter { $0.hasSuffix(".yaml") }.map { subfolder + $0 }
        if subfolder.isEmpty {
          files += names.filter(\.isModel)
          diagnostics += names.compactMap { otherFolder($0, in: path) }
        }
        for name in names where name.hasSuffix(".yml") {
          let file = subfolder + name
          diagnostics.append(
            Diagnostic(
              .otherEnding, at: Place(startOf: file),
              ["file": file, "suggestion": file.dropLast(4) + ".yaml"]))
        }
      }
    }
    return files
  }

  /// A folder whose name is almost one that is read.
  private static func otherFolder(_ name: String, in path: String) -> Diagnostic? {
    let known = ["directory", "documents", "scenarios", "training"]
    guard !known.contains(name), !name.contains("."),
      let meant = known.first(where: { [$0, String($0.dropLast()), $0 + "s"].contains(name.lowercased()) }),
      case .success = FileReader.names(in: "\(path)/\(name)")
    else { return nil }
    return Diagnostic(
      .otherFolder, at: Place(startOf: name), ["folder": name, "suggestion": meant])
  }

  private static func source(_ name: String, in folder: String) throws(Diagnostic) -> SourceText {
    switch FileReader.read("\(folder)/\(name)", limit: Limits.fileSize) {
    case .success(let bytes): return try SourceText(decoding: bytes, path: name)
    case .failure(let failure):
      throw Diagnostic(
        .fileUnreadable, at: Place(startOf: name), ["file": name, "reason": failure.reason])
    }
  }
}

extension ProtocolSyntax {
  /// The same with what cannot be read from the disk.
  fileprivate func adding(_ faults: [Diagnostic]) -> ProtocolSyntax {
    var result = self
    for fault in faults where fault.severity == .error { result.markBroken(fault.place.file) }
    result.brokenModels = Set(faults.map(\.place.file).filter(\.isModel))
    result.diagnostics = (faults + diagnostics).sorted { $0.place < $1.place }
    return result
  }

  /// A file cannot be read as what its path says it is; what it declares is not known.
  fileprivate mutating func markBroken(_ path: String) {
    guard path.hasSuffix(".yaml") else { return }
    if path.hasPrefix("directory/") {
      hasBrokenDirectory = true
    } else if path == "roles.yaml" {
      hasBrokenRoles = true
    } else if path == ProtocolFolder.sharedFile {
      isSharedBroken = true
    } else if path == ProtocolFolder.calendarFile {
      hasBrokenCalendar = true
    } else if path.hasPrefix("documents/") {
      brokenDocuments.insert(String(path.dropFirst(10).dropLast(5)))
    } else if !path.contains("/"), ![ProtocolFolder.indicatorsFile, ProtocolFolder.lawFile].contains(path) {
      brokenFlows.insert(String(path.dropLast(5)))
    }
  }
}
